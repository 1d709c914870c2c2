import { cases, contacts, evaluations, measures, transitions, visits } from './case-sheets.ts';
import type { ColumnSpec, SheetSpec } from './sheet-spec.ts';
import { campaigns, units } from './tree-sheets.ts';
import {
  activities,
  economy,
  goodPractices,
  operatingFunds,
  projectFunds,
  remuneration,
  reports,
  supports,
  team,
  venueFunds,
  venues,
} from './unit-sheets.ts';

/** Every sheet of the ledger workbook, in the order in which they are written. */
export const SHEETS: readonly SheetSpec[] = [
  units,
  campaigns,
  cases,
  transitions,
  measures,
  contacts,
  visits,
  team,
  supports,
  venues,
  venueFunds,
  projectFunds,
  operatingFunds,
  remuneration,
  economy,
  evaluations,
  activities,
  goodPractices,
  reports,
];

const byKey = new Map(SHEETS.map((sheet) => [sheet.key, sheet]));

/** The sheet with this key, or undefined. */
export const sheetOf = (key: string): SheetSpec | undefined => byKey.get(key);

/** The column of a sheet with this key, or undefined. */
export const columnOf = (sheet: SheetSpec, key: string): ColumnSpec | undefined =>
  sheet.columns.find((column) => column.key === key);

export { CODED_WORDS, wordOf, type CodedList, type CodedWord } from './coded-words.ts';
export { ACTION } from './sheet-spec.ts';
export { cellsOf, type RecordedCell } from './recorded-cells.ts';
export { parseRowId, rowId } from './row-id.ts';
export type { ColumnSpec, ColumnType, SheetSpec } from './sheet-spec.ts';
