import { rmSync } from 'node:fs';
import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../embedded.ts';
import { databaseUrl } from './database-url.ts';
import { endWithUs } from './end-with-us.ts';
import type { TestServer } from './test-server.ts';

export interface StartedServer extends TestServer {
  /** Process number of PostgreSQL. */
  readonly pid: number;
  readonly dataDir: string;
  readonly stop: () => Promise<void>;
}

const IN_MEMORY = '/dev/shm';
const ROOM_BYTES = 4 * 2 ** 30;

/** A throw-away PostgreSQL in a temporary folder; it ends with this process at the latest. */
export async function startTestServer(): Promise<StartedServer> {
  const dataDir = await mkdtemp(join(await roomyFolder(), 'wallchart-test-'));
  // Or root's PostgreSQL, which is another user, could not enter, and the cluster would be kept elsewhere.
  await chmod(dataDir, 0o711);
  const removeAtExit = () => rmSync(dataDir, { recursive: true, force: true });
  process.once('exit', removeAtExit);
  try {
    const server = await startEmbedded({ dataDir, durable: false });
    endWithUs(server.pid, 'SIGQUIT', dataDir);
    const stop = async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
      process.off('exit', removeAtExit);
    };
    return { url: databaseUrl(server.url, 'postgres'), run: runName(), pid: server.pid, dataDir, stop };
  } catch (error) {
    await rm(dataDir, { recursive: true, force: true });
    throw error;
  }
}

/** In memory where there is room: every copied database and every temporary table is dozens of files, made and removed. */
async function roomyFolder(): Promise<string> {
  const memory = await statfs(IN_MEMORY).catch(() => undefined);
  return memory && memory.bavail * memory.bsize >= ROOM_BYTES ? IN_MEMORY : tmpdir();
}

/** What the names of the databases of a run begin with: a server of one's own may hold those of several runs. */
export const runName = (): string => `wallchart_test_${process.pid}_${Date.now()}`;
