import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/node';
import type { Row } from './read-csv.ts';
import type { SampleSheets } from './sample-workbooks.ts';
import { SAMPLE_SHEETS, type SampleColumn, type SampleSheet } from './sheet-format.ts';
import { stampZip } from './stamp-zip.ts';

/** How a workbook is dressed: the two samples differ, so that both ways that offices use are exercised. */
export interface WorkbookDress {
  /** Chinese headers and states, Excel dates, `万元` for venues; otherwise English keys and ISO dates. */
  readonly chinese: boolean;
  /** Lines above the header of every sheet; `{sheet}` stands for the sheet's name. */
  readonly titles: readonly string[];
}

const STATE_ZH: Record<string, string> = {
  planned: '方案已定',
  rectifying: '整顿中',
  submitted: '待验收',
  accepted: '已验收',
  struck_off: '已销号',
  consolidating: '巩固期',
  relapsed: '反弹',
};
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TEN_THOUSAND = 10_000;
const IN_WAN = new Set(['venues', 'venue_funds']);
const NARROW = 13;
const WIDE = 40;
const WIDE_COLUMNS = new Set([
  'title',
  'note',
  'sentence',
  'sentence_en',
  'content',
  'symptoms',
  'holder',
  'name_en',
  'name_zh',
  'illustrative',
  'checklist',
]);

/**
 * Writes the rows as an `.xlsx` workbook in the format of the ledger: one sheet per key that has rows.
 * @returns the file's bytes, the same for the same rows on every machine, in every locale and time zone
 */
export async function writeXlsx(sheets: SampleSheets, dress: WorkbookDress): Promise<Buffer> {
  const written = SAMPLE_SHEETS.flatMap((format) => {
    const rows = sheets[format.key] ?? [];
    return rows.length === 0 ? [] : [sheetOf(format, rows, dress)];
  });
  return stampZip(await writeXlsxFile(written).toBuffer());
}

function sheetOf(format: SampleSheet, rows: readonly Row[], dress: WorkbookDress): Sheet<never> {
  const name = dress.chinese ? format.zh : format.key;
  const titles = dress.titles.map((title): Cell[] => [{ value: title.replace('{sheet}', name), fontWeight: 'bold' }]);
  const header = format.columns.map((column): Cell => ({ value: headerOf(format, column, dress), fontWeight: 'bold' }));
  return {
    sheet: name,
    columns: format.columns.map((column) => ({ width: WIDE_COLUMNS.has(column.key) ? WIDE : NARROW })),
    stickyRowsCount: titles.length + 1,
    data: [...titles, header, ...rows.map((row) => format.columns.map((column) => cellOf(format, column, row, dress)))],
  };
}

function headerOf(format: SampleSheet, column: SampleColumn, dress: WorkbookDress): string {
  if (!dress.chinese) return column.key;
  return column.kind === 'amount' && IN_WAN.has(format.key) ? `${column.zh}（万元）` : column.zh;
}

function cellOf(format: SampleSheet, column: SampleColumn, row: Row, dress: WorkbookDress): Cell {
  const text = row[column.key] ?? '';
  if (text === '') return null;
  if (column.kind === 'day')
    // a part of a month, such as `2014-08 middle`, stays words
    return dress.chinese && DAY.test(text) ? { value: new Date(`${text}T00:00:00Z`), format: 'yyyy-mm-dd' } : text;
  if (column.kind === 'amount') return Number(text) / (dress.chinese && IN_WAN.has(format.key) ? TEN_THOUSAND : 1);
  // "500余" and "30+" are lower bounds and stay words
  if (column.kind === 'number') return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (!dress.chinese) return text;
  if (column.key === 'illustrative' && text === 'yes') return '是';
  return column.key === 'state' || column.key === 'rectified_from' ? (STATE_ZH[text] ?? text) : text;
}
