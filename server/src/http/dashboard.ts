import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WallchartError } from '../domain/errors.ts';
import { contentSecurityPolicy } from './security.ts';

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Wallchart</title>
<body style="font:16px/1.6 system-ui;max-width:40rem;margin:4rem auto;padding:0 1rem">
<h1>The dashboard is not built</h1><p>Build it with <code>npx pnpm@12 build</code> and reload this page.
The API answers at <code>/graphql</code>.</p><p lang="zh-CN">页面尚未构建：请运行 <code>npx pnpm@12 build</code> 后刷新。</p></body></html>`;

/** Serves the built dashboard: files as they are, and its page for every address of a view. */
export async function addDashboard(app: FastifyInstance, folder: string): Promise<void> {
  if (existsSync(folder)) {
    await app.register(fastifyStatic, {
      root: folder,
      index: false,
      wildcard: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        // Names of built assets carry a hash of their content.
        const cache = path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
        reply.header('cache-control', cache);
      },
    });
  }
  app.get('/', async (_request, reply) => sendPage(reply, folder));
  app.setNotFoundHandler(async (request, reply) => {
    const isPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (isPage) return sendPage(reply, folder);
    throw new WallchartError('NOT_FOUND', `Not found: ${request.method} ${request.url.split('?')[0]}.`);
  });
}

async function sendPage(reply: FastifyReply, folder: string): Promise<FastifyReply> {
  const file = join(folder, 'index.html');
  const page = existsSync(file) ? await readFile(file, 'utf8') : NOT_BUILT;
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .header('content-security-policy', contentSecurityPolicy(inlineScriptHashes(page)))
    .send(page);
}

/** Hashes of a page's own inline scripts (the theme is set before the first paint), for its policy. */
export function inlineScriptHashes(page: string): string[] {
  const scripts = [...page.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  return scripts.map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
}
