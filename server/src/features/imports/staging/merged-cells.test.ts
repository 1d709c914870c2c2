import { expect, it } from 'vitest';
import type { RawCell } from '../cells/raw-cell.ts';
import type { Finding } from '../../../recording/problems.ts';
import { findHeader } from '../reading/header.ts';
import type { Merge } from '../reading/sheet-layout.ts';
import { sheetOf } from '../../../ledger/sheets/index.ts';
import { MergedCells } from './merged-cells.ts';

const team = sheetOf('team')!;
const header = findHeader(team, [{ row: 1, cells: ['批次', '单位代码', '事项', '日期', '人数', '期限'] }])!;
const merge = (left: number, top: number, right: number, bottom: number): Merge => ({ left, top, right, bottom });

/** Rows from 2 as they are read, and what is found. */
function read(merges: Merge[], ...rows: RawCell[][]) {
  const codes: string[] = [];
  const merged = new MergedCells(merges, 1, header.columns, ({ row, column, code }) =>
    codes.push(`${row} ${column} ${code}`),
  );
  const shown = rows.map((cells, at) => merged.shown({ row: at + 2, cells }));
  return { rows: shown.map(({ cells, unclear }) => cells.map((cell, at) => (unclear.has(at) ? '?' : cell))), codes };
}

it('reads what is merged down for every row of the range, with one warning', () => {
  const { rows, codes } = read(
    [merge(0, 2, 0, 3), merge(5, 3, 5, 5)],
    ['c', '1', 'x', 'd', '1', undefined],
    [undefined, '2', 'x', 'd', '1', '2014-07-15'],
    ['c', '3', 'x', 'd', '1', undefined],
    ['c', '4', 'x', 'd', '1', undefined],
    ['c', '5', 'x', 'd', '1', undefined],
  );
  expect(rows.map((cells) => [cells[0], cells[5]])).toEqual([
    ['c', undefined],
    ['c', '2014-07-15'],
    ['c', '2014-07-15'],
    ['c', '2014-07-15'],
    ['c', undefined],
  ]);
  expect(codes).toEqual(['2 campaign MERGED_CELLS', '3 term_until MERGED_CELLS']);
});

it('refuses a number that is merged down: of each, or of all together', () => {
  const { rows, codes } = read([merge(4, 2, 4, 3)], ['c', '1', 'x', 'd', '9'], ['c', '2', 'x', 'd', undefined]);
  expect([rows.map((cells) => cells[4]), codes]).toEqual([['?', '?'], ['2 count MERGED_AMOUNT']]);
});

it('refuses what is merged across columns, and a value that a range hides, once', () => {
  expect(read([merge(3, 2, 4, 3)], ['c', '1', 'x', 'd'], ['c', '2', 'x'])).toEqual({
    rows: [
      ['c', '1', 'x', '?'],
      ['c', '2', 'x'],
    ],
    codes: ['2 effective_on MERGED_ACROSS'],
  });
  expect(read([merge(5, 2, 5, 3)], ['c', '1', 'x', 'd', '1', 'a'], ['c', '1', 'x', 'd', '1', 'b']).codes).toEqual([
    '2 term_until MERGED_CELLS',
    '3 term_until MERGED_OVER_VALUE',
  ]);
});

it('lets blank ranges, ranges above the table and columns that no one reads be', () => {
  expect(
    read([merge(0, 1, 5, 1), merge(4, 2, 5, 3), merge(5, 2, 8, 2)], ['c', '1', 'x', 'd'], ['c', '1', 'x', 'd']).codes,
  ).toEqual([]);
  expect(read([merge(5, 2, 8, 2)], ['c', '1', 'x', 'd', '1', 'a']).codes).toEqual([]);
});

const total: Finding = {
  code: 'TOTAL_ROW',
  value: '小计',
  expected: { zh: '', en: '' },
  message: { zh: '合计行，未读取', en: 'a row of totals; it was skipped' },
};
const again: Finding = { ...total, code: 'HEADER_REPEATED', value: '批次' };

/** As `read`, the first row skipped. */
function readBelow(why: Finding, merges: Merge[], first: RawCell[], ...rows: RawCell[][]) {
  const found: Finding[] = [];
  const merged = new MergedCells(merges, 1, header.columns, (finding) => found.push(finding));
  merged.pass({ row: 2, cells: first }, why);
  const shown = rows.map((cells, at) => merged.shown({ row: at + 3, cells }));
  return {
    rows: shown.map(({ cells, unclear }) => cells.map((cell, at) => (unclear.has(at) ? '?' : cell))),
    codes: found.map(({ row, column, code }) => `${row} ${column} ${code}`),
    found,
  };
}

it('reads words and days that are merged from a row that is skipped, and refuses numbers', () => {
  const { rows, codes } = readBelow(
    total,
    [merge(0, 2, 0, 4), merge(4, 2, 4, 3), merge(5, 2, 5, 3)],
    ['c', '小计', undefined, undefined, '9', '2014-07-15'],
    [undefined, '1', 'x', 'd', undefined, undefined],
    [undefined, '2', 'x', 'd', '1', undefined],
  );
  expect(rows).toEqual([
    ['c', '1', 'x', 'd', '?', '2014-07-15'],
    ['c', '2', 'x', 'd', '1', undefined],
  ]);
  expect(codes).toEqual(['3 campaign MERGED_CELLS', '3 count MERGED_AMOUNT', '3 term_until MERGED_CELLS']);
});

it('refuses what makes a row no row of the table, merged with rows of it', () => {
  const below: RawCell[] = [undefined, '1', 'x', 'd', '1'];
  const { codes, found } = readBelow(total, [merge(0, 2, 0, 3)], ['小计', undefined, undefined, undefined, '9'], below);
  expect(codes).toEqual(['3 campaign MERGED_WITH_PASSED_ROW']);
  expect(found[0]?.message.zh).toBe('A2:A3 把未读取的第2行（合计行，未读取）和下面的数据行合并在一起');
  expect(readBelow(again, [merge(0, 2, 0, 3)], ['批次', '单位代码'], below).codes).toEqual([
    '3 campaign MERGED_WITH_PASSED_ROW',
  ]);
});

it('does not report a skipped row without content below', () => {
  const row: RawCell[] = ['c', '1', 'x', 'd', '1', '2014-07-15'];
  expect(readBelow(total, [merge(0, 2, 2, 2), merge(5, 2, 5, 3)], ['小计'], row.with(5, undefined))).toMatchObject({
    rows: [row.with(5, undefined)],
    codes: [],
  });
});
