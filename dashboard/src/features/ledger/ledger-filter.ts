/** What of the ledger is shown: the filter, its form in the address, and as the API takes it. Nothing here knows of the screen. */
import { many, one, type AddressQuery } from '../../address/query.ts';
import { terms } from '@wallchart/charts/terms';
import type { CaseFilter, MetricId } from '../../generated/graphql.ts';

/** Empty lists and nulls restrict nothing. `causes` looks at primary and other causes, `primary` at the primary one. */
export interface LedgerFilter {
  readonly text: string;
  readonly states: readonly string[];
  readonly causes: readonly string[];
  readonly primary: readonly string[];
  readonly kinds: readonly string[];
  readonly towns: readonly string[];
  readonly grades: readonly string[];
  readonly overdue: boolean | null;
  readonly rectified: boolean | null;
  /** The metric whose cases are shown; `countedIn` in the address and the API. */
  readonly metricFilter: string | null;
  /** Id of an import: the cases of which it changed a row. */
  readonly changedBy: string | null;
}

/** A list in the filter and its key in the address. */
const LISTS = {
  states: 'state',
  causes: 'cause',
  primary: 'primaryCause',
  kinds: 'kind',
  towns: 'town',
  grades: 'grade',
} as const;
const FLAGS = { overdue: 'overdue', rectified: 'rectified' } as const;

export type ListKey = keyof typeof LISTS;

export const NO_FILTER: LedgerFilter = {
  text: '',
  states: [],
  causes: [],
  primary: [],
  kinds: [],
  towns: [],
  grades: [],
  overdue: null,
  rectified: null,
  metricFilter: null,
  changedBy: null,
};

function flag(query: AddressQuery, key: string): boolean | null {
  const value = one(query, key);
  return value === '1' || value === 'true' ? true : value === '0' || value === 'false' ? false : null;
}

/** Reads a filter from an address; what it does not know it ignores. */
export function filterFromAddress(query: AddressQuery): LedgerFilter {
  const lists = Object.fromEntries(Object.entries(LISTS).map(([field, key]) => [field, many(query, key)])) as Record<
    ListKey,
    string[]
  >;
  return {
    text: one(query, 'q').trim(),
    ...lists,
    overdue: flag(query, FLAGS.overdue),
    rectified: flag(query, FLAGS.rectified),
    metricFilter: one(query, 'countedIn') || null,
    changedBy: one(query, 'changedBy') || null,
  };
}

/**
 * The keys of the address that say this filter. A key that restricts nothing is `undefined`, so that merging the result
 * over an old query removes it.
 */
export function filterToAddress(filter: LedgerFilter): Record<string, string | undefined> {
  const address: Record<string, string | undefined> = { q: filter.text || undefined };
  for (const [field, key] of Object.entries(LISTS)) address[key] = filter[field as ListKey].join(',') || undefined;
  for (const [field, key] of Object.entries(FLAGS)) {
    const value = filter[field as keyof typeof FLAGS];
    address[key] = value === null ? undefined : value ? '1' : '0';
  }
  address.countedIn = filter.metricFilter ?? undefined;
  address.changedBy = filter.changedBy ?? undefined;
  return address;
}

/** How many conditions of the filter a reader sees as switched on. */
export function conditions(filter: LedgerFilter): number {
  const lists = Object.keys(LISTS).reduce((sum, field) => sum + filter[field as ListKey].length, 0);
  const { overdue, rectified, metricFilter, changedBy } = filter;
  const single = [overdue, rectified, metricFilter, changedBy].filter((value) => value !== null).length;
  return lists + single + (filter.text === '' ? 0 : 1);
}

/** Adds a value to a list of the filter, or takes it out. */
export function toggled(filter: LedgerFilter, field: ListKey, value: string): LedgerFilter {
  const list = filter[field];
  return { ...filter, [field]: list.includes(value) ? list.filter((item) => item !== value) : [...list, value] };
}

const { state: STATES, kind: KINDS, grade: GRADES } = terms['zh-CN'];

/** What an address may name of an enum; a name that is none finds nothing, as every other that no case has. */
function known<T extends string>(names: Readonly<Record<T, string>>, given: readonly string[]): T[] | null {
  return given.length === 0 ? null : (Object.keys(names) as T[]).filter((name) => given.includes(name));
}

/** What the filter looks at first: the cases that a figure counts or an import changed; null for all. */
export function scopeOf({ metricFilter, changedBy }: LedgerFilter): CaseFilter | null {
  if (metricFilter === null && changedBy === null) return null;
  return { countedIn: metricFilter as MetricId | null, changedBy };
}

/** The filter as the API takes it; null restricts nothing. */
export function caseFilter(filter: LedgerFilter): CaseFilter | null {
  if (conditions(filter) === 0) return null;
  const listed = (codes: readonly string[]): string[] | null => (codes.length === 0 ? null : [...codes]);
  return {
    ...scopeOf(filter),
    text: filter.text || null,
    states: known(STATES, filter.states),
    kinds: known(KINDS, filter.kinds),
    grades: known(GRADES, filter.grades),
    causes: listed(filter.causes),
    primaryCauses: listed(filter.primary),
    units: listed(filter.towns),
    overdue: filter.overdue,
    rectified: filter.rectified,
  };
}
