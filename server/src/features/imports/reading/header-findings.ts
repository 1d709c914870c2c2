import { narrow } from '../../../domain/narrow.ts';
import { nearest } from '../nearest.ts';
import type { Finding } from '../../../recording/problems.ts';
import type { ColumnSpec, SheetSpec } from '../../../ledger/sheets/index.ts';
import type { TitleUnit } from './money-unit.ts';

export function unknownColumn(sheet: SheetSpec, written: string): Omit<Finding, 'row'> {
  const near = nearest(written, sheet.columns);
  return {
    code: 'UNKNOWN_COLUMN',
    expected: near
      ? { zh: `最接近的列名“${near.zh}”（${near.key}）`, en: `the nearest known column, ${near.key} (${near.zh})` }
      : {
          zh: `本表的列：${sheet.columns.map((spec) => spec.zh).join('、')}；不需要的列请删去`,
          en: `one of this sheet's columns (${sheet.columns.map((spec) => spec.key).join(', ')}); otherwise delete it`,
        },
    message: { zh: '没有这一列', en: 'unknown column' },
  };
}

export const unknownUnit: Omit<Finding, 'row'> = {
  code: 'UNKNOWN_MONEY_UNIT',
  expected: { zh: '元、千元、万元、百万元、亿元', en: '元, 千元, 万元, 百万元 or 亿元' },
  message: { zh: '金额单位无法识别', en: 'the unit of the amounts is not recognised' },
};

export const countUnit: Omit<Finding, 'row'> = {
  code: 'COUNT_UNIT',
  expected: {
    zh: '以个、人为单位的整数，列名中不写“万”',
    en: 'whole numbers, without 万 in the header',
  },
  message: { zh: '人数、数量不按万、千读取', en: 'counts are not read in thousands or tens of thousands' },
};

const powerName = (power: number | null): string =>
  ({ 0: '元', 2: '百元', 3: '千元', 4: '万元', 5: '十万元', 6: '百万元', 7: '千万元', 8: '亿元' })[power ?? -1] ?? '？';

export const otherUnit = ({ cell, value }: TitleUnit): Omit<Finding, 'row'> => ({
  code: 'MONEY_UNIT_DIFFERS',
  severity: 'warning',
  expected: { zh: `与标题行 ${cell}“${narrow(value)}”一致`, en: `the unit of the title, ${cell} “${narrow(value)}”` },
  message: {
    zh: `列名与标题行 ${cell} 的金额单位不同，按列名读取`,
    en: `the unit differs from ${cell}; the header's unit was used`,
  },
});

export const unitOfTitle = ({ cell, power }: TitleUnit): Omit<Finding, 'row'> => ({
  code: 'MONEY_UNIT_OF_TITLE',
  severity: 'warning',
  expected: { zh: `金额单位是${powerName(power)}`, en: `amounts in ${powerName(power)}` },
  message: {
    zh: `列名未写单位，按标题行 ${cell} 的“${powerName(power)}”读取`,
    en: `the header has no unit; ${powerName(power)} was used, as in ${cell}`,
  },
});

export const unclearUnit = (units: readonly Pick<TitleUnit, 'cell' | 'value'>[]): Omit<Finding, 'row'> => {
  const text = units.map(({ cell, value }) => `${cell} ${narrow(value)}`);
  return {
    code: 'MONEY_UNIT_UNCLEAR',
    expected: { zh: '在列名中写明单位，例如“（万元）”', en: 'the unit in the column header, such as （万元）' },
    message:
      text.length === 0
        ? { zh: '两行表头的金额单位不同', en: 'the header gives two different units' }
        : {
            zh: `不清楚此列用哪个金额单位（${text.join('；')}）`,
            en: `the unit of this column is unclear (${text.join('; ')})`,
          },
  };
};

export const inTwoRows = (row: number): Finding => ({
  row,
  code: 'HEADER_TWO_ROWS',
  severity: 'warning',
  expected: { zh: '一行表头', en: 'a header in one row' },
  message: {
    zh: `表头占第${row - 1}、${row}两行，已合并读取`,
    en: `the header spans rows ${row - 1} and ${row}; they were read as one`,
  },
});

export const twice: Omit<Finding, 'row'> = {
  code: 'COLUMN_TWICE',
  expected: { zh: '每列只出现一次', en: 'each column once' },
  message: { zh: '同一列出现两次', en: 'this column appears twice in the sheet' },
};

export const missing = (spec: ColumnSpec): Omit<Finding, 'row'> => ({
  column: spec.key,
  code: 'COLUMN_MISSING',
  expected: { zh: `“${spec.zh}”列`, en: `a column ${spec.key}` },
  message: { zh: `缺少“${spec.zh}”列`, en: `column ${spec.key} is missing` },
});
