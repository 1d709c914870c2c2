import type { PoolClient } from 'pg';
import { WallchartError } from '../../domain/errors.ts';
import { listSequences, listTables, type Table } from './catalogue.ts';
import type { Manifest, SequenceState } from './format.ts';

/** The state of a database at one moment, which lasts as long as the transaction of its connection. */
export interface Snapshot extends Pick<Manifest, 'madeAt' | 'migrations' | 'postgres'> {
  readonly tables: readonly Table[];
  readonly sequences: SequenceState[];
}

const ATTEMPTS = 5;
const UNDEFINED_TABLE = '42P01';

/** What COPY writes must not depend on how the server or the user is set up. */
export const COPY_SETTINGS = `set local client_encoding = 'UTF8'; set local datestyle = 'ISO, YMD'; set local timezone = 'UTC';
  set local intervalstyle = 'postgres'; set local extra_float_digits = 1; set local bytea_output = 'hex';
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`;

/**
 * Fixes the state of the database for a connection, in a transaction that only reads. The tables are locked against migrations first
 * (they would not show in the snapshot, but in what COPY reads); whatever else is written goes on.
 *
 * @throws WallchartError NOTHING_TO_BACK_UP
 */
export async function takeSnapshot(client: PoolClient): Promise<Snapshot> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const seen = namesOf(await listTables(client));
    if (!seen.includes('wallchart_migration')) throw nothing();
    await client.query('begin isolation level repeatable read, read only');
    await client.query(COPY_SETTINGS);
    const locked = await lockTables(client, seen);
    // The first question after the locks fixes what is seen.
    const tables = locked ? await listTables(client) : [];
    if (namesOf(tables).join() === seen.join()) return describe(client, tables);
    await client.query('rollback');
  }
  throw new WallchartError('DATABASE_BUSY', 'The database is being migrated. Try again when that is done.');
}

/** Waits for a migration that is under way. False if it removed one of the tables. */
async function lockTables(client: PoolClient, names: readonly string[]): Promise<boolean> {
  const tables = names.map((name) => client.escapeIdentifier(name)).join(', ');
  return client.query(`lock table ${tables} in access share mode`).then(
    () => true,
    (error: Error & { code?: string }) => {
      if (error.code !== UNDEFINED_TABLE) throw error;
      return false;
    },
  );
}

const namesOf = (tables: readonly Table[]): string[] => tables.map(({ name }) => name);

const nothing = (): WallchartError =>
  new WallchartError('NOTHING_TO_BACK_UP', 'The database has no Wallchart data yet, so there is nothing to back up.');

const ABOUT = `/* backup.about */
  select to_char(statement_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "madeAt",
    current_setting('server_version') as version, pg_encoding_to_char(encoding) as encoding, datcollate::text as collation
  from pg_database where datname = current_database()`;

async function describe(client: PoolClient, tables: readonly Table[]): Promise<Snapshot> {
  const { rows } = await client.query<{ madeAt: string } & Snapshot['postgres']>(ABOUT);
  const { madeAt = '', ...postgres } = rows[0] ?? { version: '', encoding: '', collation: '' };
  const migrations = await client.query<{ name: string }>('select name from wallchart_migration order by id');
  if (migrations.rows.length === 0) throw nothing();
  return {
    tables,
    madeAt,
    postgres,
    migrations: migrations.rows.map(({ name }) => name),
    sequences: await listSequences(client),
  };
}
