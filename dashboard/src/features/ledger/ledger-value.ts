/** How one value of a case is drawn: its text, its mark, and whether it is illustrative. */
import type { LedgerCaseFragment } from '../../generated/graphql.ts';
import { stateMark, type StateMark } from '@wallchart/charts/terms';
import { COLUMNS, type CaseWords, type ColumnId } from './ledger-columns.ts';

/** The workbook's column that a column of the ledger shows. */
const KEYS: Partial<Record<ColumnId, string>> = {
  unit: 'unit_code',
  town: 'unit_code',
  kind: 'unit_code',
  primaryCause: 'primary_cause',
  otherCauses: 'other_causes',
  deadline: 'deadline',
  daysLeft: 'deadline',
  identifiedOn: 'identified_on',
};

export interface LedgerValue {
  readonly text: string;
  readonly illustrative: boolean;
  readonly mark: StateMark | null;
  /** Days left are written as a warning when there are none. */
  readonly tone: 'overdue' | 'work' | null;
}

/** The value of one column of one case. */
export function ledgerValue(item: LedgerCaseFragment, id: ColumnId, words: CaseWords): LedgerValue {
  const text = COLUMNS.find((column) => column.id === id)?.text(item, words) ?? '';
  const key = KEYS[id];
  return {
    text,
    illustrative:
      text !== '' && key !== undefined && (item.illustrative.includes(key) || item.illustrative.includes('*')),
    mark: id === 'state' ? stateMark(item) : null,
    tone: id !== 'daysLeft' || text === '' ? null : item.overdue ? 'overdue' : 'work',
  };
}
