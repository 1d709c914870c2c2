import { testDatabase } from '@wallchart/db/testing';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { beforeAll, expect, it } from 'vitest';
import { testFolder } from '../testing/build-xlsx.ts';
import { importCsv, LEDGER, places, type CsvSheets } from '../testing/import-csv.ts';

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
    message: { zh: '除日期外与已有的2014-06-30那一行完全相同', en: expect.stringContaining('2014-06-30') },
    expected: { zh: expect.stringContaining('“人数”填0'), en: expect.stringContaining('with count 0') },
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
])('says nothing of a row that %s', async (_, sheets) => expect(places(await check(sheets))).toEqual([]));

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
