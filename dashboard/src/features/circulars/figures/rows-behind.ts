import type { RouteLocationRaw } from 'vue-router';
import { evidenceQuery, type EvidenceRequest } from '../../../components/evidence/evidence-address.ts';
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

/** Where the rows behind a figure are seen: beside the overview of the day it holds for, or the case; null: no rows. */
export function rowsBehind(bind: Binding, place: Place): RouteLocationRaw | null {
  const params = { campaign: place.campaign, code: place.unit };
  const query = { ...place.carried, asOf: place.asOf };
  if (bind.of === 'case') return { name: 'case', params: { ...params, caseNo: bind.caseNo }, query };
  const request = requestOf(bind);
  if (!request) return null;
  const { code, ...rest } = request;
  const rows = evidenceQuery(code === undefined || code === place.unit ? rest : request);
  const isEarlier = bind.of === 'metric' && bind.at === 'previous';
  const asOf = isEarlier && place.previousAsOf !== null ? place.previousAsOf : place.asOf;
  const given = Object.entries({ ...query, asOf, ...rows }).filter(([, value]) => value !== undefined);
  return { name: 'overview', params, query: Object.fromEntries(given) as Record<string, string> };
}

function requestOf(bind: Binding): EvidenceRequest | null {
  if (bind.of === 'metric') {
    const { metric, unit, part, by } = bind;
    return {
      id: metric,
      code: unit,
      part: by && { by: by.dimension, key: by.key },
      den: part === 'denominator',
    };
  }
  if (bind.of !== 'names' && bind.of !== 'count') return null;
  const id = METRIC_OF_LIST[bind.list];
  return id ? { id, code: bind.unit } : null;
}
