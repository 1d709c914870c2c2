import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseError } from '../errors.ts';
import type { Binaries } from './binaries.ts';
import { giveTo } from './reach.ts';
import type { SystemUser } from './system-user.ts';

export const SUPERUSER = 'wallchart';

/** A cluster on disk and what is needed to run it. */
export interface Cluster {
  path: string;
  binaries: Binaries;
  user: SystemUser;
  /** False for a throw-away cluster: nothing is forced to disk. */
  durable: boolean;
}

export const isInitialised = (cluster: Cluster): Promise<boolean> =>
  access(join(cluster.path, 'PG_VERSION')).then(
    () => true,
    () => false,
  );

/** The password of the database, made once and kept in a file that only its owner reads. */
export async function readOrMakePassword(dataDir: string): Promise<string> {
  const path = join(dataDir, 'postgres.password');
  const existing = await readFile(path, 'utf8').catch(() => '');
  if (existing.trim()) return existing.trim();
  const password = randomBytes(24).toString('base64url');
  await writeFile(path, `${password}\n`, { mode: 0o600 });
  await chmod(path, 0o600);
  return password;
}

/**
 * Makes the cluster beside its place and moves it there when it is whole, so that an interrupted start leaves nothing.
 *
 * @throws DatabaseError POSTGRES_INIT_FAILED, also when the signal ends it
 */
export async function initialise(cluster: Cluster, password: string, signal?: AbortSignal): Promise<void> {
  const parent = dirname(cluster.path);
  await mkdir(parent, { recursive: true });
  const draft = `${cluster.path}.init`;
  // What a killed start left behind.
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  try {
    const passwordFile = join(draft, 'password');
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    await giveTo(passwordFile, cluster.user);
    await giveTo(draft, cluster.user);
    await runInitdb(cluster, join(draft, 'postgres'), passwordFile, signal);
    await rename(join(draft, 'postgres'), cluster.path);
  } finally {
    // a server that is just leaving may still write
    await rm(draft, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** Character types for pg_trgm, which has to know a Chinese character as a letter; 'C' works, with slower searches. */
const CHARACTER_TYPES = ['C.UTF-8', 'en_US.UTF-8', 'C'];

async function runInitdb(
  cluster: Cluster,
  path: string,
  passwordFile: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  let output = '';
  for (const characterType of CHARACTER_TYPES) {
    const args = [
      `--pgdata=${path}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Sorts by code point, on every system alike.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      `--lc-ctype=${characterType}`,
      // Nor need a throw-away password be hard to guess: each of the connections of a run of tests works it out on both ends.
      ...(cluster.durable ? [] : ['--no-sync', '--set=scram_iterations=1']),
    ];
    const result = await run(cluster, args, signal);
    if (result.code === 0) return;
    output = result.output;
    if (!output.includes('invalid locale name')) break;
    await rm(path, { recursive: true, force: true });
  }
  throw new DatabaseError('POSTGRES_INIT_FAILED', `The database could not be set up: ${lastLines(output)}`);
}

function run(
  { binaries, user, path }: Cluster,
  args: string[],
  signal: AbortSignal | undefined,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(binaries.initdb, args, {
    ...user,
    cwd: dirname(path),
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => child.kill();
  signal?.addEventListener('abort', end);
  if (signal?.aborted) end();
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: -1, output: error.message }));
    child.once('close', (code) => {
      signal?.removeEventListener('abort', end);
      resolve({ code, output });
    });
  });
}

/** The environment without PG* variables, which would change what PostgreSQL does. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_MESSAGES: 'C', TZ: 'UTC' };
}

export const lastLines = (text: string): string => text.trim().split('\n').slice(-6).join('\n').trim();
