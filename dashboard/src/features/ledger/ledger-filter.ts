/** What of the ledger is shown: the filter, and its form in the address. Nothing here knows of the screen. */

/** One case as the filter reads it; the generated `LedgerCaseFragment` fits. */
export interface FilterableCase {
  readonly caseNo: string;
  readonly unit: { readonly name: string; readonly kind: string };
  readonly town?: { readonly code: string; readonly name: string } | null;
  readonly state: string;
  readonly overdue: boolean;
  readonly rectified: boolean;
  readonly grade?: string | null;
  readonly primaryCause: { readonly code: string };
  readonly otherCauses: readonly { readonly code: string }[];
  readonly contactLeader?: string | null;
  readonly pinyin: string;
}

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
  readonly countedIn: string | null;
  /** Id of an import: the cases of which it changed a row. */
  readonly changedBy: string | null;
}

/** The part of a vue-router query that is read here: a repeated key comes as a list. */
export type AddressQuery = Readonly<Record<string, string | null | undefined | readonly (string | null)[]>>;

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
  countedIn: null,
  changedBy: null,
};

/** First value of a key of the address, '' when absent. */
export function one(query: AddressQuery, key: string): string {
  const value = query[key];
  return (typeof value === 'string' ? value : Array.isArray(value) ? (value[0] ?? '') : '') as string;
}

/** All values of a key: `a,b` and a repeated key alike, in order, without repeats. */
export function many(query: AddressQuery, key: string): string[] {
  const value = query[key];
  const parts = (Array.isArray(value) ? value : [value]).flatMap((part) => (part ?? '').split(','));
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
}

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
    countedIn: one(query, 'countedIn') || null,
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
  address.countedIn = filter.countedIn ?? undefined;
  address.changedBy = filter.changedBy ?? undefined;
  return address;
}

/** How many conditions of the filter a reader sees as switched on. */
export function conditions(filter: LedgerFilter): number {
  const lists = Object.keys(LISTS).reduce((sum, field) => sum + filter[field as ListKey].length, 0);
  const { overdue, rectified, countedIn, changedBy } = filter;
  const single = [overdue, rectified, countedIn, changedBy].filter((value) => value !== null).length;
  return lists + single + (filter.text === '' ? 0 : 1);
}

/** Adds a value to a list of the filter, or takes it out. */
export function toggled(filter: LedgerFilter, field: ListKey, value: string): LedgerFilter {
  const list = filter[field];
  return { ...filter, [field]: list.includes(value) ? list.filter((item) => item !== value) : [...list, value] };
}

/** Names, posts and numbers are searched as written, in any part; Latin letters also as pinyin initials of the unit. */
function matchesText(item: FilterableCase, text: string): boolean {
  const wanted = text
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const written = [item.unit.name, item.town?.name, item.caseNo, item.contactLeader]
    .filter(Boolean)
    .join('\n')
    .toLowerCase();
  const initials = item.pinyin.toLowerCase();
  return wanted.every((word) => written.includes(word) || (/^[a-z]+$/u.test(word) && initials.includes(word)));
}

const admits = (list: readonly string[], value: string | null | undefined): boolean =>
  list.length === 0 || (value !== null && value !== undefined && list.includes(value));

/**
 * Whether the filter shows a case. `countedIn` and `changedBy` are not judged here: only the server knows which rows a
 * figure counts and an import changed, so it is asked for those rows only.
 */
export function matches(item: FilterableCase, filter: LedgerFilter): boolean {
  const causes = [item.primaryCause.code, ...item.otherCauses.map((cause) => cause.code)];
  return (
    admits(filter.states, item.state) &&
    admits(filter.kinds, item.unit.kind) &&
    admits(filter.towns, item.town?.code) &&
    admits(filter.grades, item.grade) &&
    admits(filter.primary, item.primaryCause.code) &&
    (filter.causes.length === 0 || causes.some((code) => filter.causes.includes(code))) &&
    (filter.overdue === null || item.overdue === filter.overdue) &&
    (filter.rectified === null || item.rectified === filter.rectified) &&
    (filter.text === '' || matchesText(item, filter.text))
  );
}
