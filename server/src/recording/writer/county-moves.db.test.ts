import { testDatabase } from '@wallchart/db/testing';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ImportOptions, ImportOutcome } from '../../features/imports/index.ts';
import { testFolder } from '../../../testing/imports/build-xlsx.ts';
import { emptyLedger } from '../../../testing/imports/empty-ledger.ts';
import { importCsv, places, type CsvSheets } from '../../../testing/imports/import-csv.ts';

const database = testDatabase();
const folder = testFolder();
let pool: Pool;

beforeAll(async () => {
  pool = await database.orm.driver.getConnection().getNativeClient();
});
beforeEach(async () => {
  await emptyLedger(database.db);
});

const load = (sheets: CsvSheets, options: Partial<ImportOptions> = {}): Promise<ImportOutcome> =>
  importCsv(pool, folder.path(randomUUID()), sheets, options);
const UNITS = 'code,name,kind,parent_code,valid_from';
const TREE = `${UNITS}\n350300,市,prefecture,,\n350322,甲县,county,350300,\n350323,乙县,county,350300,\n350322100,镇,town,350322,\n350322100200,村,village,350322100,`;
const MOVE = `${UNITS}\n350322100,镇,town,350323,2014-05-01`;
const CASE = 'case_no,campaign,unit_code,identified_on,primary_cause\n001,c1,350322100200,2014-05-20,C01';
const LEDGER: CsvSheets = {
  units: TREE,
  campaigns: 'campaign,unit_code,name_zh,start_on\nc1,350300,整顿,2014-03-01',
  cases: CASE,
  transitions: 'case_no,state,effective_on\n001,planned,2014-06-01',
  measures: 'case_no,no,area,content\n001,1,people,选配',
  team: 'campaign,unit_code,item,effective_on,count\nc1,350322100,adjusted,2014-04-01,1\nc1,350322100,adjusted,2014-06-01,2',
};

/** Current facts with their counties. */
async function counties(): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select line from (
      select 'case ' || county_code || ' ' || effective_on as line, superseded_at from cases
      union all select 'transition ' || county_code, superseded_at from transitions
      union all select 'measure ' || county_code || ' ' || effective_on, superseded_at from measures
      union all select 'team ' || county_code || ' ' || effective_on, superseded_at from team) all_facts
    where superseded_at = 'infinity' order by line`.execute(database.db);
  return rows.map(({ line }) => line);
}

const AFTER_MOVE = [
  'case 350323 2014-05-20',
  'measure 350323 2014-05-20',
  'team 350322 2014-04-01',
  'team 350323 2014-06-01',
  'transition 350323',
];

describe('facts of a unit that moves to another county', () => {
  it('follow it if they lie after the day of the move, with their history', async () => {
    await load(LEDGER);
    const moved = await load({ units: MOVE });
    expect([moved.run?.rowsNew, moved.run?.rowsCorrected]).toEqual([1, 0]);
    expect(await counties()).toEqual(AFTER_MOVE);
    const old =
      await sql`select county_code, superseded_at = (select max(recorded_at) from import_run) as at_the_move from cases where superseded_at <> 'infinity'`.execute(
        database.db,
      );
    expect(old.rows).toEqual([{ county_code: '350322', at_the_move: true }]);
  });

  it('are unchanged when their workbook is read again', async () => {
    await load(LEDGER);
    await load({ units: MOVE });
    expect((await load(LEDGER)).state).toBe('unchanged');
  });

  it('lie in the same county whichever comes first, and in one workbook', async () => {
    const { units = '', ...facts } = LEDGER;
    await load({ units });
    await load({ units: MOVE });
    await load(facts);
    expect(await counties()).toEqual(AFTER_MOVE);
  });

  it('may be corrected in the workbook that moves the unit', async () => {
    await load(LEDGER);
    const outcome = await load({
      units: MOVE,
      cases: CASE.replace('C01', 'C09').replace('05-20', '05-21'),
      team: LEDGER['team']?.replace(/2$/, '3') ?? '',
    });
    expect([outcome.state, outcome.run?.rowsCorrected]).toEqual(['accepted', 2]);
    expect(await counties()).toEqual(['case 350323 2014-05-21', 'measure 350323 2014-05-21', ...AFTER_MOVE.slice(2)]);
    const { rows } = await sql`select count(*)::int as rows from cases`.execute(database.db);
    expect(rows).toEqual([{ rows: 2 }]);
  });

  it('follow a case that is found to be identified after the move', async () => {
    await load({ ...LEDGER, cases: CASE.replace('05-20', '04-20') });
    await load({ units: MOVE });
    expect((await counties())[0]).toBe('case 350322 2014-04-20');
    const { state } = await load({ cases: CASE });
    expect([state, await counties()]).toEqual(['accepted', AFTER_MOVE]);
  });

  it('are refused where the new county uses the same case number', async () => {
    await load({ ...LEDGER, units: `${TREE}\n350323100,镇二,town,350323,\n350323100200,村二,village,350323100,` });
    await load({ cases: CASE.replace('350322100200', '350323100200') });
    expect(places(await load({ units: MOVE }))).toEqual(['cases! CASE_NO_TAKEN']);
  });
});

describe('a case of a campaign of several counties', () => {
  const COUNTIES = `${TREE}\n350323100,镇二,town,350323,\n350323100200,村二,village,350323100,`;
  const KNOWN: CsvSheets = {
    ...LEDGER,
    units: COUNTIES,
    transitions: 'case_no,state,effective_on\n001,planned,2014-05-25',
  };
  const CORRECTED: CsvSheets = { cases: CASE.replace('350322100200', '350323100200') };
  const current = async (table: 'cases' | 'transitions' | 'measures'): Promise<string[]> => {
    const { rows } = await sql<{ line: string }>`select county_code || ' ' || case_no as line from ${sql.table(table)}
      where superseded_at = 'infinity' order by 1`.execute(database.db);
    return rows.map(({ line }) => line);
  };

  it('that is corrected into another county stays one case when that is chosen, with all that is recorded of it', async () => {
    await load(KNOWN);
    const checked = await load(CORRECTED, { dryRun: true });
    expect(places(checked)).toEqual(['cases!A2 CASE_IN_OTHER_COUNTY']);
    const outcome = await load(CORRECTED, { withdraw: [checked.problems[0]!.onRecord!] });
    expect([outcome.state, places(outcome)]).toEqual(['accepted', []]);
    for (const table of ['cases', 'transitions', 'measures'] as const)
      expect(await current(table)).toEqual(['350323 001']);
  });

  it('is another case otherwise', async () => {
    await load(KNOWN);
    await load(CORRECTED);
    expect(await current('cases')).toEqual(['350322 001', '350323 001']);
  });
});
