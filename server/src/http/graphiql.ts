import type { FastifyInstance, FastifyReply } from 'fastify';
import { createReadStream, existsSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { WallchartError } from '../domain/errors.ts';
import { buildGraphiql } from './build-graphiql.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
  '.svg': 'image/svg+xml',
};

const BUILDING = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="3"><title>GraphiQL</title>
<body style="font:16px/1.6 system-ui;max-width:40rem;margin:4rem auto"><h1>Preparing GraphiQL …</h1>
<p>It is built from the installed package on the first visit, which takes about half a minute. This page reloads on its own.</p></body></html>`;

/**
 * `/graphiql`, from the installed package and without a network. It is built on the first visit, so that no one who does
 * not use it waits for it.
 *
 * @param folder of the built page; made if missing
 */
export async function addGraphiql(app: FastifyInstance, folder: string): Promise<void> {
  let building: Promise<void> | undefined;
  let failure: string | undefined;
  const page = async (reply: FastifyReply): Promise<FastifyReply> => {
    if (existsSync(join(folder, 'index.html'))) return sendFile(reply, join(folder, 'index.html'));
    if (failure !== undefined) throw new WallchartError('NOT_FOUND', `GraphiQL could not be built: ${failure}`);
    building ??= buildGraphiql(folder).catch((error: unknown) => {
      failure = error instanceof Error ? error.message : String(error);
      app.log.error({ err: error }, 'GraphiQL could not be built');
    });
    return reply.header('content-type', TYPES['.html']).header('cache-control', 'no-store').send(BUILDING);
  };
  app.get('/graphiql', (_request, reply) => page(reply));
  app.get<{ Params: { '*': string } }>('/graphiql/*', async (request, reply) => {
    const path = normalize(join(folder, request.params['*']));
    if (!path.startsWith(folder + sep) || !TYPES[extname(path)] || !existsSync(path)) {
      throw new WallchartError('NOT_FOUND', 'This file is not part of GraphiQL.');
    }
    return sendFile(reply, path);
  });
}

function sendFile(reply: FastifyReply, path: string): FastifyReply {
  return reply
    .header('content-type', TYPES[extname(path)])
    .header('cache-control', 'no-cache')
    .send(createReadStream(path));
}
