import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { EmbeddedOptions } from './options.ts';
import { initialise, type Cluster } from './cluster.ts';
import { describeError, useDataFolder } from './data-folder.ts';
import { lockFolder, lockOutside } from './lock.ts';
import { clearPredecessor } from './orphan.ts';
import { placeOf, type ClusterPlace } from './place.ts';
import { startCluster } from './start-cluster.ts';

/** A new, empty cluster beside that of a data folder, to be filled and then to take its place. */
export interface Replacement {
  /** Connection address of the database `wallchart`, with password. */
  readonly url: string;
  /**
   * Stops it and puts it where the data folder's cluster is.
   *
   * @param keepOld whether the cluster that was there is kept
   * @returns the folder in which it is kept; null if there was none, or it was not to be kept
   */
  readonly putInPlace: (keepOld: boolean) => Promise<string | null>;
  /** Stops and removes it; the data folder is as it was. */
  readonly discard: () => Promise<void>;
}

/** While it is filled, and once it is whole: from then on it takes its place even if the machine goes down in between. */
const unfinished = (cluster: string): string => `${cluster}.restoring`;
const whole = (cluster: string): string => `${cluster}.restored`;

/**
 * Starts an empty cluster beside that of a data folder, which it holds until the replacement is put in place or discarded. What is
 * in the folder is not opened: it may be damaged.
 *
 * @throws as startEmbedded does
 */
export async function startReplacement(options: EmbeddedOptions): Promise<Replacement> {
  const { onProgress, durable = true, signal } = options;
  const dataDir = await useDataFolder(options.dataDir);
  const release = await lockFolder(dataDir);
  let releaseCluster = async (): Promise<void> => undefined;
  const giveBack = async (): Promise<void> => {
    await releaseCluster();
    await release();
  };
  try {
    const place = await placeOf(dataDir, { durable, opened: false }, (note) => onProgress?.(note));
    releaseCluster = await lockOutside(dataDir, place.cluster.path);
    await settleReplacement(place.cluster.path, place.urlAt, signal);
    return await start(place, options, giveBack);
  } catch (error) {
    await giveBack();
    signal?.throwIfAborted();
    throw describeError(dataDir, error);
  }
}

async function start(
  { cluster, password, urlAt }: ClusterPlace,
  { onProgress, onSpawned, signal }: EmbeddedOptions,
  giveBack: () => Promise<void>,
): Promise<Replacement> {
  const fresh: Cluster = { ...cluster, path: unfinished(cluster.path) };
  try {
    onProgress?.({ step: 'initialise', message: 'Setting up a new database …' });
    await initialise(fresh, password, signal);
    const { postmaster, url } = await startCluster(fresh, urlAt, { signal, onSpawned });
    return {
      url,
      putInPlace: async (keepOld) => {
        await postmaster.stop();
        await rename(fresh.path, whole(cluster.path));
        await syncFolder(dirname(cluster.path));
        const old = await takePlace(cluster.path);
        if (old !== null && !keepOld) await rm(old, { recursive: true });
        await giveBack();
        return keepOld ? old : null;
      },
      discard: async () => {
        await postmaster.stop();
        await rm(fresh.path, { recursive: true, force: true });
        await giveBack();
      },
    };
  } catch (error) {
    await rm(fresh.path, { recursive: true, force: true });
    throw error;
  }
}

/**
 * What a restore that was killed left beside a cluster: one that was whole takes its place now, one that was not is removed, and its
 * PostgreSQL stopped.
 */
export async function settleReplacement(
  cluster: string,
  urlAt: ClusterPlace['urlAt'],
  signal: AbortSignal | undefined,
): Promise<void> {
  if (await exists(whole(cluster))) await takePlace(cluster);
  if (!(await exists(unfinished(cluster)))) return;
  await clearPredecessor(unfinished(cluster), urlAt, signal);
  await rm(unfinished(cluster), { recursive: true, force: true });
}

/** @returns where the cluster that was there is now; null if there was none */
async function takePlace(cluster: string): Promise<string | null> {
  const aside = `${cluster}.before-restore-${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}`;
  const isThere = await exists(cluster);
  if (isThere) await rename(cluster, aside);
  await rename(whole(cluster), cluster);
  await syncFolder(dirname(cluster));
  return isThere ? aside : null;
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Makes renames last; where folders cannot be synced (Windows), the file system sees to it. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path).catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
