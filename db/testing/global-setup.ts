import { rmSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../embedded.ts';
import { databaseUrl } from './database-url.ts';
import { dropRun } from './template.ts';
import type { TestServer } from './test-server.ts';

/**
 * One PostgreSQL for a run of tests: that of TEST_DATABASE_URL, or an embedded one in a temporary folder. Every project
 * that lists this file uses the same one; the first of them starts it, and stops it when the others are through.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const root = project.vitest.getRootProject();
  if (root.getProvidedContext().testServer !== undefined) return undefined;
  const { url, stop } = await startServer();
  const server: TestServer = { url, run: `wallchart_test_${process.pid}_${Date.now()}` };
  root.provide('testServer', server);
  return async () => {
    try {
      await dropRun(server);
    } finally {
      await stop();
    }
  };
}

async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const own = process.env['TEST_DATABASE_URL'];
  if (own) return { url: own, stop: async () => undefined };
  const dataDir = await mkdtemp(join(tmpdir(), 'wallchart-test-'));
  // Or root's PostgreSQL, which is another user, could not enter, and the cluster would be kept elsewhere.
  await chmod(dataDir, 0o711);
  const removeAtExit = () => rmSync(dataDir, { recursive: true, force: true });
  process.once('exit', removeAtExit);
  try {
    const server = await startEmbedded({ dataDir, durable: false });
    const stop = async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
      process.off('exit', removeAtExit);
    };
    return { url: databaseUrl(server.url, 'postgres'), stop };
  } catch (error) {
    await rm(dataDir, { recursive: true, force: true });
    throw error;
  }
}
