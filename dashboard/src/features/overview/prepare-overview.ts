import { readAddress, reportVariables } from '../../address/address.ts';
import { askAhead, isHeld } from '../../api/ahead.ts';
import { MetricLabelsDocument, OverviewHeadDocument } from '../../generated/graphql.ts';
import type { Place } from '../../router/ahead.ts';

/** Asks for what the overview shows first. Fulfilled when it is held. */
export async function prepareOverview({ params, query }: Place): Promise<void> {
  const labels = isHeld(MetricLabelsDocument, {}) ? undefined : askAhead(MetricLabelsDocument, {});
  await Promise.all([askAhead(OverviewHeadDocument, reportVariables(readAddress(params, query))), labels]);
}

/** Whether the overview at this address can be shown at once. */
export function holdsOverview({ params, query }: Place): boolean {
  return isHeld(OverviewHeadDocument, reportVariables(readAddress(params, query))) && isHeld(MetricLabelsDocument, {});
}
