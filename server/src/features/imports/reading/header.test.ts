import { describe, expect, it } from 'vitest';
import type { RawRow } from '../cells/raw-cell.ts';
import { SHEETS, sheetOf, type SheetSpec } from '../sheets/index.ts';
import { findHeader, matchHeader } from './header.ts';

const venues = sheetOf('venues') as SheetSpec;
const row = (no: number, ...cells: (string | undefined)[]): RawRow => ({ row: no, cells });

describe('headers', () => {
  it.each([
    ['概算（万元）', 4],
    ['estimate_yuan (万元)', 4],
    ['概算(元)', 0],
    ['概 算\n（万元）', 4],
    ['概算', 0],
    ['ESTIMATE_YUAN', 0],
    ['概算万元', 4],
    ['概算（亿元）', 8],
    ['概算*', 0],
    ['概算【千元】', 3],
  ])('understands %j', (written, power) => {
    const match = matchHeader(venues, written);
    expect([match?.spec.key, match?.power]).toEqual(['estimate_yuan', power]);
  });

  it('reads every column by its key, its Chinese header and its label', () => {
    for (const sheet of SHEETS) {
      for (const spec of sheet.columns) {
        for (const written of [spec.key, spec.zh, spec.en])
          expect(`${sheet.key}.${matchHeader(sheet, written)?.spec.key}`).toBe(`${sheet.key}.${spec.key}`);
      }
    }
  });

  it('skips title rows, even those that hold a known word', () => {
    const header = findHeader(venues, [
      row(1, '活动场所台账'),
      row(2, '单位代码'),
      row(4, '批次', '单位代码', '方式', '概算（万元）', '认定日期'),
      row(5, 'c', '350322', '新建'),
    ]);
    expect(header?.row).toBe(4);
    expect(header?.findings).toEqual([]);
  });

  it('names the nearest column for one it does not know', () => {
    const [finding] =
      findHeader(venues, [row(1, 'campaign', 'unit_code', 'way', 'estimte_yuan', 'identified_on')])?.findings ?? [];
    expect([finding?.code, finding?.cell, finding?.expected.en]).toEqual([
      'UNKNOWN_COLUMN',
      'D1',
      'the nearest known column, estimate_yuan (概算)',
    ]);
  });

  it('suggests no column where none is near, but lists those of the sheet', () => {
    const [finding] =
      findHeader(venues, [row(1, 'campaign', 'unit_code', 'way', '批准人', 'identified_on')])?.findings ?? [];
    expect([finding?.code, finding?.cell]).toEqual(['UNKNOWN_COLUMN', 'D1']);
    expect(finding?.expected.zh).toMatch(/^本表的列：批次、单位代码、方式/);
    expect(finding?.expected.en).toMatch(/^a column of this sheet \(campaign, unit_code, way/);
  });

  it('reports a column that is missing, stands twice or has a unit that nobody knows', () => {
    const findings =
      findHeader(venues, [row(1, '批次', '单位代码', 'unit_code', '概算（美元）', '认定日期')])?.findings ?? [];
    expect(findings.map(({ code, column }) => `${code} ${column}`)).toEqual([
      'COLUMN_TWICE unit_code',
      'UNKNOWN_MONEY_UNIT estimate_yuan',
      'COLUMN_MISSING way',
    ]);
  });

  it('finds no header in a sheet without one', () =>
    expect(findHeader(venues, [row(1, 'a', 'b'), row(2, '批次')])).toBeNull());
});
