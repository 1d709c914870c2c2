import { comparable, narrow } from '../cells/narrow.ts';
import { isBlank, textOf, type RawRow } from '../cells/raw-cell.ts';
import { nearest } from '../nearest.ts';
import type { Finding } from '../problems.ts';
import type { ColumnSpec, SheetSpec } from '../sheets/index.ts';
import { columnName } from '../../../exports/workbook/cell-address.ts';

/** A column of the file that holds a column of the sheet; `power` is its unit as a power of ten yuan (万元: 4). */
export interface FoundColumn {
  readonly at: number;
  readonly spec: ColumnSpec;
  readonly power: number;
}

export interface Header {
  readonly row: number;
  readonly columns: readonly FoundColumn[];
  readonly findings: readonly Finding[];
}

const POWERS = new Map([
  ['元', 0],
  ['yuan', 0],
  ['百元', 2],
  ['千元', 3],
  ['万元', 4],
  ['百万元', 6],
  ['亿元', 8],
  ['10000yuan', 4],
  ['¥', 0],
]);
const UNIT_SUFFIX = /^(.+?)[([【]([^()[\]】]*)[)\]】]$/;

interface Matched {
  readonly spec: ColumnSpec;
  /** null: a money unit that nobody knows */
  readonly power: number | null;
}

/** Finds the column that a header means: `estimate_yuan (万元)`, `概算（万元）`, `概 算*`, `概算万元`. */
export function matchHeader(sheet: SheetSpec, written: string): Matched | null {
  const name = comparable(written).replace(/[*?:]+$/, '');
  const exact = sheet.columns.find((spec) => [spec.key, spec.zh, spec.en].some((known) => comparable(known) === name));
  if (exact) return { spec: exact, power: 0 };
  const parts = UNIT_SUFFIX.exec(name) ?? /^(.+?)((?:百万|万|千|亿)?元)$/.exec(name);
  const base =
    parts && sheet.columns.find((spec) => [spec.key, spec.zh, spec.en].some((known) => comparable(known) === parts[1]));
  if (!base) return null;
  return { spec: base, power: base.type.kind === 'money' ? (POWERS.get(parts[2] ?? '') ?? null) : 0 };
}

const known = (sheet: SheetSpec, row: RawRow): number =>
  row.cells.filter((cell) => !isBlank(cell) && matchHeader(sheet, textOf(cell)) !== null).length;

/** Whether a row repeats the header, as bilingual workbooks do. */
export const isHeaderRow = (sheet: SheetSpec, row: RawRow): boolean => known(sheet, row) >= 2;

/**
 * Finds the header among the first rows of a sheet: the row that names most of its columns, two at least. Title rows
 * above it are skipped.
 */
export function findHeader(sheet: SheetSpec, rows: readonly RawRow[]): Header | null {
  const scored = rows.map((row) => ({ row, known: known(sheet, row) }));
  const best = scored.reduce<{ row: RawRow | null; known: number }>(
    (top, next) => (next.known > top.known ? next : top),
    { row: null, known: 1 },
  );
  return best.row ? readHeader(sheet, best.row) : null;
}

function readHeader(sheet: SheetSpec, row: RawRow): Header {
  const columns: FoundColumn[] = [];
  const findings: Finding[] = [];
  for (const [at, cell] of row.cells.entries()) {
    if (isBlank(cell)) continue;
    const written = textOf(cell);
    const match = matchHeader(sheet, written);
    const place = { row: row.row, cell: `${columnName(at)}${row.row}`, value: narrow(written) };
    if (!match) findings.push({ ...place, ...unknownColumn(sheet, written) });
    else if (match.power === null) findings.push({ ...place, column: match.spec.key, ...unknownUnit });
    else if (columns.some(({ spec }) => spec === match.spec))
      findings.push({ ...place, column: match.spec.key, ...twice });
    else columns.push({ at, spec: match.spec, power: match.power });
  }
  for (const spec of sheet.columns) {
    if (spec.required && !columns.some((column) => column.spec === spec))
      findings.push({ row: row.row, ...missing(spec) });
  }
  return { row: row.row, columns, findings };
}

function unknownColumn(sheet: SheetSpec, written: string): Omit<Finding, 'row'> {
  const near = nearest(written, sheet.columns);
  return {
    code: 'UNKNOWN_COLUMN',
    expected: near
      ? { zh: `最接近的列名“${near.zh}”（${near.key}）`, en: `the nearest known column, ${near.key} (${near.zh})` }
      : {
          zh: `本表的列：${sheet.columns.map((spec) => spec.zh).join('、')}；不需要的列请删去`,
          en: `a column of this sheet (${sheet.columns.map((spec) => spec.key).join(', ')}), or none: delete it`,
        },
    message: { zh: '没有这一列', en: 'there is no such column' },
  };
}

const unknownUnit: Omit<Finding, 'row'> = {
  code: 'UNKNOWN_MONEY_UNIT',
  expected: { zh: '元、千元、万元、百万元、亿元', en: '元, 千元, 万元, 百万元 or 亿元' },
  message: { zh: '金额单位无法识别', en: 'the unit of the amounts is not known' },
};

const twice: Omit<Finding, 'row'> = {
  code: 'COLUMN_TWICE',
  expected: { zh: '每列只出现一次', en: 'each column once' },
  message: { zh: '同一列出现两次', en: 'this column stands twice in the sheet' },
};

const missing = (spec: ColumnSpec): Omit<Finding, 'row'> => ({
  column: spec.key,
  code: 'COLUMN_MISSING',
  expected: { zh: `“${spec.zh}”列`, en: `a column ${spec.key}` },
  message: { zh: `缺少“${spec.zh}”列`, en: `column ${spec.key} is missing` },
});
