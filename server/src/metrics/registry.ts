import { acceptanceMetrics } from './definitions/acceptance.metric.ts';
import { caseMetrics } from './definitions/cases.metric.ts';
import { planMetrics } from './definitions/plan.metric.ts';
import { reportMetrics } from './definitions/reports.metric.ts';
import { supportMetrics } from './definitions/supports.metric.ts';
import { teamMetrics } from './definitions/team.metric.ts';
import { unitMetrics } from './definitions/unit-facts.metric.ts';
import { venueMetrics } from './definitions/venues.metric.ts';
import { visitMetrics } from './definitions/visits.metric.ts';
import { completeMetric, type Metric, type MetricSpec } from './metric.ts';

/** Every metric, by its id; one line a metric or a family of them. */
export const declarations = {
  ...caseMetrics,
  ...planMetrics,
  ...visitMetrics,
  ...teamMetrics,
  ...supportMetrics,
  ...venueMetrics,
  ...unitMetrics,
  ...acceptanceMetrics,
  ...reportMetrics,
} as const satisfies Record<string, MetricSpec>;

export type MetricId = keyof typeof declarations;

export type Registry = ReadonlyMap<string, Metric>;

/** Completes declarations under their ids. */
export const buildRegistry = (specs: Readonly<Record<string, MetricSpec>>): Registry =>
  new Map(Object.entries(specs).map(([id, spec]) => [id, completeMetric(id, spec)]));

export const registry: Registry = buildRegistry(declarations);

/** The metrics in the order of their declaration. */
export const METRICS: readonly (Metric & { readonly id: MetricId })[] = [...registry.values()] as (Metric & {
  id: MetricId;
})[];

/** Names and values of the `MetricId` enum of the API. */
export const metricIds = Object.fromEntries(Object.keys(declarations).map((id) => [id, id])) as {
  readonly [Id in MetricId]: Id;
};

/** Descriptions of the enum's values: both labels. */
export const describeMetricIds = (metrics: Registry): Record<string, { description: string }> =>
  Object.fromEntries([...metrics.values()].map(({ id, label }) => [id, { description: `${label.zh} / ${label.en}` }]));

export const metricIdValues = describeMetricIds(registry) as Record<MetricId, { description: string }>;
