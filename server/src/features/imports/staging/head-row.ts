import { comparable } from '../../../domain/narrow.ts';
import { isBlank, textOf, type RawRow } from '../cells/raw-cell.ts';
import type { Finding } from '../../../recording/problems.ts';
import { isDemand } from '../reading/column-name.ts';

/** 1 2 3, (1) (2), 甲 乙 1 2, 一 二 三, A B C: each label and its place in its series. */
const SERIES = ['甲乙丙丁戊己庚辛壬癸', '一二三四五六七八九十', 'abcdefghijklmnopqrstuvwxyz'];
const EXPLAINS = /^[(【]?(?:填写说明|填表说明|填写要求|填报说明|填报要求|示例|样例|例)(?:[)】:]|$)/;

function placeInSeries(label: string): readonly [series: number, at: number] | null {
  const bare = label.replace(/^[([【](.*)[)\]】]$/, '$1');
  if (/^\d{1,3}$/.test(bare)) return [-1, Number(bare)];
  const series = bare.length === 1 ? SERIES.findIndex((letters) => letters.includes(bare)) : -1;
  return series < 0 ? null : [series, (SERIES[series] ?? '').indexOf(bare) + 1];
}

/** Whether labels number the columns: 1 2 3 4, or 甲 乙 1 2 as statistical tables have them. */
function numbersColumns(labels: readonly string[]): boolean {
  let [before, last]: readonly [number, number] = [Number.NaN, 0];
  for (const label of labels) {
    const [series, at] = placeInSeries(label) ?? [Number.NaN, 0];
    if (at !== (series === before ? last + 1 : 1)) return false;
    [before, last] = [series, at];
  }
  return labels.length >= 2;
}

/**
 * Recognises a row that belongs to the header above it: numbers of the columns, （必填） and （选填）, how to fill in. The caller
 * makes sure that it cannot be read as a row of the ledger.
 *
 * @returns the warning that says that the row was skipped; null for any other row
 */
export function headRow({ row, cells }: RawRow): Finding | null {
  const texts = cells.filter((cell) => !isBlank(cell)).map(textOf);
  // NFKC makes ① a 1, which numbers a column as well
  const labels = texts.map(comparable);
  const value = texts.join(' ');
  if (numbersColumns(labels)) return { row, value, ...numbers };
  return labels.every(isDemand) || EXPLAINS.test(labels[0] ?? '') ? { row, value, ...explains } : null;
}

const expected = { zh: '表头下直接是明细行', en: 'single entries directly below the header' };

const numbers = {
  code: 'COLUMN_NUMBERS',
  severity: 'warning',
  expected,
  message: { zh: '列号行，未读取', en: 'a row of column numbers; it was skipped' },
} as const;

const explains = {
  code: 'FILLING_NOTES',
  severity: 'warning',
  expected,
  message: { zh: '填写说明行，未读取', en: 'a row of instructions; it was skipped' },
} as const;

/** The warning for a header that is repeated below, including title rows above it. */
export const repeatedHeader = ({ row, cells }: RawRow): Finding => ({
  row,
  value: textOf(cells.find((cell) => !isBlank(cell))),
  code: 'HEADER_REPEATED',
  severity: 'warning',
  expected: { zh: '每表一个表头', en: 'one header per sheet' },
  message: { zh: '表中又出现表头，未读取', en: 'a repeated header; it was skipped' },
});
