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

/** Names of this code's migrations, oldest first. */
export const MIGRATIONS: readonly string[] = migrations.map(({ name }) => name);

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

/**
 * Brings the schema up inside the transaction of `orm`'s only connection (connectOver), to this code's or to an earlier one.
 *
 * @param to the last migration to run; all if not given
 * @returns as migrate does
 * @throws DatabaseError DATABASE_NEWER
 */
export async function migrateInside(
  orm: Orm,
  { to, onProgress }: MigrateOptions & { to?: string } = {},
): Promise<string[]> {
  await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(kysely(orm));
  return runPending(orm, onProgress, to);
}

/**
 * Takes back every migration inside the transaction of `orm`'s only connection (connectOver): every table of Wallchart's with its rows is
 * removed, and nothing else of the database.
 *
 * @throws DatabaseError DATABASE_NEWER
 */
export async function clearInside(orm: Orm): Promise<void> {
  await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(kysely(orm));
  await assertNotNewer(orm);
  await migrateDown(orm);
}

/** Takes back every migration, newest first, and so removes every table that they made with its rows. */
export async function migrateDown(orm: Orm): Promise<void> {
  await orm.migrator.down({ to: 0 });
}

/** Names of migrations that this code has and the database has not. */
export async function pendingMigrations(orm: Orm): Promise<string[]> {
  return (await orm.migrator.getPending()).map(({ name }) => name);
}

async function runPending(orm: Orm, onProgress: MigrateOptions['onProgress'], to?: string): Promise<string[]> {
  await assertNotNewer(orm);
  const last = to === undefined ? MIGRATIONS.length : MIGRATIONS.indexOf(to) + 1;
  const upTo = new Set(MIGRATIONS.slice(0, last));
  const pending = (await pendingMigrations(orm)).filter((name) => upTo.has(name));
  for (const [index, name] of pending.entries()) {
    onProgress?.(name, index + 1, pending.length);
    await orm.migrator.up({ to: name });
  }
  return pending;
}

async function assertNotNewer(orm: Orm): Promise<void> {
  const known = new Set(MIGRATIONS);
  const newer = (await orm.migrator.getExecuted()).map(({ name }) => name).filter((name) => !known.has(name));
  if (newer.length === 0) return;
  throw new DatabaseError(
    'DATABASE_NEWER',
    `The database was migrated by a newer Wallchart (${newer.join(', ')}). Update Wallchart, or restore an older backup.`,
  );
}
