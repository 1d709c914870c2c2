import { createHash } from 'node:crypto';
import { raw, type Sql } from '../database/sql.ts';
import type { ColumnsOf, Measure } from './base.ts';
import { DIMENSIONS } from './dimension.ts';
import type { Metric } from './metric.ts';
import { registry, type MetricId } from './registry.ts';
import { measuresOf } from './rollup.ts';
import { columnsOf, joinsFor } from './row-source.ts';
import { prepare } from './statement.ts';

/** What tells whether two figures of a metric mean the same. */
export interface MetricVersion {
  /** Raised by hand when figures come to mean something else. */
  readonly revision: number;
  /** SHA-256, hex, of the declaration: its words, and its measures over named columns; not of the SQL that computes it. */
  readonly digest: string;
}

const NAMED = new Proxy<Record<string, Sql>>({}, { get: (_, name: string) => raw(`c.${name}`) });

const inNames = (expression: ((column: ColumnsOf<string>) => Sql) | undefined): string | undefined =>
  expression && prepare(expression(NAMED)).text;

function declaredMeasure({ base, part, where, amount, atLeast, coverage: _, ...rest }: Measure): object {
  const parts = DIMENSIONS.filter((by) => by in base.dimensions).flatMap((by) => {
    const of = part?.(by);
    return of ? [{ by, where: inNames(of.where), amount: inNames(of.amount) }] : [];
  });
  const expressions = { where: inNames(where), amount: inNames(amount), atLeast: inNames(atLeast) };
  return { base: base.name, ...rest, ...expressions, parts };
}

/** The version of a declaration. */
export function versionOf(metric: Metric): MetricVersion {
  const { id, label, definition, formula, totals, unit, format, rollup, remark } = metric;
  const measures = measuresOf(metric, null).map(declaredMeasure);
  const declared = { id, label, definition, formula, totals, unit, format, rollup, voids: remark?.voids, measures };
  return { revision: metric.revision, digest: createHash('sha256').update(JSON.stringify(declared)).digest('hex') };
}

/** The version of a metric as it is computed now. */
export const metricVersion = (id: MetricId): MetricVersion => versionOf(registry.get(id)!);

/** The tree and the campaign, which every figure rests on. */
const ALWAYS = ['campaign_version', 'org_unit_version'];

/** Tables that a metric's figures rest on, as its bases declare them. */
export function tablesOf(id: MetricId): string[] {
  const read = measuresOf(registry.get(id)!, null).flatMap((measure) => {
    const { base } = measure;
    const joined = [...joinsFor(base, columnsOf(null, measure))].flatMap((name) => base.joins[name]!.tables);
    return [...base.tables, ...joined];
  });
  return [...new Set([...ALWAYS, ...read])].toSorted();
}
