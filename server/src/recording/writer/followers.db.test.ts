import { testDatabase } from '@wallchart/db/testing';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { testFolder } from '../../../testing/imports/build-xlsx.ts';
import { emptyLedger } from '../../../testing/imports/empty-ledger.ts';
import { importCsv, LEDGER, places, type CsvSheets } from '../../../testing/imports/import-csv.ts';

const database = testDatabase();
const folder = testFolder();
let pool: Pool;

const CONTACTS = 'case_no,role,holder,since';
const KNOWN: CsvSheets = {
  ...LEDGER,
  measures: 'case_no,no,area,content\n001,1,people,换届',
  contacts: `${CONTACTS}\n001,leader,县委副书记,\n001,unit,财政局,2014-04-01`,
};
/** Identified ten days earlier. */
const EARLIER = { cases: LEDGER['cases']!.replace('2014-03-20', '2014-03-10') };

beforeAll(async () => {
  pool = await database.orm.driver.getConnection().getNativeClient();
});
beforeEach(async () => {
  await emptyLedger(database.db);
  expect(places(await load(KNOWN))).toEqual([]);
});

const load = (sheets: CsvSheets) => importCsv(pool, folder.path(randomUUID()), sheets);

async function days(): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select holder || ' ' || effective_on as line from contacts where superseded_at = 'infinity'
    union all select 'measure ' || effective_on from measures where superseded_at = 'infinity' order by 1`.execute(
    database.db,
  );
  return rows.map(({ line }) => line);
}

it('measures, and contacts without a day of their own, follow a corrected day of identification', async () => {
  await load(EARLIER);
  expect(await days()).toEqual(['measure 2014-03-10', '县委副书记 2014-03-10', '财政局 2014-04-01']);
  expect((await load({ ...KNOWN, ...EARLIER })).state).toBe('unchanged');
});

it('a contact of the workbook that corrects the day says its day itself', async () => {
  await load({ ...EARLIER, contacts: `${CONTACTS}\n001,leader,县委副书记,2014-03-20` });
  expect(await days()).toEqual(['measure 2014-03-10', '县委副书记 2014-03-20', '财政局 2014-04-01']);
});
