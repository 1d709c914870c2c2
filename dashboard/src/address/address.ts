/** The state of a view as its address holds it. null: not given, the campaign's default holds. */
export interface Address {
  readonly campaign: string;
  readonly code: string;
  readonly asOf: string | null;
  /** ISO moment; null: as known now. */
  readonly knownAt: string | null;
  readonly tree: 'then' | 'now';
}

/** The variables that every report operation takes. */
export interface ReportVariables {
  readonly campaign: string;
  readonly code: string;
  readonly asOf: string | null;
  readonly knownAt: string | null;
  readonly tree: 'THEN' | 'NOW';
}

type Raw = Readonly<Record<string, unknown>>;

/** Keys that every link within the dashboard carries on. */
export const CARRIED = ['asOf', 'knownAt', 'tree', 'lang'] as const;

const first = (value: unknown): string | null => {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' && one !== '' ? one : null;
};

/** Reads params and query of a route. An unreadable value counts as not given; the server judges days. */
export function readAddress(params: Raw, query: Raw): Address {
  return {
    campaign: first(params['campaign']) ?? '',
    code: first(params['code']) ?? '',
    asOf: first(query['asOf']),
    knownAt: first(query['knownAt']),
    tree: first(query['tree']) === 'now' ? 'now' : 'then',
  };
}

/** The part of a query that goes along to the next view. */
export function carriedQuery(query: Raw): Record<string, string> {
  const carried: Record<string, string> = {};
  for (const key of CARRIED) {
    const value = first(query[key]);
    if (value !== null) carried[key] = value;
  }
  return carried;
}

/** An address as operations take it. */
export function reportVariables({ campaign, code, asOf, knownAt, tree }: Address): ReportVariables {
  return { campaign, code, asOf, knownAt, tree: tree === 'now' ? 'NOW' : 'THEN' };
}
