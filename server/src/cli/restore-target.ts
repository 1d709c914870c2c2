import { connect } from '@wallchart/db';
import { holdsCluster, startReplacement } from '@wallchart/db/embedded';
import { DatabaseError } from '@wallchart/db/errors';
import {
  assertEmpty,
  contentsOf,
  restoreBackup,
  type Backup,
  type RestoredBackup,
  type RestoreProgress,
} from '../features/backup/index.ts';
import type { Config } from '../config/config.ts';
import { WallchartError } from '../domain/errors.ts';
import { openDatabase } from '../database/open-database.ts';

export interface TargetOptions {
  readonly force: boolean;
  /** A sentence for people about a step that may take a moment. */
  readonly onNote: (message: string) => void;
  readonly onProgress: (progress: RestoreProgress) => void;
  readonly signal: AbortSignal;
}

export interface Outcome extends RestoredBackup {
  /** Where the database that was there before is kept; null if there was none. */
  readonly kept: string | null;
}

/**
 * Restores into the database of DATABASE_URL, in one transaction.
 *
 * @throws as restoreBackup does; DatabaseError DATABASE_UNREACHABLE
 */
export async function restoreIntoDatabase(
  { databaseUrl }: Config,
  backup: Backup,
  options: TargetOptions,
): Promise<Outcome> {
  return { ...(await restoreAt(databaseUrl ?? '', backup, options)), kept: null };
}

/**
 * Restores into a new embedded database, which takes its place in the data folder when it is whole and checked; one that is there is
 * kept beside it.
 *
 * @throws as restoreBackup and startReplacement do
 */
export async function restoreIntoFolder(config: Config, backup: Backup, options: TargetOptions): Promise<Outcome> {
  const { force, onNote, signal } = options;
  if (!force && (await holdsCluster(config.dataDir))) await assertFolderEmpty(config, options);
  const replacement = await startReplacement({
    dataDir: config.dataDir,
    onProgress: ({ step, message }) => step !== 'ready' && onNote(message),
    signal,
  });
  let restored: RestoredBackup;
  try {
    restored = await restoreAt(replacement.url, backup, options);
  } catch (error) {
    await replacement.discard();
    throw error;
  }
  return { ...restored, kept: await replacement.putInPlace(force) };
}

async function restoreAt(url: string, backup: Backup, options: TargetOptions): Promise<RestoredBackup> {
  const orm = await connect({ url, poolSize: 1, statementTimeoutMs: 0 });
  try {
    return await restoreBackup(orm, backup, options);
  } finally {
    await orm.close(true);
  }
}

async function assertFolderEmpty(config: Config, { onNote, signal }: TargetOptions): Promise<void> {
  const database = await openDatabase(config, {
    onProgress: onNote,
    besideServer: false,
    migrate: false,
    signal,
  }).catch((error: unknown) => {
    throw damaged(config.dataDir, error) ?? error;
  });
  try {
    const client = await database.system.pool.connect();
    const contents = await contentsOf(client).finally(() => client.release());
    assertEmpty(contents);
  } finally {
    await database.close();
  }
}

function damaged(dataDir: string, error: unknown): WallchartError | undefined {
  if (!(error instanceof DatabaseError) || error.code !== 'POSTGRES_START_FAILED') return undefined;
  return new WallchartError(
    'TARGET_NOT_EMPTY',
    `the data folder ${dataDir} holds a database that does not start, so its contents cannot be checked. Use --force to restore ` +
      `anyway; that database is kept beside the new one. ${error.message}`,
    undefined,
    { cause: error },
  );
}
