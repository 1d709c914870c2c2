/** The choices of each filter, with how many cases each has. */
import type { CaseFacet, LedgerCountsQuery } from '../../generated/graphql.ts';
import type { CaseWords } from './ledger-columns.ts';
import type { ListKey } from './ledger-filter.ts';

export type CaseCount = NonNullable<LedgerCountsQuery['orgUnit']>['report']['caseCounts'][number];

interface FilterOption {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

const FACETS: Readonly<Record<ListKey, CaseFacet>> = {
  states: 'STATE',
  primary: 'PRIMARY_CAUSE',
  causes: 'CAUSE',
  kinds: 'UNIT_KIND',
  towns: 'TOWN',
  grades: 'GRADE',
};

function labelOf({ by, key, cause, unit }: CaseCount, words: CaseWords): string {
  if (by === 'STATE') return words.state(key);
  if (by === 'UNIT_KIND') return words.kind(key);
  if (by === 'GRADE') return words.grade(key);
  return cause ? words.cause(cause) : (unit?.name ?? key);
}

/**
 * Options of one filter in the order of the field (states by life, causes and towns by code). A value that is chosen but
 * that no case has stays on the list, so that it can be taken away.
 */
export function filterOptions(
  counts: readonly CaseCount[],
  field: ListKey,
  words: CaseWords,
  chosen: readonly string[],
): FilterOption[] {
  const found = counts.filter(({ by }) => by === FACETS[field]);
  const options = found.map((one) => ({ value: one.key, label: labelOf(one, words), count: one.count }));
  const missing = chosen.filter((value) => !found.some(({ key }) => key === value));
  return [...options, ...missing.map((value) => ({ value, label: value, count: 0 }))];
}

/** How many cases were counted: each is in one state. */
export const totalOf = (counts: readonly CaseCount[]): number =>
  counts.reduce((sum, { by, count }) => (by === 'STATE' ? sum + count : sum), 0);
