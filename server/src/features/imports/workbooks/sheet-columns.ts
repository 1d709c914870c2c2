import { STYLE } from '../../../exports/workbook/styles.ts';
import type { WrittenCell } from '../../../exports/workbook/write-workbook.ts';
import type { ColumnSpec, SheetSpec } from '../sheets/index.ts';

export type Lang = 'zh' | 'en';

function unitOf({ type }: ColumnSpec, lang: Lang): string {
  if (type.kind === 'percent') return lang === 'zh' ? '（%）' : ' (%)';
  return type.kind === 'money' ? (lang === 'zh' ? '（元）' : ' (yuan)') : '';
}

const titleOf = (column: ColumnSpec, lang: Lang): string =>
  (lang === 'zh' ? column.zh : column.key) + unitOf(column, lang);

/** The header row of a sheet, as the importer reads it. */
export const headerCells = (sheet: SheetSpec, lang: Lang): WrittenCell[] =>
  sheet.columns.map((column) => ({
    text: titleOf(column, lang),
    style: column.required ? STYLE.header : STYLE.optionalHeader,
  }));

const PLAIN: ReadonlySet<string> = new Set(['count', 'money', 'year', 'score', 'percent']);

/** The style of the cells of a column. */
export function styleOf({ type }: ColumnSpec): number {
  if (type.kind === 'day') return STYLE.day;
  return PLAIN.has(type.kind) ? STYLE.plain : STYLE.text;
}

/** Width of a column in characters. */
export function widthOf({ key, zh, type }: ColumnSpec): number {
  const content = type.kind === 'text' ? (type.max > 200 ? 40 : 24) : type.kind === 'code' ? 16 : 13;
  return Math.max(content, zh.length * 2 + 6, key.length + 2);
}
