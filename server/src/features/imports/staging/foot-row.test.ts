import { describe, expect, it } from 'vitest';
import type { RawCell } from '../cells/raw-cell.ts';
import { findHeader } from '../reading/header.ts';
import { sheetOf } from '../../../ledger/sheets/index.ts';
import { footRow } from './foot-row.ts';

const team = sheetOf('team')!;
const header = findHeader(team, [{ row: 1, cells: ['批次', '单位代码', '事项', '日期', '人数', '说明'] }])!;
const codeOf = (...cells: RawCell[]) => footRow({ row: 9, cells }, header.columns)?.code ?? null;

describe('what stands below the rows of a ledger', () => {
  it('is a row of totals by its word, spaced or bracketed, formulas included', () => {
    expect(codeOf('合计', undefined, undefined, undefined, { kind: 'formula', text: '14' })).toBe('TOTAL_ROW');
    expect(codeOf(undefined, '小　计', '', '', '3')).toBe('TOTAL_ROW');
    expect(codeOf('（合计）14人')).toBe('TOTAL_ROW');
    expect(codeOf('Grand total', '', '', '', '14')).toBe('TOTAL_ROW');
  });

  it('is a row of totals in all the words that offices and spreadsheets have for it', () => {
    for (const word of [
      '汇总',
      '全县合计',
      '甲镇小计',
      '甲镇 汇总',
      '总合计',
      '350322101 汇总',
      '合计：',
      'Town total',
      '总和',
    ])
      expect([word, codeOf(undefined, word, undefined, undefined, '14')]).toEqual([word, 'TOTAL_ROW']);
    expect(codeOf('county-2014', '全县合计', '调整', '2014-06-30', '14')).toBe('TOTAL_ROW');
    const cells = ['county-2014', '350322', '调整', '2014-06-30', '14', undefined, '全县合计'];
    expect(footRow({ row: 9, cells }, header.columns, [6])?.code).toBe('TOTAL_ROW');
    expect(codeOf('county-2014', '350322', '调整', '2014-06-30', '14', '含上年累计')).toBe(null);
  });

  it('is a remark, or who filled in and checked', () => {
    expect(codeOf('填表人：办公室　　审核：分管领导')).toBe('REMARK_ROW');
    expect(codeOf('注：本表截至2014年7月31日')).toBe('REMARK_ROW');
  });

  it('is never a row that has all it needs, nor one that lacks a cell by mistake', () => {
    expect(codeOf('合计', '350322', '调整', '2014-06-30', '14')).toBe(null);
    expect(codeOf('county-2014', '350322', '调整', '', '14')).toBe(null);
    expect(codeOf('注：见附件', '350322', '调整', '', '14')).toBe(null);
    expect(codeOf('注意事项')).toBe(null);
  });

  it('says where it stood', () => {
    expect(footRow({ row: 9, cells: ['', '合计'] }, header.columns)).toMatchObject({
      row: 9,
      column: 'unit_code',
      value: '合计',
      severity: 'warning',
    });
  });
});
