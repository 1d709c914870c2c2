import type { Dimension, MetricId } from '../../generated/graphql.ts';

/** One part of a breakdown, as PartInput. */
export interface EvidencePart {
  readonly by: Dimension;
  readonly key: string;
  readonly unassigned?: boolean;
}

/** The rows behind which figure. */
export interface EvidenceRequest {
  readonly id: MetricId;
  /** Unit; the page's own when left out. */
  readonly code?: string;
  readonly part?: EvidencePart;
  /** The denominator's rows instead of the numerator's. */
  readonly den?: boolean;
  /** The organisations without an entry instead of the rows that are counted. */
  readonly missing?: boolean;
}

/** Case metrics: their rows are cases, and the ledger shows those. */
const IN_LEDGER: ReadonlySet<string> = new Set([
  'IDENTIFIED',
  'RECTIFIED',
  'OUTSTANDING',
  'ACCEPTED_PENDING',
  'OVERDUE',
  'RELAPSED',
  'WEAK_ECONOMY',
  'GRADE_GOOD',
  'GRADE_FAIRLY_GOOD',
  'GRADE_AVERAGE',
  'GRADE_POOR',
]);

/** Dimensions the ledger can filter by, and the key it uses in its address. */
const LEDGER_KEYS: Partial<Record<Dimension, string>> = {
  PRIMARY_CAUSE: 'primaryCause',
  CAUSE: 'cause',
  STATE: 'state',
  UNIT_KIND: 'kind',
  GRADE: 'grade',
};

/** The ledger's query that shows exactly the rows of a case metric (and part); null: the drawer has to show them. */
export function ledgerQuery(request: EvidenceRequest): Record<string, string> | null {
  if (request.den === true || request.missing === true || !IN_LEDGER.has(request.id)) return null;
  const query: Record<string, string> = { countedIn: request.id };
  if (!request.part) return query;
  const key = LEDGER_KEYS[request.part.by];
  if (key === undefined || request.part.unassigned === true) return null;
  return { ...query, [key]: request.part.key };
}

/** The drawer's place in the address: `rows=VENUE_RAISED&rowsPart=FUND_SOURCE:upper&rowsUnit=350322100`. */
export function evidenceQuery(request: EvidenceRequest): Record<string, string | undefined> {
  const { part } = request;
  return {
    rows: request.id,
    rowsPart: part ? `${part.by}:${part.unassigned === true ? '' : part.key}` : undefined,
    rowsUnit: request.code,
    rowsOf: request.missing === true ? 'missing' : request.den === true ? 'den' : undefined,
  };
}

/** Reads it back; null when the drawer is closed. */
export function readEvidence(query: Readonly<Record<string, unknown>>): EvidenceRequest | null {
  const { rows, rowsPart, rowsUnit, rowsOf } = query;
  if (typeof rows !== 'string' || rows === '') return null;
  const [by, ...rest] = typeof rowsPart === 'string' ? rowsPart.split(':') : [];
  const key = rest.join(':');
  const part = by ? { by: by as Dimension, key, unassigned: key === '' } : undefined;
  return {
    id: rows as MetricId,
    ...(typeof rowsUnit === 'string' && rowsUnit !== '' ? { code: rowsUnit } : {}),
    ...(part ? { part } : {}),
    den: rowsOf === 'den',
    missing: rowsOf === 'missing',
  };
}

export const CLOSED = { rows: undefined, rowsPart: undefined, rowsUnit: undefined, rowsOf: undefined } as const;
