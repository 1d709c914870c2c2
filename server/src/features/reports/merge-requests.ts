import type { MetricId, ReportKey } from '../../metrics/index.ts';

/** One field's request: these metrics of this report. */
export interface Request {
  readonly key: ReportKey;
  readonly ids: readonly MetricId[];
}

/** Reports that are to be computed together, with every metric that any field wants of them. */
export interface MergedRequest {
  readonly keys: ReportKey[];
  readonly ids: MetricId[];
}

export const reportKeyText = (key: ReportKey): string =>
  [key.campaign, key.unit, key.asOf, key.knownAt ?? '', key.tree].join('|');

/**
 * Merges what the fields of one level of a query ask for. Fields that ask different metrics of the same report become
 * one ask, and reports that want the same metrics are computed together: aliases and siblings cost no statement.
 */
export function mergeRequests(requests: readonly Request[]): MergedRequest[] {
  const byReport = new Map<string, { key: ReportKey; ids: Set<MetricId> }>();
  for (const { key, ids } of requests) {
    const text = reportKeyText(key);
    const found = byReport.get(text) ?? { key, ids: new Set<MetricId>() };
    ids.forEach((id) => found.ids.add(id));
    byReport.set(text, found);
  }
  const byIds = Map.groupBy(byReport.values(), ({ ids }) => [...ids].toSorted().join(','));
  return [...byIds.values()].map((group) => ({ keys: group.map(({ key }) => key), ids: [...(group[0]?.ids ?? [])] }));
}
