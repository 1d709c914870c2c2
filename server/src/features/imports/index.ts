/** The only door of the imports feature. */
export { importFile } from './import-file.service.ts';
export { importWorkbook, withdrawOnRecord } from './import-workbook.service.ts';
export { figureChanges, type FigureChange } from './changes/figure-changes.ts';
export { rowChanges, type RowChange } from './changes/row-changes.ts';
export type {
  ImportOptions,
  ImportOutcome,
  ImportPhase,
  ImportProgress,
  ImportSource,
  SheetSummary,
} from './import-outcome.ts';
export type { Problem, Severity } from '../../recording/problems.ts';
export { annotateWorkbook } from './workbooks/annotate.service.ts';
export { openLedgerWorkbook, type LedgerWorkbook } from './workbooks/ledger-workbook.ts';
export { writeSample } from './workbooks/sample.service.ts';
export { writeTemplate } from './workbooks/template.service.ts';
export {
  CODED_WORDS,
  SHEETS,
  columnOf,
  sheetOf,
  type CodedList,
  type CodedWord,
  type ColumnSpec,
  type SheetSpec,
} from '../../ledger/sheets/index.ts';
