import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { findBinaries } from './embedded/binaries.ts';
import { initialise, isInitialised, readOrMakePassword, SUPERUSER, type Cluster } from './embedded/cluster.ts';
import { inWords, useDataFolder } from './embedded/data-folder.ts';
import { lockFolder } from './embedded/lock.ts';
import { clearPredecessor } from './embedded/orphan.ts';
import { startPostmaster, type Postmaster } from './embedded/postmaster.ts';
import { isAlive } from './embedded/process-identity.ts';
import { clusterFolder, reachableBinaries } from './embedded/reach.ts';
import { readServerFile, removeServerFile, writeServerFile } from './embedded/server-file.ts';
import { findSystemUser } from './embedded/system-user.ts';
import { answersFor, ensureDatabase } from './embedded/verify.ts';
import { DatabaseError } from './errors.ts';

/** A step of a start or stop that may take a moment, and a sentence for people. */
export interface Progress {
  step: 'user' | 'moved' | 'initialise' | 'recover' | 'start' | 'ready' | 'stop';
  message: string;
}

export interface EmbeddedOptions {
  /** The data folder; made if missing. */
  dataDir: string;
  onProgress?: (progress: Progress) => void;
  /** Called when PostgreSQL is on its way: the moment to do what need not wait for it. */
  onSpawned?: () => void;
  /** Called with the last that it wrote, if PostgreSQL ends without having been asked to. */
  onUnexpectedExit?: (lastWords: string) => void;
  /** False for throw-away data: nothing is forced to disk. Default true. */
  durable?: boolean;
  /** Aborted to end a start that is under way: PostgreSQL is stopped again, and the start rejects with its reason. */
  signal?: AbortSignal;
}

export interface EmbeddedServer {
  /** Connection address of the database `wallchart`, with password. */
  url: string;
  port: number;
  /** Process number of PostgreSQL. */
  pid: number;
  dataDir: string;
  /** Fast shutdown; waits for the end. May be called again. */
  stop: () => Promise<void>;
}

export interface RunningServer {
  url: string;
  /** Process number of the Wallchart that runs it. */
  pid: number;
}

/**
 * Starts the embedded PostgreSQL on a data folder: makes it on first use, recovers it after a crash, holds it until
 * `stop()`. The folder holds `postgres/` (the cluster), `postgres.password`, and while running `owner.json` and
 * `server.json`; all of them are readable by their owner only.
 *
 * @throws DatabaseError DATA_FOLDER_IN_USE, DATA_FOLDER_UNUSABLE, POSTGRES_MISSING, POSTGRES_USER_MISSING,
 *   POSTGRES_INIT_FAILED, POSTGRES_START_FAILED; the signal's reason
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dataDir = await useDataFolder(options.dataDir);
  const release = await lockFolder(dataDir).catch((error: unknown) => {
    throw inWords(dataDir, error);
  });
  try {
    const { postmaster, url } = await bringUp(dataDir, options);
    options.onProgress?.({ step: 'ready', message: `The database is ready (port ${postmaster.port}).` });
    return handle(dataDir, url, postmaster, release, options);
  } catch (error) {
    await release();
    options.signal?.throwIfAborted();
    throw inWords(dataDir, error);
  }
}

/** The server that runs on a data folder, verified to answer; undefined if there is none. */
export async function findRunning(dataDir: string): Promise<RunningServer | undefined> {
  const file = await readServerFile(resolve(dataDir));
  if (!file || !isAlive(file.pid) || !(await answersFor(file.url, file.cluster))) return undefined;
  return { url: file.url, pid: file.pid };
}

async function bringUp(dataDir: string, { onProgress, onSpawned, durable = true, signal }: EmbeddedOptions) {
  const user = await findSystemUser((name) =>
    onProgress?.({
      step: 'user',
      message: `Making the system user "${name}", because PostgreSQL does not run as root …`,
    }),
  );
  const binaries = await reachableBinaries(await findBinaries(), user);
  const { path, moved } = await clusterFolder(dataDir, user);
  if (moved)
    onProgress?.({ step: 'moved', message: `The database is kept in ${path}: its user cannot enter ${dataDir}.` });
  const cluster: Cluster = { path, binaries, user, durable };
  const password = await readOrMakePassword(dataDir);
  const urlAt = (port: number) => `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/wallchart`;
  if (!(await isInitialised(cluster))) {
    onProgress?.({ step: 'initialise', message: 'Setting up the database (once) …' });
    await initialise(cluster, password, signal);
  } else if (await clearPredecessor(path, urlAt, signal)) {
    onProgress?.({ step: 'recover', message: 'The last run did not end cleanly; recovering the database …' });
  }
  signal?.throwIfAborted();
  onProgress?.({ step: 'start', message: 'Starting the database …' });
  const postmaster = await startPostmaster(cluster, { signal, onSpawned });
  try {
    const url = urlAt(postmaster.port);
    await ensureDatabase(url);
    signal?.throwIfAborted();
    const real = await realpath(path);
    await writeServerFile(dataDir, { url, pid: process.pid, postgresPid: postmaster.pid, cluster: real });
    return { postmaster, url };
  } catch (cause) {
    await postmaster.stop();
    signal?.throwIfAborted();
    if (inWords(dataDir, cause) !== cause) throw cause;
    throw new DatabaseError(
      'POSTGRES_START_FAILED',
      `The database started but refused us: ${(cause as Error).message}`,
      { cause },
    );
  }
}

function handle(
  dataDir: string,
  url: string,
  postmaster: Postmaster,
  release: () => Promise<void>,
  options: EmbeddedOptions,
): EmbeddedServer {
  let stopping: Promise<void> | undefined;
  const cleanUp = async () => {
    await removeServerFile(dataDir);
    await release();
  };
  const stop = async () => {
    options.onProgress?.({ step: 'stop', message: 'Stopping the database …' });
    await postmaster.stop();
    await cleanUp();
  };
  const watch = async () => {
    await postmaster.exited;
    if (stopping) return;
    stopping = cleanUp();
    await stopping;
    options.onUnexpectedExit?.(postmaster.lastWords());
  };
  void watch();
  return { url, port: postmaster.port, pid: postmaster.pid, dataDir, stop: () => (stopping ??= stop()) };
}
