import type { RouteLocationRaw } from 'vue-router';
import { evidenceQuery, type EvidencePart } from '../../../components/evidence/evidence-address.ts';
import type { MetricId } from '../../../generated/graphql.ts';
import type { Binding } from '../content.ts';

export interface Place {
  readonly campaign: string;
  readonly unit: string;
  readonly asOf: string;
  readonly previousAsOf: string | null;
  /** The query that goes along (language, tree). */
  readonly carried: Readonly<Record<string, string>>;
}

/** Lists whose names are the cases that a metric counts. */
const METRIC_OF_LIST: Readonly<Record<string, MetricId>> = {
  OUTSTANDING: 'OUTSTANDING',
  OVERDUE: 'OVERDUE',
  RELAPSED: 'RELAPSED',
  ACCEPTED_PENDING: 'ACCEPTED_PENDING',
};

interface MetricOf {
  readonly metric: MetricId;
  readonly unit?: string;
  readonly part?: string;
  readonly at?: string;
  readonly by?: { readonly dimension: EvidencePart['by']; readonly key: string };
}

/** Where the rows behind a figure are seen: beside the overview of the day it holds for, or the case; null: no rows. */
export function rowsBehind(bind: Binding, place: Place): RouteLocationRaw | null {
  const params = { campaign: place.campaign, code: place.unit };
  const query = { ...place.carried, asOf: place.asOf };
  if (bind.of === 'case') return { name: 'case', params: { ...params, caseNo: String(bind['caseNo']) }, query };
  const wanted = metricOf(bind);
  if (!wanted) return null;
  const { metric, unit, part, at, by } = wanted;
  const rows = evidenceQuery({
    id: metric,
    ...(unit === undefined || unit === place.unit ? {} : { code: unit }),
    ...(by ? { part: { by: by.dimension, key: by.key } } : {}),
    den: part === 'denominator',
  });
  const asOf = at === 'previous' && place.previousAsOf !== null ? place.previousAsOf : place.asOf;
  const given = Object.entries({ ...query, asOf, ...rows }).filter(([, value]) => value !== undefined);
  return { name: 'overview', params, query: Object.fromEntries(given) as Record<string, string> };
}

function metricOf(bind: Binding): MetricOf | null {
  if (bind.of === 'metric') return bind as unknown as MetricOf;
  if (bind.of !== 'names' && bind.of !== 'count') return null;
  const metric = METRIC_OF_LIST[String(bind['list'])];
  if (!metric) return null;
  return typeof bind['unit'] === 'string' ? { metric, unit: bind['unit'] } : { metric };
}
