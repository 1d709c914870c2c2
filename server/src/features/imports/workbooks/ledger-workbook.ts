import type { SnapshotDb, ViewerDb } from '../../../database/handles.ts';
import type { Lang } from '../../../domain/text.ts';
import { STYLE } from '../../../rendering/workbook/styles.ts';
import type { WrittenCell, WrittenRow, WrittenSheet } from '../../../rendering/workbook/write-workbook.ts';
import type { SheetSpec } from '../../../ledger/sheets/index.ts';
import {
  ledgerRows,
  besideAt,
  openLedger,
  sheetsWithRows,
  unitNameAt,
  type LedgerRequest,
  type LedgerRow,
} from './ledger-query.ts';
import { isSpec, writtenColumns, writtenSheet } from './sheet-columns.ts';
import { writtenCell } from './written-cell.ts';

export interface LedgerWorkbook {
  readonly sheets: readonly WrittenSheet[];
  /** Must be called when the sheets were written, or will not be. */
  readonly close: () => Promise<void>;
}

export interface LedgerOptions {
  readonly lang: Lang;
  /** Called as rows are written. */
  readonly onRows?: (sheet: string, rowsDone: number) => void;
}

/**
 * A campaign's ledger within a unit as a workbook in the format of the import: read in again it changes nothing. Rows
 * are fetched while they are written, in one transaction, so that any number of them takes little memory.
 */
export async function openLedgerWorkbook(
  viewed: ViewerDb,
  request: LedgerRequest,
  { lang, onRows }: LedgerOptions,
): Promise<LedgerWorkbook> {
  const db = await viewed.snapshot();
  const done = { rows: 0 };
  try {
    await openLedger(db, request);
    const sheets = await sheetsWithRows(db);
    return {
      sheets: sheets.map((sheet) => sheetOf(db, sheet, lang, (count) => onRows?.(sheet.key, (done.rows += count)))),
      close: once(db.end),
    };
  } catch (error) {
    await db.end();
    throw error;
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= work());
}

function sheetOf(db: SnapshotDb, sheet: SheetSpec, lang: Lang, onRows: (count: number) => void): WrittenSheet {
  const { header, ...written } = writtenSheet(sheet, lang);
  return { ...written, rows: writtenRows(db, sheet, { header, lang, onRows }) };
}

interface RowOptions {
  readonly header: readonly WrittenCell[];
  readonly lang: Lang;
  readonly onRows: (count: number) => void;
}

async function* writtenRows(
  db: SnapshotDb,
  sheet: SheetSpec,
  { header, lang, onRows }: RowOptions,
): AsyncGenerator<WrittenRow> {
  let row = 1;
  yield { row, cells: header };
  for await (const rows of ledgerRows(db, sheet)) {
    for (const values of rows) yield { row: (row += 1), cells: cellsOf(sheet, values, lang) };
    onRows(rows.length);
  }
}

const cellsOf = (sheet: SheetSpec, values: LedgerRow, lang: Lang): (WrittenCell | undefined)[] =>
  writtenColumns(sheet).map((column) => {
    const value = values[isSpec(column) ? sheet.columns.indexOf(column) : unitNameAt(sheet)] ?? null;
    if (value === null) return undefined;
    if (!isSpec(column)) return { text: value, style: STYLE.text };
    return writtenCell(sheet, column, value, { beside: values[besideAt(sheet, column)] ?? null, lang });
  });
