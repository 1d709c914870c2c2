import { readAddress, reportVariables } from '../../address/address.ts';
import { isCached, prefetch } from '../../api/prefetch.ts';
import { MetricLabelsDocument, OverviewHeadDocument } from '../../generated/graphql.ts';
import type { Place } from '../../address/prefetch-page.ts';

/** Asks for what the overview shows first. Fulfilled when it is cached. */
export async function prepareOverview({ params, query }: Place): Promise<void> {
  const labels = isCached(MetricLabelsDocument, {}) ? undefined : prefetch(MetricLabelsDocument, {});
  await Promise.all([prefetch(OverviewHeadDocument, reportVariables(readAddress(params, query))), labels]);
}

/** Whether the overview at this address can be shown at once. */
export function isOverviewCached({ params, query }: Place): boolean {
  return (
    isCached(OverviewHeadDocument, reportVariables(readAddress(params, query))) && isCached(MetricLabelsDocument, {})
  );
}
