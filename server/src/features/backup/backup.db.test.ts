import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, kysely, MIGRATIONS, type Db, type Orm } from '@wallchart/db';
import { databaseUrl, testDatabase } from '@wallchart/db/testing';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { restoreIntoDatabase, type Outcome, type TargetOptions } from '../../cli/restore-target.ts';
import { readConfig } from '../../config/config.ts';
import { importCsv, LEDGER } from '../../../testing/imports/import-csv.ts';
import { contentsOf } from './contents.ts';
import { openBackup } from './open-backup.ts';
import { fillEveryTable } from '../../../testing/backup/fill-every-table.ts';
import { writeBackup, type WrittenBackup } from './write-backup.ts';

const source = testDatabase();
const target = testDatabase();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wallchart-backup-'));
  await fillEveryTable(source.db);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const poolOf = (orm: Orm): Promise<Pool> => orm.driver.getConnection().getNativeClient();

async function backUp(orm = source.orm): Promise<WrittenBackup & { path: string }> {
  const path = join(folder, randomUUID());
  return { path, ...(await writeBackup(await poolOf(orm), path, { version: '0.1.0' })) };
}

async function restore(path: string, options: Partial<TargetOptions> = {}, url = target.url): Promise<Outcome> {
  const backup = await openBackup(path);
  const nothing = (): void => undefined;
  const { signal } = new AbortController();
  const config = { ...readConfig({}), databaseUrl: url };
  const all = { force: true, onNote: nothing, onProgress: nothing, signal, ...options };
  return restoreIntoDatabase(config, backup, all).finally(backup.close);
}

/** Every row of every table as text, without the transaction that logged it, and where every sequence stands. */
async function everything(db: Db): Promise<Record<string, unknown>> {
  const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1`.execute(db);
  const held: Record<string, unknown> = {};
  for (const { name } of tables) {
    const text = name === 'change_log' ? sql`(to_jsonb(t) - 'xid')::text` : sql`t::text`;
    const { rows } = await sql<{ row: string }>`select ${text} as row from ${sql.table(name)} t order by 1`.execute(db);
    held[name] = rows.map(({ row }) => row);
  }
  const { rows: sequences } = await sql`select sequencename, last_value from pg_sequences
    where schemaname = current_schema() order by 1`.execute(db);
  return { ...held, sequences };
}

test('every table but work under way is in the file, and comes back row by row, with its sequences, and numbering goes on', async () => {
  const before = await everything(source.db);
  const { path, manifest } = await backUp();
  const { sequences: _, job, upload, upload_chunk: chunks, ...tables } = before;
  expect([job, upload, chunks]).toEqual([[], [], []]);
  expect(manifest.tables.map(({ table }) => table)).toEqual(Object.keys(tables).toSorted());
  expect(manifest.tables.filter(({ rows }) => rows === 0)).toEqual([]);

  const restored = await restore(path, { force: false });
  expect(restored).toMatchObject({ migrated: [], leftOut: [] });
  expect(await everything(target.db)).toEqual(before);
  const guarded = sql`update circular_edition set title = 'x'`.execute(target.db);
  await expect(guarded).rejects.toThrow('never changed');
  const next = await sql<{
    id: string;
  }>`insert into circular (campaign, unit_code, lang, as_of, reply_days, created_at, created_by)
    select campaign, unit_code, lang, as_of, 0, now(), '' from circular returning id`.execute(target.db);
  expect(next.rows).toEqual([{ id: '2' }]);
});

test('what is there is refused without --force, and stays when a forced restore fails at its last step', async () => {
  const { path } = await backUp();
  await sql`insert into campaign values ('only-in-target')`.execute(target.db);
  const before = await everything(target.db);
  await expect(restore(path, { force: false })).rejects.toMatchObject({
    code: 'TARGET_NOT_EMPTY',
    message: expect.stringMatching(/rows in \d+ tables .*--force/),
  });
  const abort = new AbortController();
  const failing = restore(path, {
    signal: abort.signal,
    onProgress: ({ phase, what }) => phase === 'checking' && what === 'totals' && abort.abort(new RangeError('late')),
  });
  await expect(failing).rejects.toThrow('late');
  expect(await everything(target.db)).toEqual(before);
});

test('a restore refuses a database that a Wallchart serves from, and names its process', async () => {
  const { path } = await backUp();
  const server = await connect({ url: target.url });
  await expect(restore(path)).rejects.toMatchObject({
    code: 'DATABASE_BUSY',
    message: expect.stringMatching(/a Wallchart uses this database \(PostgreSQL process \d+/),
  });
  await server.close(true);
});

test('a backup taken while an import writes restores to before it, and one taken after to after it', async () => {
  const pool = await poolOf(source.orm);
  const before = await everything(source.db);
  const blocker = await pool.connect();
  await blocker.query('begin; lock table case_register in share mode');
  const units = LEDGER['units']!.replaceAll('350322', '350399');
  const sheets = {
    units,
    cases: 'case_no,campaign,unit_code,identified_on,primary_cause\n9,c,350322100200,2014-03-20,C01',
  };
  const importing = importCsv(pool, join(folder, 'import'), sheets);
  const waiting = async (): Promise<unknown> =>
    (
      await sql`select 1 from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())`.execute(
        source.db,
      )
    ).rows.length;
  await expect.poll(waiting, { timeout: 30_000 }).toBe(1);

  const during = await backUp();
  await blocker.query('rollback');
  blocker.release();
  expect((await importing).state).toBe('accepted');
  const after = await everything(source.db);
  expect(after['org_unit']).not.toEqual(before['org_unit']);

  // The number that an import under way has taken is not given again.
  const rowsOf = ({ sequences: _, ...rows }: Record<string, unknown>): unknown => rows;
  await restore(during.path);
  expect(rowsOf(await everything(target.db))).toEqual(rowsOf(before));
  await restore((await backUp()).path);
  expect(await everything(target.db)).toEqual(after);
});

test('a backup of an earlier version is migrated, and what is not of Wallchart is left alone, by a user without special rights', async () => {
  const name = `wallchart_test_${randomBytes(8).toString('hex')}`;
  await sql.raw(`create role ${name} login password 'x'`).execute(source.db);
  await sql.raw(`create database ${name} owner ${name}`).execute(source.db);
  const url = new URL(databaseUrl(source.url, name));
  [url.username, url.password] = [name, 'x'];
  const owner = await connect({ url: url.href, applicationName: name });
  try {
    await owner.migrator.up({ to: '0006-firm-facts' });
    await sql`insert into circular_number values ('o', 2014, 3)`.execute(kysely(owner));
    await sql`create table notes (id integer generated always as identity, note text)`.execute(kysely(owner));
    await sql`insert into notes (note) values ('own')`.execute(kysely(owner));
    const old = await backUp(owner);
    await sql`insert into notes (note) values ('later')`.execute(kysely(owner));
    expect(old.manifest.migrations.at(-1)).toBe('0006-firm-facts');

    const restored = await restore(old.path, {}, url.href);
    expect(restored).toMatchObject({
      migrated: MIGRATIONS.slice(MIGRATIONS.indexOf('0006-firm-facts') + 1),
      leftOut: ['notes'],
      findings: [],
    });
    const held = await everything(kysely(owner));
    expect(held).toMatchObject({ document_number: ['(circular,o,2014,3)'], notes: ['(1,own)', '(2,later)'] });
    expect(held['sequences']).toContainEqual({ sequencename: 'notes_id_seq', last_value: '2' });
  } finally {
    await owner.close(true);
    await sql.raw(`drop database ${name} with (force)`).execute(source.db);
    await sql.raw(`drop role ${name}`).execute(source.db);
  }
});

test('a database without rows is empty, migrated or not; one without Wallchart gives no backup', async () => {
  const name = `wallchart_test_${randomBytes(8).toString('hex')}`;
  await sql.raw(`create database ${name}`).execute(source.db);
  const bare = await connect({ url: databaseUrl(source.url, name) });
  const contents = async (): Promise<unknown> => {
    const client = await (await poolOf(bare)).connect();
    return contentsOf(client).finally(() => client.release());
  };
  try {
    await expect(backUp(bare)).rejects.toMatchObject({ code: 'NOTHING_TO_BACK_UP' });
    expect(await contents()).toEqual({ tables: [], samplesOnly: false });
    await bare.migrator.up();
    expect(await contents()).toEqual({ tables: [], samplesOnly: false });
    await sql`insert into import_run (file_name, sha256, channel, recorded_at, recorded_by) values ('', '', 'sample', now(), '')`.execute(
      kysely(bare),
    );
    expect(await contents()).toEqual({ tables: ['import_run'], samplesOnly: true });
  } finally {
    await bare.close(true);
    await sql.raw(`drop database ${name} with (force)`).execute(source.db);
  }
});
