import { testDatabase } from '@wallchart/db/testing';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { workbookStream } from '../../../exports/workbook/write-workbook.ts';
import { testFolder } from '../testing/build-xlsx.ts';
import { importCsv, LEDGER } from '../testing/import-csv.ts';
import { openLedgerWorkbook } from './ledger-workbook.ts';

const ROWS = 100_000;
const MEGABYTE = 1024 * 1024;
const database = testDatabase();
const folder = testFolder();

it('writes a ledger of 100,000 rows in bounded memory, with progress', async () => {
  const pool = await database.orm.driver.getConnection().getNativeClient();
  await importCsv(pool, folder.path(randomUUID()), LEDGER);
  await sql`insert into visits (county_code, case_no, role, effective_on, problems_found, recorded_at, recorded_by)
    select '350322', '001', (array['leader','unit','town_leader','first_secretary','working_group'])[1 + i % 5],
      date '1800-01-01' + i / 5, i % 7, now(), 'test' from generate_series(0, ${ROWS - 1}) i`.execute(database.db);
  const told: number[] = [];
  const ledger = await openLedgerWorkbook(
    pool,
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
