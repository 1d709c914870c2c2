import { testDatabase } from '@wallchart/db/testing';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { beforeAll, expect, it } from 'vitest';
import { testFolder } from '../../../testing/imports/build-xlsx.ts';
import { importCsv, LEDGER, places, type CsvSheets } from '../../../testing/imports/import-csv.ts';

const database = testDatabase();
const folder = testFolder();
let pool: Pool;

beforeAll(async () => {
  pool = await database.orm.driver.getConnection().getNativeClient();
  expect(places(await load(LEDGER))).toEqual([]);
});

const load = (sheets: CsvSheets) => importCsv(pool, folder.path(randomUUID()), sheets);
const visits = (...days: string[]): CsvSheets => ({
  visits: ['case_no,role,visited_on', ...days.map((day) => `001,leader,${day}`)].join('\n'),
});

it('warns of a day to come and of one outside the campaign, and lets them in', async () => {
  const outcome = await load({
    ...visits('2014-04-08', '2041-04-08', '2015-01-01'),
    cases: `${LEDGER['cases']}\n002,c1,350322100201,2014-02-28,C01,`,
    activities: 'campaign,unit_code,kind,held_on,title\nc1,350322,meeting,2041-01-01,推进会',
  });
  expect([outcome.state, places(outcome)]).toEqual([
    'accepted',
    ['cases!D3 DAY_OUTSIDE_CAMPAIGN', 'visits!C3 DAY_IN_FUTURE', 'visits!C4 DAY_OUTSIDE_CAMPAIGN'],
  ]);
  expect(outcome.problems[0]).toMatchObject({
    value: '2014-02-28',
    expected: { zh: '批次期限之内：2014-03-01 至 2014-12-31', en: 'within the campaign: 2014-03-01 to 2014-12-31' },
  });
});

it('says so once: a row that is on record already is not warned of', async () => {
  expect(places(await load(visits('2041-04-08', '2015-01-01')))).toEqual([]);
});

it('a campaign without a deadline has no end', async () => {
  await load({ cases: `${LEDGER['cases']}\n003,c2,350322101200,2014-03-21,C01,` });
  expect(places(await load({ visits: 'case_no,role,visited_on\n003,leader,2015-04-08' }))).toEqual([]);
});

it('warns of a measure that is due after the deadline of its case, whichever of the two days was moved', async () => {
  const cases = (deadline: string): string =>
    `case_no,campaign,unit_code,identified_on,primary_cause,other_causes,deadline\n001,c1,350322100200,2014-03-20,C01,C14,${deadline}`;
  const measures = (...days: string[]): string =>
    ['case_no,no,area,content,due_on,done_on', ...days.map((day, at) => `001,${at + 1},people,换届,${day}`)].join('\n');
  const whole = {
    cases: cases('2014-07-25'),
    measures: measures('2014-07-20,', '2014-08-08,2014-07-01', '2014-08-08,'),
  };
  expect(places(await load(whole))).toEqual(['measures!E4 MEASURE_AFTER_DEADLINE']);
  expect(places(await load({ cases: cases('2014-07-10') }))).toEqual(['cases!G2 MEASURE_AFTER_DEADLINE']);
  expect(places(await load({ cases: cases('2014-08-31') }))).toEqual([]);
});
