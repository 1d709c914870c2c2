import { comparable } from '../../../domain/narrow.ts';
import { isBlank, textOf, type RawRow } from '../cells/raw-cell.ts';
import type { Finding } from '../../../recording/problems.ts';
import type { FoundColumn } from '../reading/header.ts';

const TOTAL = /^[（(]?(合计|总计|小计|共计|累计|总合计|合共|汇总|总和|total|subtotal|grandtotal)/;
/** 全县合计, 甲镇小计, and what a spreadsheet writes on its own: 甲镇 汇总, 350322101 计数 */
const TOTAL_BEHIND = /^.{1,20}?(合计|小计|总计|共计|汇总|累计|计数|平均值?|total|count|average)[)）]?[:：]?$/;
const REMARK =
  /^[（(]?(注|备注|说明|填表|制表|填报|报送|审核|审签|负责人|单位负责人|联系人|联系电话|note|preparedby|checkedby)[^:：]{0,12}[:：]/;

const isTotal = (text: string): boolean => TOTAL.test(text) || TOTAL_BEHIND.test(text);

/**
 * Recognises what offices put below their rows: a row of totals (合计, 全县合计, 甲镇小计), the names of who filled in and checked
 * (填表人：…), a remark (注：…). Such a row lacks required cells, or says so where a code or name of a unit must
 * stand, so nothing that could be read is ever taken for one.
 *
 * @param named columns that hold the name of the unit beside its code
 * @returns the warning that says that the row was skipped; null for a row of the ledger
 */
export function footRow(
  { row, cells }: RawRow,
  columns: readonly FoundColumn[],
  named: readonly number[] = [],
): Finding | null {
  const codes = columns.filter(({ spec }) => spec.type.kind === 'code');
  const required = columns.filter(({ spec }) => spec.required);
  const missing = required.filter(({ at }) => isBlank(cells[at])).length;
  const divisions = codes.filter(({ spec }) => spec.type.kind === 'code' && spec.type.of === 'unit');
  const saysTotal = (at: number): boolean => isTotal(comparable(textOf(cells[at])));
  const totalAt = [...divisions.map(({ at }) => at), ...named].find(saysTotal);
  if (missing === 0 && totalAt === undefined) return null;
  const first = cells.findIndex((cell) => !isBlank(cell));
  const found = (at: number) => ({
    row,
    column: columns.find((column) => column.at === at)?.spec.key ?? null,
    value: textOf(cells[at]),
  });
  const total = totalAt ?? [first, ...codes.map(({ at }) => at)].find(saysTotal);
  if (total !== undefined) return { ...found(total), ...totals };
  return REMARK.test(comparable(textOf(cells[first]))) && missing >= required.length - 1
    ? { ...found(first), ...remark }
    : null;
}

const totals = {
  code: 'TOTAL_ROW',
  severity: 'warning',
  expected: { zh: '只填明细行，合计由系统计算', en: 'only rows of single entries; totals are calculated' },
  message: { zh: '合计行，未读取', en: 'a row of totals; it was skipped' },
} as const;

const remark = {
  code: 'REMARK_ROW',
  severity: 'warning',
  expected: { zh: '表内只填明细行', en: 'only rows of single entries' },
  message: { zh: '表尾说明，未读取', en: 'a remark below the table; it was skipped' },
} as const;
