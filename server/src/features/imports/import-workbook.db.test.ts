import { testDatabase } from '@wallchart/db/testing';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ImportOutcome } from './index.ts';
import { testFolder } from '../../../testing/imports/build-xlsx.ts';
import { emptyLedger } from '../../../testing/imports/empty-ledger.ts';
import { importCsv, LEDGER, places, type CsvSheets } from '../../../testing/imports/import-csv.ts';

const database = testDatabase();
const folder = testFolder();
let pool: Pool;

beforeAll(async () => {
  pool = await database.orm.driver.getConnection().getNativeClient();
});
beforeEach(async () => {
  await emptyLedger(database.db);
});

const load = (sheets: CsvSheets, options = {}): Promise<ImportOutcome> =>
  importCsv(pool, folder.path(randomUUID()), sheets, options);
const transitions = (...rows: string[]): CsvSheets => ({
  transitions: ['case_no,state,effective_on', ...rows].join('\n'),
});

/** Rows of every table, for a comparison of whole databases: without surrogate keys and moments. */
async function everything(): Promise<unknown> {
  const { db } = database;
  return {
    units:
      await sql`select code, name, parent_code, county_code, town_code, village_code, valid_from::text, valid_to::text, superseded_at = 'infinity' as current from org_unit_version order by 1, 7, 9`
        .execute(db)
        .then(({ rows }) => rows),
    cases:
      await sql`select county_code, case_no, unit_code, effective_on::text, primary_cause, other_causes, superseded_at = 'infinity' as current from cases order by 1, 2`
        .execute(db)
        .then(({ rows }) => rows),
    transitions: await sql`select county_code, case_no, state, effective_on::text from transitions order by 1, 2, 4`
      .execute(db)
      .then(({ rows }) => rows),
    visits:
      await sql`select county_code, case_no, role, effective_on::text, problems_found, problems_found_at_least from visits order by 1, 2, 4`
        .execute(db)
        .then(({ rows }) => rows),
  };
}

describe('imports', () => {
  it('writes a workbook once: read again it changes nothing and leaves no run', async () => {
    const first = await load(LEDGER);
    expect([first.state, first.problems, first.run?.rowsNew]).toEqual(['accepted', [], 10]);
    const before = await everything();
    const second = await load(LEDGER);
    expect([second.state, second.run, second.message]).toEqual([
      'unchanged',
      null,
      { zh: '没有变化', en: 'Nothing changed' },
    ]);
    expect(second.sheets.map(({ sheet, unchanged }) => [sheet, unchanged])).toEqual([
      ['units', 7],
      ['campaigns', 2],
      ['cases', 1],
    ]);
    expect(await everything()).toEqual(before);
    expect((await database.db.selectFrom('import_run').selectAll().execute()).length).toBe(1);
  });

  it('records a correction on the second clock and keeps what was said before', async () => {
    const first = await load(LEDGER);
    const corrected = await load({ cases: LEDGER['cases']?.replace('C01,C14', 'C09,') ?? '' });
    expect(corrected.sheets[0]).toMatchObject({ new: 0, corrected: 1, unchanged: 0 });
    const rows = await database.db
      .selectFrom('cases')
      .select(['primary_cause', 'other_causes', 'recorded_at', 'superseded_at', 'source_row'])
      .orderBy('recorded_at')
      .execute();
    expect(rows).toEqual([
      {
        primary_cause: 'C01',
        other_causes: ['C14'],
        recorded_at: first.run?.recordedAt,
        superseded_at: corrected.run?.recordedAt,
        source_row: 2,
      },
      {
        primary_cause: 'C09',
        other_causes: [],
        recorded_at: corrected.run?.recordedAt,
        superseded_at: 'infinity',
        source_row: 2,
      },
    ]);
  });

  it('gives each run a later moment than the one before, however fast they follow', async () => {
    const moments: string[] = [];
    for (const name of ['一', '二', '三']) {
      const { run } = await load({ ...LEDGER, campaigns: LEDGER['campaigns']?.replace('整顿', name) ?? '' });
      moments.push(run?.recordedAt ?? '');
    }
    expect(moments).toEqual([...new Set(moments)].sort());
  });

  it('writes all or nothing', async () => {
    const outcome = await load({ ...LEDGER, ...transitions('001,planned,2014-04-01', '001,planned,2014-13-01') });
    expect([outcome.state, outcome.run, places(outcome)]).toEqual(['refused', null, ['transitions!C3 BAD_DATE']]);
    expect(await everything()).toEqual({ units: [], cases: [], transitions: [], visits: [] });
  });

  it('writes nothing in a dry run, and says what it would do', async () => {
    const outcome = await load(LEDGER, { dryRun: true });
    expect([outcome.state, outcome.run, outcome.sheets.map((sheet) => sheet.new)]).toEqual([
      'checked',
      null,
      [7, 2, 1],
    ]);
    expect(await database.db.selectFrom('import_run').selectAll().execute()).toEqual([]);
  });

  it('comes to the same ledger in whatever order workbooks are imported', async () => {
    const visits = { visits: 'case_no,role,visited_on,problems_found\n001,leader,2014-05-01,2+\n001,unit,2014-05-02,' };
    const steps = transitions('001,planned,2014-04-01', '001,rectifying,2014-04-02');
    await load(LEDGER);
    await load(visits);
    await load(steps);
    const one = await everything();
    await emptyLedger(database.db);
    await load({ units: LEDGER['units'] ?? '' });
    await load({ campaigns: LEDGER['campaigns'] ?? '', cases: LEDGER['cases'] ?? '', ...steps });
    await load(visits);
    expect(await everything()).toEqual(one);
  });

  it('lets imports that start together follow each other', async () => {
    const outcomes = await Promise.all([load(LEDGER), load(LEDGER), load(LEDGER)]);
    expect(outcomes.map(({ state }) => state).sort()).toEqual(['accepted', 'unchanged', 'unchanged']);
  });

  it('is stopped also while it waits for another one, which goes on', async () => {
    const other = await pool.connect();
    try {
      await other.query(`begin; select pg_advisory_xact_lock(hashtext('wallchart.recordings'))`);
      const abort = new AbortController();
      const stopped = load(LEDGER, { signal: abort.signal });
      stopped.catch(() => undefined);
      const waiting = `select count(*)::int as n from pg_locks l join pg_database d on d.oid = l.database
        where d.datname = current_database() and not l.granted`;
      await expect.poll(async () => (await other.query(waiting)).rows).toEqual([{ n: 1 }]);
      abort.abort();
      await expect(stopped).rejects.toMatchObject({ code: 'ABORTED' });
      await other.query('commit');
    } finally {
      other.release();
    }
  });

  it('rolls back when it is stopped', async () => {
    const abort = new AbortController();
    const stopped = load(LEDGER, {
      signal: abort.signal,
      onProgress: ({ phase }: { phase: string }) => phase === 'writing' && abort.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ code: 'ABORTED' });
    expect(await database.db.selectFrom('org_unit').selectAll().execute()).toEqual([]);
  });

  it('keeps a thousand problems and counts the rest', async () => {
    const rows = Array.from({ length: 1500 }, (_, at) => `9${at},leader,2014-05-01`);
    const outcome = await load({ visits: ['case_no,role,visited_on', ...rows].join('\n') });
    expect([outcome.problems.length, outcome.problemCount, outcome.sheets[0]?.problems]).toEqual([1000, 1500, 1500]);
    expect(places(outcome)[0]).toBe('visits!A2 UNKNOWN_CASE');
  });

  it('multiplies 万元 exactly and keeps lower bounds', async () => {
    await load(LEDGER);
    const outcome = await load({
      venues: '批次,单位代码,方式,概算（万元）,认定日期\nc1,350322100200,新建,12.3456,2014年4月1日',
      team: '批次,单位代码,事项,日期,人数\nc1,350322,后备干部,2014/6/1,500余',
    });
    expect(places(outcome)).toEqual([]);
    expect(await database.db.selectFrom('venues').select(['estimate_yuan', 'county_code', 'way']).execute()).toEqual([
      { estimate_yuan: '123456.00', county_code: '350322', way: 'build' },
    ]);
    expect(await database.db.selectFrom('team').select(['count', 'at_least']).execute()).toEqual([
      { count: 500, at_least: true },
    ]);
  });

  it('lets measures follow the day when their case is identified', async () => {
    await load({ ...LEDGER, measures: 'case_no,no,area,content\n001,1,people,选配' });
    await load({ cases: LEDGER['cases']?.replace('2014-03-20', '2014-03-25') ?? '' });
    const rows =
      await sql`select effective_on::text as day, superseded_at = 'infinity' as current from measures order by recorded_at`.execute(
        database.db,
      );
    expect(rows.rows).toEqual([
      { day: '2014-03-20', current: false },
      { day: '2014-03-25', current: true },
    ]);
  });
});

describe('sheets', () => {
  it('refuses a sheet twice, under both its names', async () => {
    expect(places(await load({ ...LEDGER, 单位: LEDGER['units'] ?? '' }))).toContain('units! SHEET_TWICE');
  });

  it('names the nearest sheet for one it does not know', async () => {
    const outcome = await load({ ...LEDGER, visit: 'a,b\n1,2' });
    expect([places(outcome), outcome.problems[0]?.expected.en]).toEqual([
      ['visit! UNKNOWN_SHEET'],
      'the nearest known sheet, visits (走访)',
    ]);
  });

  it('refuses a folder without any sheet it knows, and lists those it knows where none is near', async () => {
    const outcome = await load({ 名单: 'a,b\n1,2' });
    expect(places(outcome)).toEqual(['名单! UNKNOWN_SHEET']);
    expect(outcome.problems[0]?.expected.zh).toMatch(/^这些表之一：单位、整顿批次、台账/);
  });
});
