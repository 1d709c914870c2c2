import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { aggregate } from './aggregate.ts';
import type { Metric } from './metric.ts';
import { metricVersion, tablesOf, versionOf } from './metric-version.ts';
import { METRICS, registry } from './registry.ts';
import { measuresOf } from './rollup.ts';
import { prepare } from './statement.ts';

const rectified = registry.get('RECTIFIED')!;

/** RECTIFIED with another numerator. */
const changed = (numerator: Partial<Metric['numerator']>): Metric => ({
  ...rectified,
  numerator: { ...rectified.numerator, ...numerator },
});

it('a declaration that changed is on record: raise the revision if its figures mean something else, then update the record', async () => {
  const versions = METRICS.map(({ id }) => [id, metricVersion(id)] as const);
  const lines = versions.map(([id, { revision, digest }]) => `${id} ${revision} ${digest}`);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('golden/versions.txt');
});

it('a digest tells another condition, another amount and other words', () => {
  const { digest } = versionOf(rectified);
  const others = [
    changed({ where: (c) => sql`${c['rectified']} and ${c['kind']} = 'village'` }),
    changed({ amount: (c) => c['itemsDue']! }),
    { ...rectified, definition: { ...rectified.definition, en: 'Something else.' } },
  ];
  const digests = others.map((metric) => versionOf(metric).digest);
  expect(new Set([digest, ...digests]).size).toBe(4);
});

it('a digest stays when the SQL of a column or of the rows is written in another way', () => {
  const { base } = rectified.numerator;
  const faster = { ...base, columns: { ...base.columns, rectified: { sql: sql`s.rectified` } }, where: () => [] };
  expect(versionOf(changed({ base: faster })).digest).toBe(versionOf(rectified).digest);
});

it('a raised revision is another version of the same declaration', () => {
  const raised = versionOf({ ...rectified, revision: rectified.revision + 1 });
  expect(raised).toEqual({ ...versionOf(rectified), revision: rectified.revision + 1 });
});

/** Tables that the statements of a metric name. */
function tablesInSql(metric: Metric): string[] {
  const shape = {
    level: 3,
    known: true,
    scoped: false,
    series: false,
    by: null,
    window: false,
    course: false,
  } as const;
  const byBase = Map.groupBy(new Set(measuresOf(metric, null)), ({ base }) => base);
  const text = [...byBase].map(([base, measures]) => prepare(aggregate({ ...shape, base, measures })).text).join('\n');
  const named = [...text.matchAll(/\b(?:from|join) ([a-z_]{4,})\b/g)].map(([, name]) => name!);
  return [...new Set(named)].filter((name) => !['lateral', 'unnest', 'generate_series'].includes(name)).toSorted();
}

it.each(METRICS.map(({ id }) => id))('the tables of %s are declared', (id) => {
  expect(tablesOf(id)).toEqual(tablesInSql(registry.get(id)!));
});
