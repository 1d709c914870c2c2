import { testDatabase } from '@wallchart/db/testing';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { poolOf } from '../../../database/open-database.ts';
import { testFolder } from '../../../../testing/imports/build-xlsx.ts';
import { emptyLedger } from '../../../../testing/imports/empty-ledger.ts';
import { importCsv, LEDGER, places, type CsvSheets } from '../../../../testing/imports/import-csv.ts';

const database = testDatabase();
const folder = testFolder();
let pool: Pool;
beforeAll(async () => {
  pool = await poolOf(database.orm);
});

const importRows = (sheets: CsvSheets) => importCsv(pool, folder.path(randomUUID()), sheets);
const cases = (...rows: string[]) => ({
  cases: ['case_no,campaign,unit_code,identified_on,primary_cause,relapse_of', ...rows].join('\n'),
});

beforeEach(async () => {
  await emptyLedger(database.db);
  expect(await importRows(LEDGER)).toMatchObject({ state: 'accepted', problems: [] });
});

it('a campaign that begins its numbers again is refused by name, whatever the organisation', async () => {
  const next = { campaigns: `campaign,unit_code,name_zh,start_on\nc3,350322,下一批,2015-03-01` };
  for (const unit of ['350322100201', '350322100200']) {
    const outcome = await importRows({ ...next, ...cases(`001,c3,${unit},2015-03-20,C01,`) });
    expect([outcome.state, places(outcome)]).toEqual(['refused', ['cases!A2 CASE_OF_OTHER_CAMPAIGN']]);
    expect(outcome.problems[0]!.message).toMatchObject({ zh: expect.stringContaining('c1 350322100200') });
  }
  expect(await importRows({ ...next, ...cases('2015-001,c3,350322100201,2015-03-20,C01,') })).toMatchObject({
    state: 'accepted',
    problems: [],
  });
});

it.each([
  ['a number that was corrected', ['0001,c1,350322100200,2014-03-20,C01,'], ['cases!A2 SECOND_CASE']],
  [
    'two of one file, once',
    ['7,c1,350322100201,2014-03-20,C01,', '8,c1,350322100201,2014-03-21,C01,'],
    ['cases!A3 SECOND_CASE'],
  ],
  ['but not of what was taken up again', ['9,c1,350322100200,2014-07-28,C01,001'], ['cases!F2 RELAPSE_NOT_RECORDED']],
  ['nor of another campaign of the town', ['10,c2,350322101200,2014-03-20,C01,'], []],
  ['nor of a row that is on record', ['001,c1,350322100200,2014-03-20,C09,'], []],
] as const)('warns of a second case of an organisation in a campaign: %s', async (_, rows, problems) => {
  const outcome = await importRows(cases(...rows));
  expect([outcome.state, places(outcome)]).toEqual(['accepted', problems]);
});
