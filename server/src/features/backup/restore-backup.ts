import { pipeline } from 'node:stream/promises';
import { clearInside, connectOver, kysely, migrateInside, type Orm } from '@wallchart/db';
import type { Pool, PoolClient } from 'pg';
import { from } from 'pg-copy-streams';
import { SYSTEM } from '../../access/principals.ts';
import { ViewerDb } from '../../database/handles.ts';
import { WallchartError } from '../../domain/errors.ts';
import { lockToWrite } from '../../recording/counties.ts';
import { checkIntegrity, type Finding } from '../integrity/index.ts';
import { inLoadingOrder, listSequences, listTables, withColumns, type Table } from './catalogue.ts';
import { contentsOf, type Contents } from './contents.ts';
import type { Part } from './format.ts';
import { metered } from './metered.ts';
import type { Backup } from './open-backup.ts';
import { refused } from './refused.ts';
import { COPY_SETTINGS } from './snapshot.ts';

export type RestorePhase = 'schema' | 'loading' | 'migrating' | 'checking';

export interface RestoreProgress {
  readonly phase: RestorePhase;
  /** The table, migration or check. */
  readonly what: string;
  /** From 0 to 1, of the rows in the file. */
  readonly part: number;
}

export interface RestoreOptions {
  /** Restore over what is there: it is gone when this returns, and untouched when it throws. */
  readonly force: boolean;
  readonly onProgress?: (progress: RestoreProgress) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface RestoredBackup {
  readonly rows: number;
  /** Migrations of this version that the backup did not have. */
  readonly migrated: readonly string[];
  /** Tables in the file that Wallchart does not make: they were left out. */
  readonly leftOut: readonly string[];
  /** What `check` finds in the restored database; the database that was backed up had it too. */
  readonly findings: readonly Finding[];
}

/**
 * Puts a backup into a database: all of it, checked, or nothing.
 *
 * @param orm its pool gives one connection, whose transaction does everything
 * @throws WallchartError TARGET_NOT_EMPTY, DATABASE_BUSY, BACKUP_REFUSED; DatabaseError DATABASE_NEWER; the signal's reason
 */
export async function restoreBackup(orm: Orm, backup: Backup, options: RestoreOptions): Promise<RestoredBackup> {
  const pool: Pool = await orm.driver.getConnection().getNativeClient();
  const client = await pool.connect();
  try {
    const bound = await connectOver(client, orm);
    try {
      await client.query('begin');
      await client.query(`${COPY_SETTINGS}; set local lock_timeout = '20s'`);
      const restored = await restoreInside(bound, client, backup, options);
      await client.query('commit');
      return restored;
    } finally {
      await bound.close(true);
    }
  } catch (error) {
    throw lockedOut(error) ?? error;
  } finally {
    // Also ends the transaction, if it is still open.
    client.release(true);
  }
}

async function restoreInside(
  bound: Orm,
  client: PoolClient,
  backup: Backup,
  { force, onProgress = () => undefined, signal }: RestoreOptions,
): Promise<RestoredBackup> {
  const { migrations, tables, sequences } = backup.manifest;
  await assertAlone(client);
  await lockToWrite(client, null);
  if (!force) assertEmpty(await contentsOf(client));
  onProgress({ phase: 'schema', what: '', part: 0 });
  await clearInside(bound);
  const others = await foreignNames(client);
  await migrateInside(bound, { to: migrations.at(-1) });
  const ownTables = async (): Promise<Table[]> => (await listTables(client)).filter(({ name }) => !others.has(name));
  const made = new Map((await ownTables()).map(({ name, columns }) => [name, columns]));
  const known = tables.filter(({ table }) => made.has(table));
  assertTables(backup, made);
  await load(client, backup, known, { onProgress, signal });
  for (const { name, last, called } of sequences.filter((sequence) => !others.has(sequence.name)))
    await client.query('select setval(to_regclass($1), $2, $3)', [client.escapeIdentifier(name), last, called]);
  const migrated = await migrateInside(bound, {
    onProgress: (what) => onProgress({ phase: 'migrating', what, part: 1 }),
  });
  await client.query(`analyze ${(await ownTables()).map(({ name }) => client.escapeIdentifier(name)).join(', ')}`);
  const findings = await checkIntegrity(new ViewerDb(kysely(bound), SYSTEM), (what) => {
    signal?.throwIfAborted();
    onProgress({ phase: 'checking', what, part: 1 });
  });
  signal?.throwIfAborted();
  const leftOut = tables.filter(({ table }) => !made.has(table)).map(({ table }) => table);
  return { rows: known.reduce((sum, { rows }) => sum + rows, 0), migrated, leftOut, findings };
}

/** Tables and sequences that are left when Wallchart's are removed are not its own, even if one has a name that is in the backup. */
async function foreignNames(client: PoolClient): Promise<Set<string>> {
  const left = [...(await listTables(client)), ...(await listSequences(client))];
  return new Set(left.map(({ name }) => name).filter((name) => !name.startsWith('wallchart_migration')));
}

/** A server that serves from the database would show the old figures beside the new ones. */
async function assertAlone(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ process: string }>(`/* backup.others */
    select pid || coalesce(' from ' || host(client_addr), '') as process from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and application_name in ('wallchart', 'wallchart-migrate')
    order by pid limit 1`);
  if (!rows[0]) return;
  throw new WallchartError(
    'DATABASE_BUSY',
    `a Wallchart uses this database (PostgreSQL process ${rows[0].process}): stop it, then restore again`,
  );
}

/** @throws WallchartError TARGET_NOT_EMPTY */
export function assertEmpty({ tables, samplesOnly }: Contents): void {
  if (tables.length === 0) return;
  const what = samplesOnly
    ? 'the samples that its first start loaded, and nothing else'
    : `rows in ${tables.length} tables (${tables.slice(0, 3).join(', ')}${tables.length > 3 ? ' …' : ''})`;
  throw new WallchartError(
    'TARGET_NOT_EMPTY',
    `the database to restore into holds ${what}. Restore into an empty folder or database, or use --force to replace what is there.`,
  );
}

/** The migrations make the tables as they were, unless they were changed by hand. */
function assertTables({ path, manifest }: Backup, made: ReadonlyMap<string, readonly string[]>): void {
  const inFile = new Map(manifest.tables.map(({ table, columns }) => [table, columns]));
  for (const [table, columns] of made) {
    const found = inFile.get(table);
    if (!found) throw refused(path, `the table ${table} is missing.`);
    if (found.toSorted().join() === columns.toSorted().join()) continue;
    throw refused(path, `the table ${table} has unexpected columns (${found.join(', ')}).`);
  }
}

async function load(
  client: PoolClient,
  backup: Backup,
  parts: readonly Part[],
  { onProgress, signal }: Required<Pick<RestoreOptions, 'onProgress'>> & Pick<RestoreOptions, 'signal'>,
): Promise<void> {
  const names = parts.map(({ table }) => client.escapeIdentifier(table));
  const eachTable = async (statement: string): Promise<void> => {
    for (const name of names) await client.query(`alter table ${name} ${statement}`);
  };
  // What the guards of the rows see to was seen to when the rows were written; references are checked.
  await eachTable('disable trigger user');
  await client.query(`truncate ${names.join(', ')}`);
  const total = Math.max(
    1,
    parts.reduce((sum, { bytes }) => sum + bytes, 0),
  );
  const byName = new Map(parts.map((part) => [part.table, part]));
  let done = 0;
  for (const table of await inLoadingOrder(client, [...byName.keys()])) {
    const part = byName.get(table) as Part;
    const report = (more: number): void => {
      done += more;
      onProgress({ phase: 'loading', what: table, part: done / total });
    };
    await loadTable(client, backup, part, report, signal);
  }
  await eachTable('enable trigger user');
  // Transactions of another server say nothing to the snapshots of this one.
  if (byName.has('change_log')) await client.query('update change_log set xid = default');
}

async function loadTable(
  client: PoolClient,
  backup: Backup,
  { table, columns, rows, sha256 }: Part,
  onBytes: (more: number) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const meter = metered(onBytes);
  const copy = client.query(from(`copy ${withColumns(client, table, columns)} from stdin`));
  await pipeline(await backup.rowsOf(table), meter.stream, copy, { signal });
  if (copy.rowCount !== rows || meter.digest() !== sha256)
    throw refused(backup.path, `the rows of ${table} do not match its table of contents.`);
}

const LOCK_NOT_AVAILABLE = '55P03';

function lockedOut(error: unknown): WallchartError | undefined {
  if (!(error instanceof Error) || (error as { code?: string }).code !== LOCK_NOT_AVAILABLE) return undefined;
  return new WallchartError(
    'DATABASE_BUSY',
    'another program uses the database: stop it, then restore again',
    undefined,
    {
      cause: error,
    },
  );
}
