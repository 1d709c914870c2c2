import { comparable } from '../cells/narrow.ts';
import { isBlank, textOf, type RawRow } from '../cells/raw-cell.ts';
import type { Finding } from '../problems.ts';
import type { FoundColumn } from '../reading/header.ts';

const TOTAL = /^[（(]?(合计|总计|小计|共计|累计|总合计|total|subtotal|grandtotal)/;
const REMARK =
  /^[（(]?(注|备注|说明|填表|制表|填报|报送|审核|审签|负责人|单位负责人|联系人|联系电话|note|preparedby|checkedby)[^:：]{0,12}[:：]/;

/**
 * Recognises what offices put below their rows: a row of totals (合计), the names of who filled in and checked (填表人：…), a remark
 * (注：…). Such a row lacks required cells, so nothing that could be read is ever taken for one.
 *
 * @returns the warning that says that the row was passed over; null for a row of the ledger
 */
export function footRow({ row, cells }: RawRow, columns: readonly FoundColumn[]): Finding | null {
  const required = columns.filter(({ spec }) => spec.required);
  const missing = required.filter(({ at }) => isBlank(cells[at])).length;
  if (missing === 0) return null;
  const first = cells.findIndex((cell) => !isBlank(cell));
  const text = textOf(cells[first]);
  const start = comparable(text);
  const place = { row, column: columns.find(({ at }) => at === first)?.spec.key ?? null, value: text };
  if (TOTAL.test(start)) return { ...place, ...totals };
  return REMARK.test(start) && missing >= required.length - 1 ? { ...place, ...remark } : null;
}

const totals = {
  code: 'TOTAL_ROW',
  severity: 'warning',
  expected: { zh: '只填明细行，合计由系统计算', en: 'rows of single entries only; totals are computed' },
  message: { zh: '合计行，未读取', en: 'a row of totals; it was passed over' },
} as const;

const remark = {
  code: 'REMARK_ROW',
  severity: 'warning',
  expected: { zh: '表内只填明细行', en: 'rows of single entries only' },
  message: { zh: '表尾说明，未读取', en: 'a remark below the table; it was passed over' },
} as const;
