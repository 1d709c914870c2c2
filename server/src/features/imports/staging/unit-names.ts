import { columnOf, type SheetSpec } from '../../../ledger/sheets/index.ts';
import { isBlank, textOf, type RawRow } from '../cells/raw-cell.ts';

/** A name that stands beside the code of a unit, or the number of a case, in the first row that has both. */
export interface UnitName {
  readonly row: number;
  /** column from 0 */
  readonly at: number;
  readonly name: string;
  readonly key: string;
}

/** What tells the unit of a row: the column of its code, else of its case. */
export function unitKeyOf(sheet: SheetSpec): string {
  if (sheet.scope === 'units') return 'parent_code';
  return columnOf(sheet, 'unit_code') ? 'unit_code' : 'case_no';
}

/** Pairs kept of a sheet: as many as a province has towns and villages. */
const KEPT = 50_000;

/** Gathers the names beside codes, each pair once. */
export class UnitNames {
  private readonly found = new Map<string, UnitName>();

  constructor(private readonly columns: readonly number[]) {}

  get all(): readonly UnitName[] {
    return [...this.found.values()];
  }

  add({ row, cells }: RawRow, key: string | null | undefined): void {
    if (!key || this.found.size >= KEPT) return;
    for (const at of this.columns) {
      const name = textOf(cells[at]).trim();
      if (isBlank(cells[at]) || /^[\p{P}\p{S}\s]*$/u.test(name)) continue;
      const pair = `${at} ${key} ${name}`;
      if (!this.found.has(pair)) this.found.set(pair, { row, at, name, key });
    }
  }
}
