import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { connect, migrate, startEmbedded } from '@wallchart/db';

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wallchart-set-up-'));
  // Or root's PostgreSQL, which is another user, would keep its cluster elsewhere.
  await chmod(folder, 0o711);
  return folder;
}

async function make(): Promise<string> {
  const dataDir = await emptyFolder();
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  const server = await startEmbedded({ dataDir, durable: false });
  const orm = await connect({ url: server.url });
  try {
    await migrate(orm);
  } finally {
    await orm.close(true);
    await server.stop();
  }
  return dataDir;
}

let made: Promise<string> | undefined;

/**
 * A data folder with the newest schema and no row, as a start without samples leaves it: a copy of one that is made once a worker, as
 * to set up a cluster takes longer than most of what is tried on it. The caller removes it.
 */
export async function setUpFolder(): Promise<string> {
  const [from, folder] = [await (made ??= make()), await emptyFolder()];
  // With its owners, which Node's own copy does not keep.
  await promisify(execFile)('cp', ['-a', `${from}/.`, folder]);
  return folder;
}
