import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { initialise, isInitialised } from './embedded/cluster.ts';
import { describeError, useDataFolder } from './embedded/data-folder.ts';
import type { EmbeddedOptions } from './embedded/options.ts';
import { isCopied, lockFolder, lockOutside } from './embedded/lock.ts';
import { clearPredecessor } from './embedded/orphan.ts';
import { placeOf } from './embedded/place.ts';
import type { Postmaster } from './embedded/postmaster.ts';
import { isAlive } from './embedded/process-identity.ts';
import { settleReplacement } from './embedded/replacement.ts';
import { readServerFile, removeServerFile, writeServerFile, type ServerFile } from './embedded/server-file.ts';
import { startCluster } from './embedded/start-cluster.ts';
import { answersFor } from './embedded/verify.ts';

export type { EmbeddedOptions, Progress } from './embedded/options.ts';
export { holdsCluster } from './embedded/place.ts';
export { startReplacement, type Replacement } from './embedded/replacement.ts';

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
 * @throws DatabaseError DATA_FOLDER_IN_USE, DATA_FOLDER_COPIED, DATA_FOLDER_UNUSABLE, POSTGRES_MISSING, POSTGRES_USER_MISSING,
 *   POSTGRES_INIT_FAILED, POSTGRES_START_FAILED; the signal's reason
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dataDir = await useDataFolder(options.dataDir);
  const release = await lockFolder(dataDir).catch((error: unknown) => {
    throw describeError(dataDir, error);
  });
  try {
    const { postmaster, url, releaseCluster } = await bringUp(dataDir, options);
    options.onProgress?.({ step: 'ready', message: `The database is ready (port ${postmaster.port}).` });
    return handle(dataDir, url, postmaster, async () => (await releaseCluster(), release()), options);
  } catch (error) {
    await release();
    options.signal?.throwIfAborted();
    throw describeError(dataDir, error);
  }
}

/** The server that runs on a data folder, verified to answer; undefined if there is none. */
export async function findRunning(dataDir: string): Promise<RunningServer | undefined> {
  const file = await readServerFile(resolve(dataDir));
  if (!file || !isAlive(file.pid) || !(await isOwnFile(file, dataDir))) return undefined;
  if (!(await answersFor(file.url, file.cluster))) return undefined;
  return { url: file.url, pid: file.pid };
}

/** A copied folder has the file of the original, whose server must not be taken for its own. */
async function isOwnFile(file: ServerFile, dataDir: string): Promise<boolean> {
  if (await isCopied(dataDir)) return false;
  return (await realpath(join(dataDir, 'postgres')).catch(() => undefined)) === file.cluster;
}

async function bringUp(dataDir: string, { onProgress, onSpawned, durable = true, signal }: EmbeddedOptions) {
  const { cluster, password, urlAt } = await placeOf(dataDir, { durable, opened: true }, (note) => onProgress?.(note));
  const releaseCluster = await lockOutside(dataDir, cluster.path);
  try {
    await settleReplacement(cluster.path, urlAt, signal);
    if (!(await isInitialised(cluster))) {
      onProgress?.({ step: 'initialise', message: 'Setting up the database (once) …' });
      await initialise(cluster, password, signal);
    } else if (await clearPredecessor(cluster.path, urlAt, signal)) {
      onProgress?.({ step: 'recover', message: 'The last run did not end cleanly; recovering the database …' });
    }
    signal?.throwIfAborted();
    onProgress?.({ step: 'start', message: 'Starting the database …' });
    const { postmaster, url } = await startCluster(cluster, urlAt, { signal, onSpawned });
    try {
      const real = await realpath(cluster.path);
      await writeServerFile(dataDir, { url, pid: process.pid, postgresPid: postmaster.pid, cluster: real });
    } catch (error) {
      await postmaster.stop();
      throw error;
    }
    return { postmaster, url, releaseCluster };
  } catch (error) {
    await releaseCluster();
    throw error;
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
