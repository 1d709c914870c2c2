import { testDatabase } from '@wallchart/db/testing';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { beforeAll, expect, it } from 'vitest';
import { testFolder } from '../../../../testing/imports/build-xlsx.ts';
import { importCsv, LEDGER, places, type CsvSheets } from '../../../../testing/imports/import-csv.ts';

const database = testDatabase();
const folder = testFolder();
let pool: Pool;

const TEAM = 'campaign,unit_code,item,effective_on,count,term_until,note';
const FUNDS = 'campaign,unit_code,source,received_on,amount_yuan';
const VISITS = 'case_no,role,visited_on,problems_found,problems_solved,note';
const ACTIVITIES = 'campaign,unit_code,kind,held_on,title,attendees,count';
const rows = (...lines: string[]): string => lines.join('\n');

const KNOWN: CsvSheets = {
  ...LEDGER,
  team: rows(
    TEAM,
    'c1,350322,adjusted,2014-06-30,14,,',
    'c1,350322,adjusted,2014-05-31,14,,',
    'c1,350322,reserve,2014-06-30,500+,,',
  ),
  venue_funds: rows(FUNDS, 'c1,350322100200,upper,2014-05-01,600'),
  visits: rows(VISITS, '001,leader,2014-05-10,1,1,', '001,leader,2014-06-10,1,1,解决饮水'),
  activities: rows(ACTIVITIES, 'c1,350322,meeting,2014-06-10,动员会,37,'),
};

beforeAll(async () => {
  pool = await database.orm.driver.getConnection().getNativeClient();
  expect(places(await importCsv(pool, folder.path('known'), KNOWN))).toEqual([]);
});

const check = (sheets: CsvSheets) => importCsv(pool, folder.path(randomUUID()), sheets, { dryRun: true });

it('warns of a row that only moves the day of one on record, names that day, and lets it in', async () => {
  const outcome = await check({ team: rows(TEAM, 'c1,350322,adjusted,2014-06-20,14,,') });
  expect(places(outcome)).toEqual(['team!D2 LOOKS_LIKE_REDATED']);
  expect(outcome).toMatchObject({ state: 'checked', warningCount: 1, problemCount: 0 });
  expect(outcome.problems[0]).toMatchObject({
    value: '2014-06-20',
    onRecord: expect.stringMatching(/^team:350322:\d+$/),
    message: {
      zh: '仙游县：库中2014-06-30的那一行不在本册，可能与本行是同一条',
      en: expect.stringContaining('2014-06-30'),
    },
    expected: { zh: expect.stringContaining('“操作”填“撤回”'), en: expect.stringContaining('withdraw') },
  });
});

it.each<[string, CsvSheets, string[]]>([
  [
    'funds',
    { venue_funds: rows(FUNDS, 'c1,350322100200,upper,2014-05-02,600.00') },
    ['venue_funds!D2 LOOKS_LIKE_REDATED'],
  ],
  [
    'an activity',
    { activities: rows(ACTIVITIES, 'c1,350322,meeting,2014-06-12,动员会,37,') },
    ['activities!D2 LOOKS_LIKE_REDATED'],
  ],
  [
    'a visit of which something was said',
    { visits: rows(VISITS, '001,leader,2014-06-11,1,1,解决饮水') },
    ['visits!C2 LOOKS_LIKE_REDATED'],
  ],
  ['a lower bound', { team: rows(TEAM, 'c1,350322,reserve,2014-07-01,500+,,') }, ['team!D2 LOOKS_LIKE_REDATED']],
])('warns of %s', async (_, sheets, found) => expect(places(await check(sheets))).toEqual(found));

it.each<[string, CsvSheets]>([
  ['says something else', { team: rows(TEAM, 'c1,350322,adjusted,2014-07-31,15,,') }],
  ['is exact where the other is a lower bound', { team: rows(TEAM, 'c1,350322,reserve,2014-07-31,500,,') }],
  ['is of another unit', { team: rows(TEAM, 'c1,350322100200,adjusted,2014-07-31,14,,') }],
  [
    'stands beside the one on record, which is meant to stay',
    {
      team: rows(
        TEAM,
        'c1,350322,adjusted,2014-06-30,14,,',
        'c1,350322,adjusted,2014-05-31,14,,',
        'c1,350322,adjusted,2014-07-31,14,,',
      ),
    },
  ],
  ['is another visit of the kind', { visits: rows(VISITS, '001,leader,2014-07-10,1,1,') }],
  [
    'is new on two days',
    { team: rows(TEAM, 'c1,350322,attached,2014-06-30,5,,', 'c1,350322,attached,2014-07-31,5,,') },
  ],
])('does not report a row that %s', async (_, sheets) => expect(places(await check(sheets))).toEqual([]));

it('lets the old row be taken back in the same file, without a warning', async () => {
  const outcome = await importCsv(pool, folder.path(randomUUID()), {
    venue_funds: rows(FUNDS, 'c1,350322100200,upper,2014-05-01,0', 'c1,350322100200,upper,2014-05-02,600'),
  });
  expect(places(outcome).filter((place) => place.includes('REDATED'))).toEqual([]);
  const { rows: sums } = await pool.query(
    "select sum(amount_yuan)::text as sum from venue_funds where superseded_at = 'infinity'",
  );
  expect(sums).toEqual([{ sum: '600.00' }]);
});

it('warns of a day that was corrected together with something else, where the file repeats the other rows', async () => {
  const corrected = '001,leader,2014-06-11,2,2,';
  expect(places(await check({ visits: rows(VISITS, corrected) }))).toEqual([]);
  expect(places(await check({ visits: rows(VISITS, '001,leader,2014-05-10,1,1,', corrected) }))).toEqual([
    'visits!C3 LOOKS_LIKE_REDATED',
  ]);
  const team = ['c1,350322,adjusted,2014-05-31,14,,', 'c1,350322,reserve,2014-06-30,500+,,'];
  expect(places(await check({ team: rows(TEAM, ...team, 'c1,350322,adjusted,2014-06-29,15,,') }))).toEqual([
    'team!D4 LOOKS_LIKE_REDATED',
  ]);
});

it('the row that looks like another one can take its place', async () => {
  const one = { team: rows(TEAM, 'c1,350322,adjusted,2014-05-31,14,,', 'c1,350322,adjusted,2014-06-20,14,,') };
  const { problems } = await check(one);
  const chosen = await importCsv(pool, folder.path(randomUUID()), one, {
    dryRun: true,
    withdraw: [problems[0]!.onRecord!],
  });
  expect([places(chosen), chosen.sheets]).toMatchObject([[], [{ new: 1, unchanged: 1, withdrawn: 1 }]]);
});
