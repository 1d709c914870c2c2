/** The choices of each filter, with how many of the loaded cases each has. */
import type { LedgerCaseFragment } from '../../generated/graphql.ts';
import type { CaseWords } from './ledger-columns.ts';
import type { ListKey } from './ledger-filter.ts';

export interface FilterOption {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

interface Kind {
  readonly values: (item: LedgerCaseFragment) => readonly (readonly [value: string, label: string])[];
}

function kindsOf(words: CaseWords): Record<ListKey, Kind> {
  return {
    states: { values: (c) => [[c.state, words.state(c.state)]] },
    primary: { values: (c) => [[c.primaryCause.code, words.cause(c.primaryCause)]] },
    causes: { values: (c) => [c.primaryCause, ...c.otherCauses].map((cause) => [cause.code, words.cause(cause)]) },
    kinds: { values: (c) => [[c.unit.kind, words.kind(c.unit.kind)]] },
    towns: { values: (c) => (c.town ? [[c.town.code, c.town.name]] : []) },
    grades: { values: (c) => (c.grade ? [[c.grade, words.grade(c.grade)]] : []) },
  };
}

const ORDER: Partial<Record<ListKey, readonly string[]>> = {
  states: ['IDENTIFIED', 'PLANNED', 'RECTIFYING', 'SUBMITTED', 'ACCEPTED', 'STRUCK_OFF', 'CONSOLIDATING', 'RELAPSED'],
  grades: ['GOOD', 'FAIRLY_GOOD', 'AVERAGE', 'POOR'],
};

/**
 * Options of one filter in the order of the field (states by life, causes and towns by code). A value that is chosen but
 * that no case has stays on the list, so that it can be taken away.
 */
export function filterOptions(
  cases: readonly LedgerCaseFragment[],
  field: ListKey,
  words: CaseWords,
  chosen: readonly string[],
): FilterOption[] {
  const { values } = kindsOf(words)[field];
  const options = new Map<string, { label: string; count: number }>();
  for (const [value, label] of cases.flatMap(values)) {
    const option = options.get(value) ?? { label, count: 0 };
    options.set(value, { label, count: option.count + 1 });
  }
  for (const value of chosen) if (!options.has(value)) options.set(value, { label: value, count: 0 });
  const place = (value: string): string => {
    const index = ORDER[field]?.indexOf(value) ?? -1;
    return index < 0 ? value : String(index);
  };
  return [...options]
    .map(([value, { label, count }]) => ({ value, label, count }))
    .sort((a, b) => (place(a.value) < place(b.value) ? -1 : 1));
}
