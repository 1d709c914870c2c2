import { columnName } from '../../../rendering/workbook/cell-address.ts';
import { LIMITS } from '../../../reading/limits.ts';
import type { RawRow } from '../cells/raw-cell.ts';
import type { Finding } from '../../../recording/problems.ts';
import type { FoundColumn, Header } from '../reading/header.ts';
import type { SheetSpec } from '../../../ledger/sheets/index.ts';

interface Unheaded {
  readonly row: number;
  readonly at: number;
  readonly value: string;
  /** the header cell that is merged over this column */
  readonly over: string | undefined;
  readonly csv: boolean;
}

/** A column that has data and no header, which no one could know the meaning of. */
export function noColumnHeader({ row, at, value, over, csv }: Unheaded): Finding {
  const name = columnName(at);
  const zh = `${name}列有数据，但没有${over ? `自己的列名：表头 ${over} 合并在几列上` : '表头'}`;
  const en = `column ${name} has data and no header${over ? ` of its own: ${over} is merged over several columns` : ''}`;
  return {
    row,
    cell: `${name}${row}`,
    value,
    code: 'COLUMN_WITHOUT_HEADER',
    expected: {
      zh: `在表头写明${name}列的列名；不需要的内容请删去`,
      en: `the name of column ${name} in the header; delete columns you do not need`,
    },
    message: csv
      ? {
          zh: `${zh}；数字里的逗号（如 40,000）会把一格分成两格`,
          en: `${en}; a comma in a number, as in 40,000, splits the cell in two`,
        }
      : { zh, en },
  };
}

export const hiddenRows = ({ first, count }: { readonly first: number; readonly count: number }): Finding => ({
  row: first,
  code: 'HIDDEN_ROWS',
  severity: 'warning',
  expected: { zh: '没有隐藏或被筛选掉的行', en: 'no hidden or filtered-out rows' },
  message: {
    zh: `有${count}行被隐藏或被筛选掉，仍已读取（第一处在第${first}行）`,
    en: `${count} rows are hidden or filtered out, starting with row ${first}; they were read anyway`,
  },
});

export const struckRows = ({ first, count }: { readonly first: number; readonly count: number }): Finding => ({
  row: first,
  code: 'STRUCK_ROWS',
  severity: 'warning',
  expected: {
    zh: '作废的行请在“操作”列填“撤回”，或删去；有效的行请去掉删除线',
    en: 'mark void rows with the action withdraw, or delete them; remove the strikethrough from the others',
  },
  message: {
    zh: `有${count}行加了删除线，仍已读取（第一处在第${first}行）`,
    en: `${count} rows are struck through, starting with row ${first}; they were read anyway`,
  },
});

export const hiddenColumns = ({ row }: Header, columns: readonly FoundColumn[]): Finding => ({
  row,
  value: columns.map(({ at }) => columnName(at)).join(', '),
  code: 'HIDDEN_COLUMNS',
  severity: 'warning',
  expected: { zh: '没有隐藏的列', en: 'no hidden columns' },
  message: {
    zh: `隐藏的列仍已读取：${columns.map(({ spec }) => spec.zh).join('、')}`,
    en: `hidden columns were read anyway: ${columns.map(({ spec }) => spec.key).join(', ')}`,
  },
});

export const noHeader = (sheet: SheetSpec, first: RawRow | undefined) => ({
  row: first?.row ?? null,
  code: 'HEADER_NOT_FOUND',
  expected: {
    zh: `含“${sheet.columns
      .slice(0, 3)
      .map((column) => column.zh)
      .join('、')}”等列名的表头`,
    en: `a header row with ${sheet.columns
      .slice(0, 3)
      .map((column) => column.key)
      .join(', ')}, …`,
  },
  message: { zh: `前${LIMITS.headerWithin}行中没有表头`, en: `no header among the first ${LIMITS.headerWithin} rows` },
});
