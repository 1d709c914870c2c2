import { createCampaignLoaders } from '../campaigns/index.ts';
import { dayInShanghai } from '../../domain/day.ts';
import { createMetricEngine, DIMENSIONS, registry, type MetricId } from '../../metrics/index.ts';
import type { Check } from './check.ts';

/** Parts + unassigned = whole, for every metric and dimension of every campaign, as of its default day. */
export const checkTotals: Check = async (db) => {
  const engine = createMetricEngine(db);
  const campaigns = createCampaignLoaders(db, dayInShanghai());
  const found: string[] = [];
  for (const campaign of await campaigns.all()) {
    const asOf = await campaigns.defaultAsOf(campaign);
    const key = { campaign: campaign.id, unit: campaign.unitCode, asOf, knownAt: null, tree: 'then' as const };
    for (const by of DIMENSIONS) {
      const ids = [...registry.values()]
        .filter(({ dimensions }) => dimensions.includes(by))
        .map(({ id }) => id as MetricId);
      if (ids.length === 0) continue;
      const [breakdown] = await engine.breakdown([key], by, ids);
      const wrong = breakdown?.proof.filter(({ holds }) => holds === false) ?? [];
      found.push(
        ...wrong.map(
          ({ id, parts, unassigned, total }) =>
            `${campaign.id}, ${id} by ${by}: ${parts} + ${unassigned ?? 0} is not ${total} (as of ${asOf}).`,
        ),
      );
    }
  }
  return found;
};
