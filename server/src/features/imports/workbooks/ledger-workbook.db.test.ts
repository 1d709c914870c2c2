import { testDatabase } from '@wallchart/db/testing';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { workbookStream } from '../../../rendering/workbook/write-workbook.ts';
import { testFolder } from '../../../../testing/imports/build-xlsx.ts';
import { emptyLedger } from '../../../../testing/imports/empty-ledger.ts';
import { writtenAndReadAgain } from '../../../../testing/imports/round-trip.ts';
import { importCsv, LEDGER, places } from '../../../../testing/imports/import-csv.ts';
import { openLedgerWorkbook } from './ledger-workbook.ts';
import { asViewer } from '../../../../testing/handles.ts';

const ROWS = 100_000;
const MEGABYTE = 1024 * 1024;
const database = testDatabase();
const folder = testFolder();

let pool: Pool;
beforeAll(async () => {
  pool = await database.orm.driver.getConnection().getNativeClient();
});
beforeEach(() => emptyLedger(database.db));

it('is read in again without a change where a campaign has no checklist, and days are of early 1900', async () => {
  const first = await importCsv(pool, folder.path(randomUUID()), {
    ...LEDGER,
    units: (LEDGER['units'] ?? '').replace('甲村,village,350322100,,', '甲村,village,350322100,1900-01-02,'),
    cases: (LEDGER['cases'] ?? '').replace('C01,C14', 'C01,"C14;C02"'),
    measures: 'case_no,no,area,content\n001,1,people,"=1+1\u0001 _x0041_"\n001,2,people,"-一是\n二是 "',
  });
  expect([first.state, ...places(first)]).toEqual(['accepted']);
  expect(await writtenAndReadAgain(database, folder)).toEqual([
    'c1 zh unchanged 0 0',
    'c1 en unchanged 0 0',
    'c2 zh unchanged 0 0',
    'c2 en unchanged 0 0',
  ]);
});

it('writes a ledger of 100,000 rows in bounded memory, with progress', async () => {
  await importCsv(pool, folder.path(randomUUID()), LEDGER);
  await sql`insert into visits (county_code, case_no, role, effective_on, problems_found, recorded_at, recorded_by)
    select '350322', '001', (array['leader','unit','town_leader','first_secretary','working_group'])[1 + i % 5],
      date '1800-01-01' + i / 5, i % 7, now(), 'test' from generate_series(0, ${ROWS - 1}) i`.execute(database.db);
  const told: number[] = [];
  const ledger = await openLedgerWorkbook(
    asViewer(database.db),
    { campaign: 'c1', unit: '350322', knownAt: null },
    { lang: 'zh', onRows: (_, done) => told.push(done) },
  );
  const idle = process.memoryUsage().rss;
  let top = idle;
  let bytes = 0;
  for await (const chunk of workbookStream(ledger.sheets) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    top = Math.max(top, process.memoryUsage().rss);
  }
  await ledger.close();
  expect(bytes).toBeGreaterThan(MEGABYTE);
  expect(told.at(-1)).toBeGreaterThan(ROWS);
  expect(told.length).toBeGreaterThan(ROWS / 10_000);
  expect((top - idle) / MEGABYTE).toBeLessThan(150);
});
