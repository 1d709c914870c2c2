import { rmSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect } from '../connect.ts';
import { startEmbedded } from '../embedded.ts';
import { migrate } from '../migrate.ts';
import { administer } from './administer.ts';
import { databaseUrl } from './database-url.ts';
import type { TestServer } from './test-server.ts';

/**
 * One PostgreSQL for a run of tests: that of TEST_DATABASE_URL, or an embedded one in a temporary folder. A template
 * database is migrated once; each test file copies it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  const template = `wallchart_template_${process.pid}_${Date.now()}`;
  try {
    await makeTemplate(server.url, template);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const provided: TestServer = { url: server.url, template };
  project.provide('testServer', provided);
  return async () => {
    try {
      await administer(server.url, `drop database if exists ${template} with (force)`);
    } finally {
      await server.stop();
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

/** Migrated, then closed to connections: a copy needs a source that nobody uses. */
async function makeTemplate(url: string, template: string): Promise<void> {
  await administer(url, `create database ${template}`);
  const orm = await connect({ url: databaseUrl(url, template), statementTimeoutMs: 0 });
  try {
    await migrate(orm);
  } finally {
    await orm.close(true);
  }
  await administer(url, `alter database ${template} with allow_connections false`);
}
