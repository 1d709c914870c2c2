import type { Ledger, UnitRow } from './ledger.ts';

const START = '0000-01-01';
const END = '9999-12-31';

function validOn(row: UnitRow, day: string): boolean {
  return (row.valid_from ?? START) <= day && day < (row.valid_to ?? END);
}

/** The row that describes a unit on a day; of a unit abolished by then the last one before, else the earliest after. */
export function unitOn(ledger: Ledger, code: string, day: string): UnitRow | null {
  let before: UnitRow | null = null;
  let after: UnitRow | null = null;
  for (const row of ledger.units) {
    if (row.code !== code) continue;
    if (validOn(row, day)) return row;
    const from = row.valid_from ?? START;
    if (from <= day && (before === null || from > (before.valid_from ?? START))) before = row;
    if (from > day && (after === null || from < (after.valid_from ?? START))) after = row;
  }
  return before ?? after;
}

/** The code of the unit's own ancestor (or self) at a level, climbing parents as they stood on the day. */
export function ancestorAt(ledger: Ledger, code: string, level: number, day: string): string | null {
  let row = unitOn(ledger, code, day);
  while (row !== null && row.level > level)
    row = row.parent_code === null ? null : unitOn(ledger, row.parent_code, day);
  return row !== null && row.level === level ? row.code : null;
}

/** Whether what was said of a unit belongs to another unit on the tree of a day. */
export function isWithin(ledger: Ledger, code: string, whole: string, day: string): boolean {
  const top = unitOn(ledger, whole, day);
  return top !== null && ancestorAt(ledger, code, top.level, day) === whole;
}

/** Units valid on the day, in code order. */
export function unitsValidOn(ledger: Ledger, day: string): UnitRow[] {
  const found: UnitRow[] = [];
  for (const row of ledger.units) if (validOn(row, day)) found.push(row);
  return found.sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The units one level below another on the day, in code order, including those without data. */
export function childrenOn(ledger: Ledger, whole: string, day: string): UnitRow[] {
  const top = unitOn(ledger, whole, day);
  if (top === null) return [];
  return unitsValidOn(ledger, day).filter(
    (row) => row.level === top.level + 1 && ancestorAt(ledger, row.code, top.level, day) === whole,
  );
}
