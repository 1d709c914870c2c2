import { expect, it } from 'vitest';
import { columnOf, sheetOf } from '../../../ledger/sheets/index.ts';
import { matchHeader } from '../reading/column-name.ts';
import { cellParser, isFault } from './cell-parser.ts';
import { readNumberFormat } from './number-format.ts';
import type { RawCell } from './raw-cell.ts';

const sheet = sheetOf('campaigns')!;
const number = (text: string, code?: string): RawCell => ({
  kind: 'number',
  text,
  ...(code === undefined ? {} : { format: readNumberFormat(code) }),
});

/** What a quota below a header is read as. */
function read(cell: RawCell, header = '倒排村比例下限'): string | null {
  const matched = matchHeader(sheet, header);
  expect(matched?.spec).toBe(columnOf(sheet, 'village_quota'));
  const parsed = cellParser(sheet, matched!.spec, { named: matched!.named })(cell);
  return isFault(parsed) ? `${parsed.severity === 'warning' ? '?' : '!'} ${parsed.code}` : parsed;
}

it.each([
  ['10%', '10'],
  ['10％', '10'],
  ['12.5 %', '12.5'],
  ['0.5%', '0.5'],
  ['100%', '100'],
  ['10', '! PERCENT_UNCLEAR'],
  ['0.1', '! PERCENT_UNCLEAR'],
  ['一成', '! BAD_NUMBER'],
  ['0%', '! OUT_OF_RANGE'],
  ['101%', '! OUT_OF_RANGE'],
  ['33.333%', '! TOO_PRECISE'],
  ['/', '? BLANK_MARK'],
  ['', null],
])('the text %j is %j', (text, expected) => expect(read(text)).toBe(expected));

it.each([
  [number('0.1', '0%'), '10'],
  [number('0.125', '0.0%'), '12.5'],
  [number('0.1', 'General'), '! PERCENT_UNCLEAR'],
  [number('0.1'), '! PERCENT_UNCLEAR'],
  [number('10'), '! PERCENT_UNCLEAR'],
  [number('10', '0"%"'), '10'],
  [number('1000', '#,##0,'), '! FORMAT_UNCLEAR'],
])('the number %j is %j', (cell, expected) => expect(read(cell)).toBe(expected));

it.each(['倒排村比例下限（%）', '倒排村比例下限（单位：%）', 'village_quota (%)', '倒排村比例下限（百分比，选填）'])(
  'below %s a number is per cent, unless it is under one',
  (header) => {
    expect(read(number('10'), header)).toBe('10');
    expect(read('10', header)).toBe('10');
    expect(read(number('0.1', '0%'), header)).toBe('10');
    expect(read(number('0.1'), header)).toBe('! PERCENT_UNCLEAR');
  },
);
