import { sql } from 'kysely';
import { connect, kysely, type Orm } from './connect.ts';
import { DatabaseError } from './errors.ts';
import { migrations } from './migrations/index.ts';

/** Any number will do, as long as every Wallchart takes the same. */
const MIGRATION_LOCK = 7_203_614_911;

export interface MigrateOptions {
  /** Called before each migration with its name, its place (from 1) and how many there are to run. */
  onProgress?: (name: string, index: number, total: number) => void;
}

/**
 * Brings the database up to this code's schema. Two processes that migrate at once wait for each other.
 *
 * @returns names of the migrations that were run, none if the schema was current
 * @throws DatabaseError DATABASE_NEWER if a newer Wallchart has migrated the database
 */
export async function migrate(orm: Orm, { onProgress }: MigrateOptions = {}): Promise<string[]> {
  const url = orm.config.get('clientUrl');
  if (!url) throw new DatabaseError('DATABASE_UNREACHABLE', 'The connection has no address to migrate.');
  // A pool of its own: a migration may take longer than any statement timeout.
  const unhurried = await connect({ url, applicationName: 'wallchart-migrate', poolSize: 2, statementTimeoutMs: 0 });
  try {
    return await kysely(unhurried)
      .connection()
      .execute(async (session) => {
        await sql`select pg_advisory_lock(${MIGRATION_LOCK})`.execute(session);
        try {
          return await runPending(unhurried, onProgress);
        } finally {
          await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`.execute(session);
        }
      });
  } finally {
    await unhurried.close(true);
  }
}

/** Takes back every migration, newest first; for tests. */
export async function migrateDown(orm: Orm): Promise<void> {
  await orm.migrator.down({ to: 0 });
}

/** Names of migrations that this code has and the database has not. */
export async function pendingMigrations(orm: Orm): Promise<string[]> {
  return (await orm.migrator.getPending()).map(({ name }) => name);
}

async function runPending(orm: Orm, onProgress: MigrateOptions['onProgress']): Promise<string[]> {
  const known = new Set(migrations.map(({ name }) => name));
  const executed = await orm.migrator.getExecuted();
  const newer = executed.map(({ name }) => name).filter((name) => !known.has(name));
  if (newer.length > 0) {
    throw new DatabaseError(
      'DATABASE_NEWER',
      `The database was migrated by a newer Wallchart (${newer.join(', ')}). Update Wallchart, or restore an older backup.`,
    );
  }
  const pending = await pendingMigrations(orm);
  for (const [index, name] of pending.entries()) {
    onProgress?.(name, index + 1, pending.length);
    await orm.migrator.up({ to: name });
  }
  return pending;
}
