import { partOfMonth } from '../../domain/part-of-month.ts';
import { ACTION, type ColumnSpec, type SheetSpec } from './sheet-spec.ts';

/** A cell by the key of its column; as the workbook has it. */
export interface RecordedCell {
  readonly column: string;
  readonly value: string | null;
}

const LISTS = new Set<ColumnSpec['type']['kind']>(['cause-list', 'coded-list', 'illustrative']);

/**
 * A recorded row as cells of its sheet, in the order and under the keys of the workbook.
 *
 * @param row columns of the table as text; arrays as JSON
 */
export function cellsOf(spec: SheetSpec, row: Readonly<Record<string, string | null>>): RecordedCell[] {
  return spec.columns
    .filter((column) => column !== ACTION)
    .map((column) => ({ column: column.key, value: valueOf(column, row) }));
}

function valueOf(column: ColumnSpec, row: Readonly<Record<string, string | null>>): string | null {
  const value = row[column.target] ?? null;
  if (value === null) return null;
  if (LISTS.has(column.type.kind)) {
    const items = JSON.parse(value) as string[];
    return items.length === 0 ? null : items.join(';');
  }
  const beside = column.beside && row[column.beside];
  if (!beside || beside === 'false') return value;
  return column.type.kind === 'count' ? `${value}+` : partOfMonth(value, beside, 'en');
}
