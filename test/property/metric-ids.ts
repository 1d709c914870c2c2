import { METRICS, registry } from '../../server/src/metrics/index.ts';
import type { Dimension, MetricId } from '../../server/src/metrics/index.ts';

/** Every metric of the engine. */
export const METRIC_IDS: readonly MetricId[] = METRICS.map((metric) => metric.id);

/** The dimensions that a metric may be asked by. */
export function dimensionsOf(id: MetricId): readonly Dimension[] {
  return registry.get(id)?.dimensions ?? [];
}
