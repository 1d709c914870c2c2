import type { Pool, PoolClient } from 'pg';
import { STYLE } from '../../../exports/workbook/styles.ts';
import type { WrittenCell, WrittenRow, WrittenSheet } from '../../../exports/workbook/write-workbook.ts';
import { columnOf, wordOf, type ColumnSpec, type SheetSpec } from '../sheets/index.ts';
import {
  ledgerRows,
  lowerBoundAt,
  openLedger,
  sheetsWithRows,
  type LedgerAsk,
  type LedgerRow,
} from './ledger-query.ts';
import { headerCells, styleOf, widthOf, type Lang } from './sheet-columns.ts';

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
  pool: Pool,
  ask: LedgerAsk,
  { lang, onRows }: LedgerOptions,
): Promise<LedgerWorkbook> {
  const client = await pool.connect();
  const done = { rows: 0 };
  try {
    await openLedger(client, ask);
    const sheets = await sheetsWithRows(client);
    return {
      sheets: sheets.map((sheet) =>
        writtenSheet(client, sheet, lang, (count) => onRows?.(sheet.key, (done.rows += count))),
      ),
      close: once(async () => {
        await client.query('rollback').finally(() => client.release());
      }),
    };
  } catch (error) {
    client.release(error instanceof Error ? error : true);
    throw error;
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= work());
}

function writtenSheet(client: PoolClient, sheet: SheetSpec, lang: Lang, onRows: (count: number) => void): WrittenSheet {
  return {
    name: lang === 'zh' ? sheet.zh : sheet.key,
    frozen: 1,
    columns: sheet.columns.map((column) => ({ width: widthOf(column), style: styleOf(column) })),
    rows: writtenRows(client, sheet, lang, onRows),
  };
}

async function* writtenRows(
  client: PoolClient,
  sheet: SheetSpec,
  lang: Lang,
  onRows: (count: number) => void,
): AsyncGenerator<WrittenRow> {
  let row = 1;
  yield { row, cells: headerCells(sheet, lang) };
  for await (const rows of ledgerRows(client, sheet)) {
    for (const values of rows) yield { row: (row += 1), cells: cellsOf(sheet, values, lang) };
    onRows(rows.length);
  }
}

const cellsOf = (sheet: SheetSpec, values: LedgerRow, lang: Lang): (WrittenCell | undefined)[] =>
  sheet.columns.map((column, at) => {
    const value = values[at] ?? null;
    const bound = lowerBoundAt(sheet, column);
    return value === null ? undefined : cellOf(sheet, column, value, bound >= 0 && values[bound] === 'true', lang);
  });

function cellOf(sheet: SheetSpec, column: ColumnSpec, value: string, atLeast: boolean, lang: Lang): WrittenCell {
  const { type } = column;
  switch (type.kind) {
    case 'day':
      return hasSerial(value)
        ? { text: serialOf(value), number: true, style: STYLE.day }
        : { text: value, style: STYLE.text };
    case 'money':
      return { text: value, number: true, style: STYLE.money };
    case 'count':
      return atLeast ? { text: `${value}${lang === 'zh' ? '余' : '+'}` } : { text: value, number: true };
    case 'year':
    case 'score':
    case 'percent':
      return { text: value, number: true };
    default:
      return { text: wordsOf(sheet, column, value, lang), style: STYLE.text };
  }
}

function wordsOf(sheet: SheetSpec, { type }: ColumnSpec, value: string, lang: Lang): string {
  switch (type.kind) {
    case 'coded':
      return lang === 'zh' ? wordOf(type.list, value).zh : value;
    case 'coded-list':
      return lang === 'zh'
        ? value
            .split(';')
            .map((key) => wordOf(type.list, key).zh)
            .join(';')
        : value;
    case 'bool':
      return value === 'true' ? (lang === 'zh' ? '是' : 'yes') : lang === 'zh' ? '否' : 'no';
    case 'illustrative':
      if (value === '*') return lang === 'zh' ? '是' : 'yes';
      return lang === 'zh'
        ? value
            .split(';')
            .map((key) => columnOf(sheet, key)?.zh ?? key)
            .join(';')
        : value;
    default:
      return value;
  }
}

const FIRST_DAY = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** Spreadsheets count a 29 February 1900 that there never was: the days before it have another serial from each maker. */
const hasSerial = (day: string): boolean => day >= '1900-03-01';

/** A day as spreadsheets count them. */
const serialOf = (day: string): string => String((Date.parse(`${day}T00:00:00Z`) - FIRST_DAY) / DAY_MS);
