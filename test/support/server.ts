import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { host } from './host.ts';
import { startWallchart } from './process.ts';
import { sampleDatabase } from './sample-database.ts';
import type { AddressInfo } from 'node:net';
import type { Ended, Running } from './process.ts';

const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 20_000;
const POLL_MS = 100;

export class ServerFault extends Error {
  override readonly name = 'ServerFault';
}

/** The real server in a process of its own, with a data folder of its own. */
export interface TestServer {
  url: string;
  port: number;
  dataDir: string;
  /** What a command needs to work on the same database. */
  settings: Record<string, string>;
  running: Running;
  /** Asks it to end, and removes its data folder unless told to keep it. */
  stop: (options?: { keep?: boolean }) => Promise<Ended>;
}

export interface TestServerOptions {
  /** Whether it loads the two sample campaigns; default yes. */
  samples?: boolean;
  /** A data folder to go on with; default a new one. */
  dataDir?: string;
  settings?: Record<string, string>;
}

/** A port that no one listens on right now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Starts `wallchart serve` and waits until it is ready (database migrated, samples loaded).
 *
 * @throws ServerFault with its output when it ends, or is not ready in time
 */
export async function startServer(options: TestServerOptions = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'wallchart-e2e-')));
  const port = await freePort();
  const settings = { WALLCHART_DATA: dataDir, ...options.settings };
  const samples = options.samples === false ? '0' : '1';
  const running = startWallchart(['serve'], { PORT: String(port), WALLCHART_SAMPLES: samples, ...settings });
  const url = `http://127.0.0.1:${port}`;
  const stop: TestServer['stop'] = async ({ keep = false } = {}) => {
    running.child.kill('SIGTERM');
    const late = wait(STOP_WITHIN_MS, null, { ref: false }).then(() => {
      running.child.kill('SIGKILL');
      throw new ServerFault(`The server did not stop within ${STOP_WITHIN_MS} ms.\n${running.output()}`);
    });
    try {
      return await Promise.race([running.ended, late]);
    } finally {
      if (!keep) await rm(dataDir, { recursive: true, force: true });
    }
  };
  try {
    await untilReady(url, running);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, port, dataDir, settings, running, stop };
}

/** A server that shares its process with others. */
export type SampleServer = Pick<TestServer, 'url' | 'settings'> & { readonly stop: () => Promise<void> };

const servers = host();

/**
 * A server on a copy of a database with both samples, in the PostgreSQL of the test run: nothing is set up or imported. The
 * servers of all stories of a worker share a process, which has loaded their code.
 */
export async function startOnSamples(): Promise<SampleServer> {
  const [database, dataDir, port] = await Promise.all([
    sampleDatabase(),
    mkdtemp(join(tmpdir(), 'wallchart-e2e-')),
    freePort(),
  ]);
  const settings = { WALLCHART_DATA: dataDir, DATABASE_URL: database.url };
  const { url } = (await servers({ kind: 'serve', settings: { ...settings, PORT: String(port) } })) as { url: string };
  const stop = async (): Promise<void> => {
    await servers({ kind: 'stop', url });
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url, settings, stop };
}

async function untilReady(url: string, running: Running): Promise<void> {
  const end = Date.now() + READY_WITHIN_MS;
  while (Date.now() < end) {
    if (running.child.exitCode !== null) throw new ServerFault(`The server ended at once.\n${running.output()}`);
    const answer = await fetch(`${url}/ready`).catch(() => null);
    if (answer?.ok) return;
    await wait(POLL_MS);
  }
  throw new ServerFault(`The server was not ready within ${READY_WITHIN_MS} ms.\n${running.output()}`);
}
