import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { importWorkbook, type ImportOptions, type ImportOutcome } from '../../src/features/imports/index.ts';

/** Sheets as CSV text by key. */
export type CsvSheets = Readonly<Record<string, string>>;

/** A small county that every check can stand on: two towns, three villages, a community, one campaign, one case. */
export const LEDGER: CsvSheets = {
  units: `code,name,kind,parent_code,valid_from,valid_to
350322,仙游县,county,,,
350322100,榜头镇,town,350322,,
350322101,枫亭镇,town,350322,,
350322100200,甲村,village,350322100,,
350322100201,乙村,village,350322100,,
350322100001,丙社区,community,350322100,,
350322101200,丁村,village,350322101,,2014-06-01`,
  campaigns: `campaign,unit_code,name_zh,start_on,deadline
c1,350322,整顿,2014-03-01,2014-12-31
c2,350322101,枫亭整顿,2014-03-01,`,
  cases: `case_no,campaign,unit_code,identified_on,primary_cause,other_causes
001,c1,350322100200,2014-03-20,C01,C14`,
};

/** Imports CSV sheets from a folder of their own. */
export async function importCsv(
  pool: Pool,
  folder: string,
  sheets: CsvSheets,
  options: Partial<ImportOptions> = {},
): Promise<ImportOutcome> {
  await mkdir(folder, { recursive: true });
  for (const [name, csv] of Object.entries(sheets)) await writeFile(join(folder, `${name}.csv`), csv);
  return importWorkbook(pool, { path: folder }, { channel: 'cli', recordedBy: 'test', ...options });
}

/** Problems in short: `sheet!A2 CODE`. */
export const places = ({ problems }: ImportOutcome): string[] =>
  problems.map(({ sheet, cell, row, code }) => `${sheet}!${cell ?? row ?? ''} ${code}`);
