import { DatabaseError } from '../errors.ts';
import type { Cluster } from './cluster.ts';
import type { ClusterPlace } from './place.ts';
import { startPostmaster, type Postmaster, type StartOptions } from './postmaster.ts';
import { ensureDatabase } from './verify.ts';

/**
 * Starts PostgreSQL on a cluster, with the database `wallchart` in it.
 *
 * @throws DatabaseError POSTGRES_START_FAILED; the signal's reason
 */
export async function startCluster(
  cluster: Cluster,
  urlAt: ClusterPlace['urlAt'],
  options: StartOptions,
): Promise<{ postmaster: Postmaster; url: string }> {
  const { signal } = options;
  const postmaster = await startPostmaster(cluster, options);
  try {
    const url = urlAt(postmaster.port);
    await ensureDatabase(url);
    signal?.throwIfAborted();
    return { postmaster, url };
  } catch (cause) {
    await postmaster.stop();
    signal?.throwIfAborted();
    throw new DatabaseError(
      'POSTGRES_START_FAILED',
      `The database started but refused us: ${(cause as Error).message}`,
      { cause },
    );
  }
}
