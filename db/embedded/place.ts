import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseError } from '../errors.ts';
import { findBinaries } from './binaries.ts';
import { isInitialised, readOrMakePassword, SUPERUSER, type Cluster } from './cluster.ts';
import { assertOwned } from './ownership.ts';
import { clusterFolder, reachableBinaries } from './reach.ts';
import { findSystemUser } from './system-user.ts';

/** A sentence for people about how the database is kept. */
export interface PlaceNote {
  readonly step: 'user' | 'moved';
  readonly message: string;
}

/** The cluster of a data folder, which may not be made yet, and how to connect to it. */
export interface ClusterPlace {
  readonly cluster: Cluster;
  readonly password: string;
  /** Connection address on a port of this machine, with password. */
  readonly urlAt: (port: number) => string;
}

/**
 * Where the cluster of a data folder is or will be, and who runs it.
 *
 * @param opened whether a cluster that is there is to be opened, and so must be one that can be
 * @throws DatabaseError DATA_FOLDER_UNUSABLE, POSTGRES_MISSING, POSTGRES_USER_MISSING
 */
export async function placeOf(
  dataDir: string,
  { durable, opened }: { durable: boolean; opened: boolean },
  onNote: (note: PlaceNote) => void,
): Promise<ClusterPlace> {
  const user = await findSystemUser((name) =>
    onNote({ step: 'user', message: `Making the system user "${name}", because PostgreSQL does not run as root …` }),
  );
  const binaries = await reachableBinaries(await findBinaries(), user);
  const { path, moved } = await clusterFolder(dataDir, user);
  if (moved) onNote({ step: 'moved', message: `The database is kept in ${path}: its user cannot enter ${dataDir}.` });
  const cluster: Cluster = { path, binaries, user, durable };
  if (opened) {
    await assertOwned(path, user);
    if (await isInitialised(cluster)) await assertPassword(dataDir);
  }
  const password = await readOrMakePassword(dataDir);
  return { cluster, password, urlAt: (port) => `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/wallchart` };
}

/** Whether a data folder holds a database, made by an earlier start; nothing is made for the look. */
export function holdsCluster(dataDir: string): Promise<boolean> {
  return stat(join(dataDir, 'postgres')).then(
    () => true,
    () => false,
  );
}

/** The password of the database is made once: a cluster without it came from elsewhere. */
async function assertPassword(dataDir: string): Promise<void> {
  const path = join(dataDir, 'postgres.password');
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  throw new DatabaseError(
    'DATA_FOLDER_UNUSABLE',
    `The data folder ${dataDir} holds a database, but not the password that was made with it (${path}). ` +
      'Copy that file from where the folder comes from, or restore a backup into an empty folder.',
  );
}
