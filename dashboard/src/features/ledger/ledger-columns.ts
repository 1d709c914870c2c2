/** The columns of the ledger: what each holds, how it sorts and how wide it is. */
import type { CaseOrder, CaseOrderField, LedgerCaseFragment } from '../../generated/graphql.ts';

export const COLUMN_IDS = [
  'caseNo',
  'town',
  'unit',
  'kind',
  'primaryCause',
  'otherCauses',
  'state',
  'stateSince',
  'deadline',
  'daysLeft',
  'contactLeader',
  'identifiedOn',
  'rectifiedOn',
  'grade',
  'documentNo',
] as const;

export type ColumnId = (typeof COLUMN_IDS)[number];

/** Terms and days in the language on screen. */
export interface CaseWords {
  readonly state: (state: string) => string;
  readonly kind: (kind: string) => string;
  readonly grade: (grade: string) => string;
  readonly cause: (cause: { zh: string; en: string }) => string;
  readonly day: (day: string) => string;
  /** "overdue by 16 days", "31 days left" */
  readonly daysLeft: (days: number) => string;
}

interface LedgerColumn {
  readonly id: ColumnId;
  /** Width in rem; the unit's column takes what is left. */
  readonly width: number;
  readonly end: boolean;
  readonly order: CaseOrderField;
  readonly text: (item: LedgerCaseFragment, words: CaseWords) => string;
}

const day = (value: string | null | undefined, words: CaseWords): string => (value ? words.day(value) : '');

/** All columns in the order of the ledger. Names sort by division code, as offices list them. */
export const COLUMNS: readonly LedgerColumn[] = [
  { id: 'caseNo', width: 8, end: false, order: 'CASE_NO', text: (c) => c.caseNo },
  { id: 'town', width: 7, end: false, order: 'TOWN', text: (c) => c.town?.name ?? '' },
  { id: 'unit', width: 11, end: false, order: 'UNIT', text: (c) => c.unit.name },
  { id: 'kind', width: 6.5, end: false, order: 'KIND', text: (c, words) => words.kind(c.unit.kind) },
  {
    id: 'primaryCause',
    width: 17,
    end: false,
    order: 'PRIMARY_CAUSE',
    text: (c, words) => words.cause(c.primaryCause),
  },
  {
    id: 'otherCauses',
    width: 14,
    end: false,
    order: 'OTHER_CAUSES',
    text: (c, words) => c.otherCauses.map((cause) => words.cause(cause)).join(', '),
  },
  {
    id: 'state',
    width: 9.5,
    end: false,
    order: 'STATE',
    text: (c, words) => words.state(c.state),
  },
  { id: 'stateSince', width: 9, end: true, order: 'STATE_SINCE', text: (c, words) => day(c.stateSince, words) },
  { id: 'deadline', width: 9, end: true, order: 'DEADLINE', text: (c, words) => day(c.deadline, words) },
  {
    id: 'daysLeft',
    width: 9.5,
    end: true,
    order: 'DAYS_LEFT',
    text: (c, words) => (c.daysLeft === null || c.daysLeft === undefined ? '' : words.daysLeft(c.daysLeft)),
  },
  { id: 'contactLeader', width: 11, end: false, order: 'CONTACT_LEADER', text: (c) => c.contactLeader ?? '' },
  {
    id: 'identifiedOn',
    width: 9,
    end: true,
    order: 'IDENTIFIED_ON',
    text: (c, words) => day(c.identifiedOn, words),
  },
  {
    id: 'rectifiedOn',
    width: 9,
    end: true,
    order: 'RECTIFIED_ON',
    text: (c, words) => day(c.rectifiedOn, words),
  },
  {
    id: 'grade',
    width: 6,
    end: false,
    order: 'GRADE',
    text: (c, words) => (c.grade ? words.grade(c.grade) : ''),
  },
  { id: 'documentNo', width: 11, end: false, order: 'DOCUMENT_NO', text: (c) => c.documentNo ?? '' },
];

export const DEFAULT_COLUMNS: readonly ColumnId[] = [
  'town',
  'unit',
  'primaryCause',
  'state',
  'daysLeft',
  'contactLeader',
  'identifiedOn',
  'rectifiedOn',
];

const isColumn = (id: string): id is ColumnId => (COLUMN_IDS as readonly string[]).includes(id);

/** Columns named in the address, in the order of the ledger; the usual ones when it names none. */
export function columnsFromAddress(named: readonly string[]): readonly ColumnId[] {
  const wanted = named.filter(isColumn);
  return wanted.length === 0 ? DEFAULT_COLUMNS : COLUMN_IDS.filter((id) => wanted.includes(id));
}

/** The address's word for a choice of columns; nothing for the usual ones. */
export function columnsToAddress(columns: readonly ColumnId[]): string | undefined {
  const chosen = COLUMN_IDS.filter((id) => columns.includes(id));
  const usual = COLUMN_IDS.filter((id) => DEFAULT_COLUMNS.includes(id));
  return chosen.length === 0 || chosen.join() === usual.join() ? undefined : chosen.join(',');
}

export interface LedgerSort {
  readonly by: ColumnId;
  readonly descending: boolean;
}

/** `-daysLeft` is days left, descending; an unknown or missing column is no sort. */
export function sortFromAddress(word: string): LedgerSort | null {
  const descending = word.startsWith('-');
  const by = descending ? word.slice(1) : word;
  return isColumn(by) ? { by, descending } : null;
}

export function sortToAddress(sort: LedgerSort | null): string | undefined {
  return sort ? `${sort.descending ? '-' : ''}${sort.by}` : undefined;
}

/** The order as the API takes it; blanks come last in both directions, and equals are in the order of their numbers. */
export function caseOrder(sort: LedgerSort | null): CaseOrder[] {
  const column = COLUMNS.find(({ id }) => id === sort?.by);
  return [{ by: column?.order ?? 'CASE_NO', descending: sort?.descending ?? false }];
}

/** What a click on a column's head does: up, down, and no sort again. */
export function nextSort(sort: LedgerSort | null, by: ColumnId): LedgerSort | null {
  if (sort?.by !== by) return { by, descending: false };
  return sort.descending ? null : { by, descending: true };
}
