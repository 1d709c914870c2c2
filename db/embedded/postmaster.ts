import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { DatabaseError } from '../errors.ts';
import { cleanEnvironment, lastLines, type Cluster } from './cluster.ts';

/** A PostgreSQL that this process started. */
export interface Postmaster {
  pid: number;
  port: number;
  /** Resolves when it is gone, for whatever reason. */
  exited: Promise<void>;
  /** The last lines that it wrote about what went wrong, in one; empty if there are none. */
  lastWords: () => string;
  /** Fast shutdown: sessions are cut, data is written. */
  stop: () => Promise<void>;
}

/** Sensible for a machine that runs other things too: a few hundred MB at most. */
const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  effective_cache_size: '512MB',
  max_wal_size: '1GB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  password_encryption: 'scram-sha-256',
  fsync: 'on',
};

const THROW_AWAY: Record<string, string> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  // Every worker of a run has pools of its own.
  max_connections: '300',
  autovacuum: 'off',
};

const READY = 'database system is ready to accept connections';
const PATIENCE_MS = 120_000;
/** Backends of a killed postmaster notice within moments; until then its shared memory is taken. */
const ORPHANS_LEAVING = 'pre-existing shared memory block';

export interface StartOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called when PostgreSQL is on its way. */
  readonly onSpawned?: (() => void) | undefined;
}

/**
 * Starts PostgreSQL on a free port of 127.0.0.1 and waits until it answers; crash recovery is part of that.
 *
 * @throws DatabaseError POSTGRES_START_FAILED with the last lines that PostgreSQL wrote; the signal's reason, when it is gone
 */
export async function startPostmaster(cluster: Cluster, options: StartOptions = {}): Promise<Postmaster> {
  const { signal } = options;
  let output = '';
  for (let attempt = 0; attempt < 20; attempt++) {
    const port = await freePort();
    const result = await launch(cluster, port, options);
    signal?.throwIfAborted();
    if (typeof result !== 'string') return result;
    output = result;
    const worthAnother = output.includes(ORPHANS_LEAVING) || output.includes('could not bind');
    if (!worthAnother) break;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const why = lastWords(output) || lastLines(output);
  throw new DatabaseError('POSTGRES_START_FAILED', `The database did not start: ${why}`);
}

async function launch(
  cluster: Cluster,
  port: number,
  { signal, onSpawned }: StartOptions,
): Promise<Postmaster | string> {
  const settings = { ...SETTINGS, ...(cluster.durable ? {} : THROW_AWAY), port: String(port) };
  const args = ['-D', cluster.path, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const child = spawn(cluster.binaries.postgres, args, {
    ...cluster.user,
    cwd: dirname(cluster.path),
    env: cleanEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: Ctrl-C reaches Wallchart only, which stops the database last.
    detached: true,
  });
  onSpawned?.();
  let gone = false;
  // The last resort when the process ends by an error: better a fast shutdown unawaited than an orphan.
  const onExit = () => void child.kill('SIGINT');
  process.once('exit', onExit);
  const exited = new Promise<void>((resolve) => {
    const end = () => {
      gone = true;
      process.off('exit', onExit);
      resolve();
    };
    child.once('close', end);
    child.once('error', end);
  });
  const cut = () => void stopChild(child, exited, () => gone);
  signal?.addEventListener('abort', cut);
  const output = outputOf(child);
  const failure = await readyOrOutput(child, exited, output);
  signal?.removeEventListener('abort', cut);
  if (signal?.aborted) await stopChild(child, exited, () => gone);
  if (failure !== undefined) return failure;
  const pid = child.pid as number;
  return {
    pid,
    port,
    exited,
    lastWords: () => lastWords(output.text),
    stop: () => stopChild(child, exited, () => gone),
  };
}

/** What PostgreSQL has written, the last of it. */
function outputOf(child: ChildProcess): { text: string } {
  const output = { text: '' };
  child.stderr?.on('data', (chunk: Buffer) => {
    output.text = (output.text + chunk.toString()).slice(-8_000);
  });
  return output;
}

const lastWords = (output: string): string =>
  [...new Set(output.match(/(?<=(PANIC|FATAL|HINT): +)[^\n]+/g))].slice(-3).join(' ');

/** Undefined once PostgreSQL is ready; what it wrote, if it ended or took too long. */
async function readyOrOutput(
  child: ChildProcess,
  exited: Promise<void>,
  output: { text: string },
): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const ready = new Promise<boolean>((resolve) => {
    child.stderr?.on('data', () => output.text.includes(READY) && resolve(true));
    child.once('error', (error) => (output.text += error.message));
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const isReady = await Promise.race([ready, exited.then(() => false)]);
  clearTimeout(timer);
  if (isReady) return undefined;
  child.kill('SIGQUIT');
  return output.text || 'it ended without a word';
}

async function stopChild(child: ChildProcess, exited: Promise<void>, isGone: () => boolean): Promise<void> {
  if (isGone()) return exited;
  child.kill('SIGINT');
  const late = setTimeout(() => child.kill('SIGQUIT'), 30_000);
  await exited;
  clearTimeout(late);
}

/** A port of 127.0.0.1 that was free a moment ago; the caller tries again if it was taken meanwhile. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
