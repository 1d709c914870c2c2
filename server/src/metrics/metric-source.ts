import { createHash } from 'node:crypto';
import { aggregate } from './aggregate.ts';
import type { Metric } from './metric.ts';
import { registry, type MetricId } from './registry.ts';
import { measuresOf } from './rollup.ts';
import { prepare } from './statement.ts';

const SHAPE = { level: 3, known: true, scoped: false, series: false } as const;

/** What a metric is made from. */
export interface MetricSource {
  /** SHA-256, hex, over its declaration and the statements that compute it: another digest is another metric. */
  readonly digest: string;
  /** Tables that its statements read. */
  readonly tables: readonly string[];
}

const known = new Map<MetricId, MetricSource>();

/** The version of a metric: its declaration in words and the SQL compiled from it. */
export function metricSource(id: MetricId): MetricSource {
  const found = known.get(id) ?? sourceOf(registry.get(id)!);
  known.set(id, found);
  return found;
}

function sourceOf(metric: Metric): MetricSource {
  const { id, label, definition, formula, totals, unit, format, rollup } = metric;
  const byBase = Map.groupBy(new Set(measuresOf(metric, null)), ({ base }) => base);
  const statements = [...byBase].map(
    ([base, measures]) => prepare(aggregate({ ...SHAPE, base, measures, by: null, window: false, course: false })).text,
  );
  const declared = JSON.stringify({ id, label, definition, formula, totals, unit, format, rollup, statements });
  const tables = new Set(
    [...statements.join('\n').matchAll(/\b(?:from|join) ([a-z_]{4,})\b/g)].map(([, table]) => table!),
  );
  return { digest: createHash('sha256').update(declared).digest('hex'), tables: [...tables].toSorted() };
}
