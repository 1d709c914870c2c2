import { expect, it } from 'vitest';
import { headRow } from './head-row.ts';

const codeOf = (...cells: (string | undefined)[]) => headRow({ row: 2, cells })?.code ?? null;

it('knows numbers of the columns in every script', () => {
  for (const labels of [
    ['1', '2', '3', '4'],
    ['（1）', '（2）', '（3）'],
    ['①', '②', '③'],
    ['甲', '乙', '1', '2', '3'],
    ['一', '二', '三'],
    ['A', 'B', 'C'],
  ])
    expect([labels, codeOf(...labels)]).toEqual([labels, 'COLUMN_NUMBERS']);
  expect(codeOf('001', '2', '3')).toBe('COLUMN_NUMBERS');
  expect(codeOf('1', '3', '4')).toBe(null);
  expect(codeOf('1', '1', '1')).toBe(null);
  expect(codeOf('1')).toBe(null);
});

it('knows what must be filled in, and how', () => {
  expect(codeOf('（必填）', '（选填）', undefined, '必填')).toBe('FILLING_NOTES');
  expect(codeOf('填写说明：', '按月填写')).toBe('FILLING_NOTES');
  expect(codeOf('（必填）', '350322')).toBe(null);
});
