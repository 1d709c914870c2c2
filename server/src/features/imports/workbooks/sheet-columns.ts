import type { Lang } from '../../../domain/text.ts';
import { expectedOf } from '../cells/expected.ts';
import { STYLE } from '../../../rendering/workbook/styles.ts';
import type { WrittenCell, WrittenList, WrittenSheet } from '../../../rendering/workbook/write-workbook.ts';
import { CODED_WORDS, type ColumnSpec, type SheetSpec } from '../../../ledger/sheets/index.ts';
import { unitKeyOf } from '../staging/unit-names.ts';

/** The column that says in words which unit a code, or the case of a number, is of; the import holds it against the code. */
export const UNIT_NAME = { zh: '单位名称', en: 'unit_name' } as const;

/** A column as it is written. */
export type WrittenColumn = ColumnSpec | typeof UNIT_NAME;

export const isSpec = (column: WrittenColumn): column is ColumnSpec => column !== UNIT_NAME;

/** The columns of a sheet, with names beside the codes that no one knows by heart. */
export const writtenColumns = (sheet: SheetSpec): WrittenColumn[] =>
  sheet.columns.flatMap((column) =>
    sheet.scope !== 'units' && column.key === unitKeyOf(sheet) ? [column, UNIT_NAME] : [column],
  );

function unitOf({ type }: ColumnSpec, lang: Lang): string {
  if (type.kind === 'percent') return lang === 'zh' ? '（%）' : ' (%)';
  return type.kind === 'money' ? (lang === 'zh' ? '（元）' : ' (yuan)') : '';
}

function titleOf(column: WrittenColumn, lang: Lang): string {
  if (!isSpec(column)) return column[lang];
  return (lang === 'zh' ? column.zh : column.key) + unitOf(column, lang);
}

/** The header row of a sheet, as the importer reads it. */
const headerCells = (sheet: SheetSpec, lang: Lang): WrittenCell[] =>
  writtenColumns(sheet).map((column) => ({
    text: titleOf(column, lang),
    style: isSpec(column) && column.required ? STYLE.header : STYLE.optionalHeader,
  }));

const PLAIN: ReadonlySet<string> = new Set(['count', 'money', 'year', 'score', 'percent']);

/** The style of the cells of a column. */
function styleOf(column: WrittenColumn): number {
  if (!isSpec(column)) return STYLE.text;
  if (column.type.kind === 'day') return STYLE.day;
  return PLAIN.has(column.type.kind) ? STYLE.plain : STYLE.text;
}

/** Width of a column in characters. */
function widthOf(column: WrittenColumn): number {
  if (!isSpec(column)) return 22;
  const { key, zh, type } = column;
  const content = type.kind === 'text' ? (type.max > 200 ? 40 : 24) : type.kind === 'code' ? 16 : 13;
  return Math.max(content, zh.length * 2 + 6, key.length + 2);
}

/** Where the words of a drop-down stand that are too long for one: causes, of which there is a sheet. */
export interface LongLists {
  readonly causes: string;
}

function listOf(column: WrittenColumn, at: number, lang: Lang, long: LongLists | null): WrittenList[] {
  if (!isSpec(column)) return [];
  const { type } = column;
  const words =
    type.kind === 'coded'
      ? CODED_WORDS[type.list].map((word) => (lang === 'zh' ? word.zh : word.key))
      : type.kind === 'bool'
        ? lang === 'zh'
          ? ['是', '否']
          : ['yes', 'no']
        : [];
  const range = type.kind === 'code' && type.of === 'cause' ? long?.causes : undefined;
  if (words.length === 0 && range === undefined) return [];
  const title = column[lang === 'zh' ? 'zh' : 'key'];
  return [{ column: at, fromRow: 2, words, ...(range ? { range } : {}), title, hint: expectedOf(column)[lang] }];
}

/** A sheet of the ledger as it is written, without its rows: its header, widths, formats and drop-downs. */
export function writtenSheet(
  sheet: SheetSpec,
  lang: Lang,
  long: LongLists | null = null,
): Omit<WrittenSheet, 'rows'> & { readonly header: readonly WrittenCell[] } {
  const columns = writtenColumns(sheet);
  return {
    name: lang === 'zh' ? sheet.zh : sheet.key,
    frozen: 1,
    header: headerCells(sheet, lang),
    columns: columns.map((column) => ({ width: widthOf(column), style: styleOf(column) })),
    lists: columns.flatMap((column, at) => listOf(column, at, lang, long)),
  };
}
