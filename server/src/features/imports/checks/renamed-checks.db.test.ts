import { testDatabase } from '@wallchart/db/testing';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { beforeAll, expect, it } from 'vitest';
import { poolOf } from '../../../database/open-database.ts';
import { testFolder } from '../../../../testing/imports/build-xlsx.ts';
import { importCsv, LEDGER, places, type CsvSheets } from '../../../../testing/imports/import-csv.ts';

const database = testDatabase();
const folder = testFolder();
let pool: Pool;
const rows = (...lines: string[]): string => lines.join('\n');

const VENUES = 'campaign,unit_code,way,estimate_yuan,identified_on';
const FUNDS = 'campaign,unit_code,source,received_on,amount_yuan';
const VISITS = 'case_no,role,visited_on,problems_found,problems_solved,note';
const OPERATING = 'unit_code,year,paid_yuan,paid_on';
const KNOWN: CsvSheets = {
  ...LEDGER,
  venues: rows(VENUES, 'c1,350322100200,build,900,2014-05-01', 'c1,350322100001,repair,80,2014-05-01'),
  venue_funds: rows(FUNDS, 'c1,350322100200,upper,2014-05-01,600', 'c1,350322100001,upper,2014-05-01,80'),
  visits: rows(VISITS, '001,leader,2014-05-10,1,1,', '001,leader,2014-06-10,2,1,解决饮水'),
  operating_funds: rows(OPERATING, '350322100200,2014,20000,2014-03-01', '350322100201,2014,30000,2014-03-01'),
};

beforeAll(async () => {
  pool = await poolOf(database.orm);
  expect(places(await importCsv(pool, folder.path('known'), KNOWN))).toEqual([]);
});

const check = async (sheets: CsvSheets): Promise<string[]> =>
  places(await importCsv(pool, folder.path(randomUUID()), sheets, { dryRun: true }));

it.each<[string, CsvSheets, string[]]>([
  [
    'the unit of a venue',
    { venues: rows(VENUES, 'c1,350322100201,build,900,2014-05-01', 'c1,350322100001,repair,80,2014-05-01') },
    ['venues!B2 LOOKS_LIKE_CORRECTED'],
  ],
  [
    'the source of a fund',
    { venue_funds: rows(FUNDS, 'c1,350322100200,village,2014-05-01,600', 'c1,350322100001,upper,2014-05-01,80') },
    ['venue_funds!B2 LOOKS_LIKE_CORRECTED'],
  ],
  [
    'the role of a visit',
    { visits: rows(VISITS, '001,unit,2014-05-10,1,1,', '001,leader,2014-06-10,2,1,解决饮水') },
    ['visits!A2 LOOKS_LIKE_CORRECTED'],
  ],
  [
    'the unit of a yearly row',
    { operating_funds: rows(OPERATING, '350322100001,2014,20000,2014-03-01', '350322100201,2014,30000,2014-03-01') },
    ['operating_funds!A2 LOOKS_LIKE_CORRECTED'],
  ],
])('warns when %s was corrected: the file repeats the others and lacks the old row', async (_, sheets, expected) => {
  expect((await check(sheets)).filter((place) => place.includes('LOOKS_LIKE'))).toEqual(expected);
});

it.each<[string, CsvSheets]>([
  [
    'the old row is there too',
    { venue_funds: rows(FUNDS, 'c1,350322100200,upper,2014-05-01,600', 'c1,350322100200,village,2014-05-01,600') },
  ],
  ['the file holds new rows only', { venue_funds: rows(FUNDS, 'c1,350322100200,village,2014-05-01,600') }],
  [
    'the content is another',
    { venue_funds: rows(FUNDS, 'c1,350322100200,village,2014-05-01,601', 'c1,350322100001,upper,2014-05-01,80') },
  ],
])('does not when %s', async (_, sheets) => {
  expect((await check(sheets)).filter((place) => place.includes('LOOKS_LIKE'))).toEqual([]);
});
