import { describe, expect, it } from 'vitest';
import type { RawRow } from '../cells/raw-cell.ts';
import { SHEETS, sheetOf, type SheetSpec } from '../../../ledger/sheets/index.ts';
import { matchHeader } from './column-name.ts';
import { findHeader, otherUnits, type Header } from './header.ts';
import type { Merge } from './sheet-layout.ts';

const venues = sheetOf('venues') as SheetSpec;
const row = (no: number, ...cells: (string | undefined)[]): RawRow => ({ row: no, cells });

const codesOf = (header: Header | null): string[] =>
  header?.findings.map(({ cell, row: at, code }) => `${cell ?? at} ${code}`) ?? [];

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
    ['概算（必填）', 0],
    ['概算（单位：万元）', 4],
    ['概算(万)', 4],
    ['概算（万元，必填）', 4],
    ['概算（万元）（选填）', 4],
    ['（必填）概算〔万元〕', 4],
    ['*概算（人民币万元）', 4],
    ['概算：万元', 4],
    ['概算（千万元）', 7],
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
    expect(finding?.expected.en).toMatch(/^one of this sheet.s columns \(campaign, unit_code, way/);
  });

  it('reports a column that is missing, stands twice or has a unit that no one knows', () => {
    const findings =
      findHeader(venues, [row(1, '批次', '单位代码', 'unit_code', '概算（美元）', '认定日期')])?.findings ?? [];
    expect(findings.map(({ code, column }) => `${code} ${column}`)).toEqual([
      'COLUMN_TWICE unit_code',
      'UNKNOWN_MONEY_UNIT estimate_yuan',
      'COLUMN_MISSING way',
    ]);
  });

  it('reads no count in thousands', () => {
    const units = sheetOf('units') as SheetSpec;
    expect(matchHeader(units, '人口（万人）')?.power).toBe(null);
    expect(matchHeader(units, '人口（人）')?.power).toBe(0);
    expect(codesOf(findHeader(units, [row(1, '代码', '名称', '类型', '人口（万人）')]))).toEqual(['D1 COUNT_UNIT']);
    const below = (title: string) => findHeader(units, [row(1, title), row(2, '代码', '名称', '类型', '人口')]);
    expect(codesOf(below('单位：万元、万人'))).toEqual(['A1 COUNT_UNIT']);
    expect(codesOf(below('单位：个、人'))).toEqual([]);
  });

  describe('the money unit of a title', () => {
    const names = ['批次', '单位代码', '方式', '概算', '认定日期'];
    const read = (title: (string | undefined)[], header: string[] = names, merges: Merge[] = []) => {
      const found = findHeader(venues, [row(1, '活动场所台账'), row(2, ...title), row(3, ...header)], merges);
      return [found?.columns.find(({ spec }) => spec.key === 'estimate_yuan')?.power, ...codesOf(found)];
    };

    it.each([
      ['单位：万元', 4],
      ['（金额单位：万元）', 4],
      ['单位:千元', 3],
      ['金额单位为万元', 4],
      ['单位：人民币万元', 4],
      ['填报单位：榜头镇　　金额单位：万元', 4],
      ['单位：个、万元', 4],
      ['2014年活动场所一览表（万元）', 4],
      ['（单位：万）', 4],
      ['单位：（万元）', 4],
      ['单位：萬元', 4],
      ['单位：仟圆', 3],
      ['表中金额均以万元为单位', 4],
      ['（以万元计）', 4],
      ['(in thousands of yuan)', 3],
      ['Unit: 10,000 yuan', 4],
    ])('is taken from %j', (title, power) =>
      expect(read([undefined, undefined, undefined, undefined, title])).toEqual([power, 'D3 MONEY_UNIT_OF_TITLE']),
    );

    it('is taken from a cell beside its label', () =>
      expect(read([undefined, undefined, '单位：', '万元'])).toEqual([4, 'D3 MONEY_UNIT_OF_TITLE']));

    it.each([['单位：元'], ['填报单位：榜头镇'], ['单位：榜头镇人民政府'], ['上元村台账'], ['单位：人']])(
      'is yuan below %j',
      (title) => expect(read([title])).toEqual([0]),
    );

    it('gives way to the header, with a warning that names both', () => {
      const header = names.map((name) => (name === '概算' ? '概算（元）' : name));
      expect(read(['单位：万元'], header)).toEqual([0, 'D3 MONEY_UNIT_DIFFERS']);
      expect(read(['单位：元'], header)).toEqual([0]);
      expect(read(['单位：万元'], ['批次', '单位代码', '方式', 'estimate_yuan', '认定日期'])).toEqual([
        0,
        'D3 MONEY_UNIT_DIFFERS',
      ]);
    });

    it('is an error if it is unknown, or if it is unclear what it applies to', () => {
      expect(read(['单位：美元'])).toEqual([0, 'A2 UNKNOWN_MONEY_UNIT']);
      expect(read(['Unit: RMB 10,000'])).toEqual([0, 'A2 UNKNOWN_MONEY_UNIT']);
      expect(read(['单位：万元', '单位：千元'])).toEqual([0, 'D3 MONEY_UNIT_UNCLEAR']);
      expect(read(['场所（万元）', '其他'])).toEqual([0, 'D3 MONEY_UNIT_UNCLEAR']);
    });
  });

  describe('a header over two rows', () => {
    it('is read where the lower row names the columns of a group, whose unit they have', () => {
      const header = findHeader(
        venues,
        [
          row(1, '批次', '单位代码', '方式', '资金（万元）', undefined, '认定日期'),
          row(2, undefined, undefined, undefined, '概算', '到位'),
        ],
        [{ top: 1, bottom: 1, left: 3, right: 4 }],
      );
      expect([header?.row, header?.columns.find(({ at }) => at === 3)?.power]).toEqual([2, 4]);
      expect(codesOf(header)).toEqual(['2 HEADER_TWO_ROWS', 'D2 MONEY_UNIT_OF_TITLE', 'E2 UNKNOWN_COLUMN']);
    });

    it('completes a name by that of its group', () => {
      const header = findHeader(venues, [
        row(1, '批次', '单位代码', '方式', '认定', '完成'),
        row(2, undefined, undefined, undefined, '日期', '日期'),
      ]);
      expect(header?.columns.map(({ spec }) => spec.key)).toEqual([
        'campaign',
        'unit_code',
        'way',
        'identified_on',
        'done_on',
      ]);
    });

    it('puts a group before or behind the name, with its unit', () => {
      const header = findHeader(sheetOf('remuneration') as SheetSpec, [
        row(1, '单位代码', '类别', '起', '人数', '月报酬（千元）'),
        row(2, undefined, undefined, undefined, undefined, '调整前', '调整后'),
      ]);
      expect(header?.columns.slice(4).map(({ spec, power }) => [spec.key, power])).toEqual([
        ['before_yuan', 3],
        ['after_yuan', 3],
      ]);
    });

    it('is refused where two languages name two units', () => {
      const english = row(2, 'campaign', 'unit_code', 'way', 'Estimate (万元)', 'identified_on');
      const header = findHeader(venues, [row(1, '批次', '单位代码', '方式', '概算', '认定日期'), english]) as Header;
      expect(otherUnits(venues, header, english).map(({ cell, code }) => `${cell} ${code}`)).toEqual([
        'D2 MONEY_UNIT_UNCLEAR',
      ]);
    });

    it('is not seen in a title, a second language or a row of data', () => {
      const names = ['批次', '单位代码', '方式', '认定日期'];
      for (const rows of [
        [row(1, '活动场所'), row(2, ...names)],
        [row(1, ...names), row(2, 'campaign', 'unit_code', 'way', 'identified_on')],
        [row(1, ...names, undefined), row(2, 'c1', '350322', '新建', '2014-06-01', '概算')],
      ])
        expect(codesOf(findHeader(venues, rows))).toEqual([]);
    });
  });

  it('skips columns that number the rows or name the units, and takes 备注 for the notes', () => {
    const header = findHeader(venues, [
      row(1, '序号', '批次', '乡镇', '单位名称', '单位代码', '村（社区）', '方式', '认定日期', '备注'),
    ]);
    expect(codesOf(header)).toEqual(['A1', 'I1'].map((cell) => `${cell} COLUMN_PASSED_OVER`));
    const team = sheetOf('team') as SheetSpec;
    const noted = findHeader(team, [row(1, '批次', '单位代码', '事项', '日期', '人数', '备 注')]);
    expect([codesOf(noted), noted?.columns.at(-1)?.spec.key]).toEqual([[], 'note']);
  });

  it('finds no header in a sheet without one', () =>
    expect(findHeader(venues, [row(1, 'a', 'b'), row(2, '批次')])).toBeNull());
});
