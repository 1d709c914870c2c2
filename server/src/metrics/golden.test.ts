import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { aggregate } from './aggregate.ts';
import { childrenSql } from './child-units.ts';
import { comparison } from './compare.ts';
import { evidence } from './evidence.ts';
import { DIMENSIONS, type Dimension } from './dimension.ts';
import type { Metric } from './metric.ts';
import { registry } from './registry.ts';
import { measuresOf } from './rollup.ts';
import { prepare } from './statement.ts';
import type { Sql } from '../database/sql.ts';

const COUNTY = { level: 3, known: false, scoped: false, series: false, course: false } as const;

/** Text of a statement with the names of its parameters behind it. */
function textOf(fragment: Sql): string {
  const { text, slots } = prepare(fragment);
  return `${text};\n-- ${slots.map(({ name }, i) => `$${i + 1} ${name}`).join(', ')}\n`;
}

/** Every statement that a metric takes, one for each of its bases. */
function statementsOf(metric: Metric, by: Dimension | null): string {
  const byBase = Map.groupBy(new Set(measuresOf(metric, by)), ({ base }) => base);
  return [...byBase]
    .map(([base, measures]) => textOf(aggregate({ ...COUNTY, base, measures, by, window: false })))
    .join('\n');
}

const metricOf = (id: string): Metric => registry.get(id)!;

it.each([...registry.keys()])('the SQL of %s at a county is as reviewed', async (id) => {
  await expect(statementsOf(metricOf(id), null)).toMatchFileSnapshot(`golden/${id}.sql`);
});

const SHOWN: Readonly<Record<Dimension, string>> = {
  CHILD_UNIT: 'RECTIFICATION_RATE',
  UNIT_KIND: 'IDENTIFIED',
  STATE: 'IDENTIFIED',
  PRIMARY_CAUSE: 'RECTIFIED',
  CAUSE: 'IDENTIFIED',
  GRADE: 'IDENTIFIED',
  VENUE_WAY: 'VENUE_GAP',
  FUND_SOURCE: 'VENUE_RAISED',
  CADRE_CLASS: 'PAID_ON_TIME',
  MEASURE_AREA: 'MEASURE_RATE',
  WEEK: 'RECTIFIED',
  MONTH: 'VISITS',
};

it.each(DIMENSIONS)('the SQL of a breakdown by %s is as reviewed', async (by) => {
  await expect(statementsOf(metricOf(SHOWN[by]), by)).toMatchFileSnapshot(`golden/by-${by}-of-${SHOWN[by]}.sql`);
});

const rectified = metricOf('RECTIFIED').numerator;

it('the SQL of a trend, known at a moment, within a scope is as reviewed', async () => {
  const shape = {
    level: 4,
    known: true,
    scoped: true,
    series: true,
    base: rectified.base,
    measures: [rectified],
    by: null,
    window: false,
    course: true,
  };
  await expect(textOf(aggregate(shape))).toMatchFileSnapshot('golden/trend-of-RECTIFIED.sql');
});

it('the SQL of a breakdown for several days at once is as reviewed', async () => {
  const measures = measuresOf(metricOf('RECTIFICATION_RATE'), 'CHILD_UNIT');
  const shape = { ...COUNTY, series: true, base: rectified.base, measures, by: 'CHILD_UNIT', window: false } as const;
  await expect(textOf(aggregate(shape))).toMatchFileSnapshot('golden/days-of-RECTIFICATION_RATE.sql');
});

it.each([false, true])('the SQL of the child units, scoped %s, is as reviewed', async (scoped) => {
  const text = textOf(childrenSql({ ...COUNTY, scoped, known: scoped }));
  await expect(text).toMatchFileSnapshot(`golden/child-units${scoped ? '-scoped-and-known' : ''}.sql`);
});

it('the SQL of a flow with two own days is as reviewed', async () => {
  const measures = [metricOf('IDENTIFIED').numerator, rectified];
  const shape = { ...COUNTY, base: rectified.base, measures, by: 'WEEK', window: true } as const;
  await expect(textOf(aggregate(shape))).toMatchFileSnapshot('golden/flow-of-IDENTIFIED-and-RECTIFIED.sql');
});

it('the SQL of evidence rows is as reviewed', async () => {
  const shape = { ...COUNTY, base: rectified.base, measure: rectified, by: 'CAUSE', unassigned: false } as const;
  await expect(textOf(evidence(shape))).toMatchFileSnapshot('golden/rows-of-RECTIFIED.sql');
});

it('the SQL of the organisations that a figure misses, in a child unit, within a scope, is as reviewed', async () => {
  const { missing } = metricOf('OPERATING_DUE').coverage!;
  const shape = {
    ...COUNTY,
    scoped: true,
    base: missing.base,
    measure: missing,
    by: 'CHILD_UNIT',
    unassigned: false,
  } as const;
  await expect(textOf(evidence(shape))).toMatchFileSnapshot('golden/rows-missing-in-OPERATING_DUE.sql');
});

it('the SQL of a comparison is as reviewed', async () => {
  const shape = {
    level: 3,
    scoped: false,
    base: rectified.base,
    measures: [rectified],
    known: [true, false, false],
  } as const;
  await expect(textOf(comparison(shape))).toMatchFileSnapshot('golden/compare-of-RECTIFIED.sql');
});

it('asks the latest transition only where a state is asked', () => {
  expect(statementsOf(metricOf('IDENTIFIED'), 'CHILD_UNIT')).not.toContain('transitions');
  expect(statementsOf(metricOf('RECTIFIED'), null).match(/transitions/g)).toHaveLength(1);
  expect(statementsOf(metricOf('RECTIFICATION_RATE'), 'CHILD_UNIT')).not.toContain('evaluations');
});

it('refuses a value in place of a slot', () => {
  expect(() => prepare(sql`select ${'350322'}`)).toThrow('instead of a slot');
});

it('names of measures tell them apart within their base', () => {
  const measures = new Set([...registry.values()].flatMap((metric) => measuresOf(metric, null)));
  const names = [...measures].map(({ base, name }) => `${base.name} ${name}`);
  expect(names).toHaveLength(new Set(names).size);
});
