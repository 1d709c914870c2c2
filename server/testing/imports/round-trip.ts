import type { TestDatabase } from '@wallchart/db/testing';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { writeWorkbookFile } from '../../src/rendering/workbook/write-workbook.ts';
import { importWorkbook } from '../../src/features/imports/index.ts';
import { openLedgerWorkbook } from '../../src/features/imports/workbooks/ledger-workbook.ts';
import type { testFolder } from './build-xlsx.ts';
import { asViewer } from '../handles.ts';

/** Writes out every campaign in both languages, reads each in again and returns how that ended: errors, warnings: `c1 zh unchanged 0 0`. */
export async function writtenAndReadAgain(
  { orm, db }: Pick<TestDatabase, 'orm' | 'db'>,
  folder: ReturnType<typeof testFolder>,
): Promise<string[]> {
  const pool = await orm.driver.getConnection().getNativeClient();
  const { rows } = await sql<{ campaign: string; unit: string }>`
    select campaign, unit_code as unit from campaign_version where superseded_at = 'infinity' order by campaign`.execute(
    db,
  );
  const ended: string[] = [];
  for (const { campaign, unit } of rows) {
    for (const lang of ['zh', 'en'] as const) {
      const ledger = await openLedgerWorkbook(asViewer(db), { campaign, unit, knownAt: null }, { lang });
      const path = folder.path(`${randomUUID()}.xlsx`);
      await writeWorkbookFile(ledger.sheets, path).finally(ledger.close);
      const { state, problemCount, warningCount } = await importWorkbook(
        pool,
        { path },
        { channel: 'cli', recordedBy: 'test' },
      );
      ended.push(`${campaign} ${lang} ${state} ${problemCount} ${warningCount}`);
    }
  }
  return ended;
}
