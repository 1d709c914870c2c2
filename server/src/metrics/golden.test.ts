import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Sql } from '../database/sql.ts';
import { aggregate, type AggregateShape } from './aggregate.ts';
import type { Base } from './base.ts';
import * as campaignFacts from './bases/campaign-facts.ts';
import * as caseDetails from './bases/case-details.ts';
import { cases } from './bases/cases.ts';
import * as listedUnits from './bases/listed-units.ts';
import * as unitFacts from './bases/unit-facts.ts';
import { childrenSql } from './child-units.ts';
import { comparison } from './compare.ts';
import { countedSql } from './counted-cases.ts';
import { DIMENSIONS, type Dimension } from './dimension.ts';
import { evidence } from './evidence.ts';
import type { Metric } from './metric.ts';
import { registry } from './registry.ts';
import { measuresOf } from './rollup.ts';
import { columnsOf, joinsFor, rowSource } from './row-source.ts';
import { prepare } from './statement.ts';

const COUNTY = { level: 3, known: false, scoped: false, series: false } as const;
const WHOLE = { ...COUNTY, by: null, window: false, course: false } as const;

/** Text of a statement with the names of its parameters behind it. */
function textOf(fragment: Sql): string {
  const { text, slots } = prepare(fragment);
  return `${text};\n-- ${slots.map(({ name }, i) => `$${i + 1} ${name}`).join(', ')}\n`;
}

/** An aggregating statement in which the rows, which have a file of their own, are named with the joins that it takes. */
function briefly(shape: AggregateShape): string {
  const { base, measures, by } = shape;
  const { text } = prepare(aggregate(shape));
  const [from, end] = [text.indexOf('\nfrom (select'), text.lastIndexOf('\ngroup by ')];
  const source = text.slice(from, end);
  const keys =
    by === null ? '' : source.slice(source.lastIndexOf('\ncross join lateral'), source.lastIndexOf(') d\n') + 3);
  const taken = joinsFor(base, columnsOf(by, ...measures));
  const joins = Object.keys(base.joins).filter((name) => taken.has(name));
  const rows = `\nfrom rows of ${base.name}${joins.length > 0 ? ` with ${joins.join(', ')}` : ''}`;
  return `${text.slice(0, from)}${rows}${keys}${text.slice(end)};\n`;
}

/** The shapes of the statements of a metric, one for each of its bases. */
const shapesOf = (metric: Metric, by: Dimension | null): AggregateShape[] =>
  [...Map.groupBy(new Set(measuresOf(metric, by)), ({ base }) => base)].map(([base, measures]) => ({
    ...WHOLE,
    base,
    measures,
    by,
  }));

const metricOf = (id: string): Metric => registry.get(id)!;
const rectified = metricOf('RECTIFIED').numerator;

/** Bases by the file that declares them. */
const BASES: Readonly<Record<string, readonly Base[]>> = {
  cases: [cases],
  'case-details': Object.values(caseDetails),
  'campaign-facts': Object.values(campaignFacts),
  'unit-facts': [unitFacts.operatingFunds, unitFacts.economy, unitFacts.remuneration],
  'listed-units': Object.values(listedUnits),
};

it.each(Object.entries(BASES))('the rows of %s, with all joins, are as reviewed', async (file, bases) => {
  const sources = bases.map((base) => {
    const source = rowSource({ ...COUNTY, base }, Object.keys(base.columns), []);
    return `-- ${base.name}\n${textOf(source)}`;
  });
  await expect(sources.join('\n')).toMatchFileSnapshot(`golden/rows-of-${file}.sql`);
});

it('the rows of every base that a metric counts are among them', () => {
  const counted = new Set([...registry.values()].flatMap((metric) => measuresOf(metric, null).map(({ base }) => base)));
  expect(new Set(Object.values(BASES).flat())).toEqual(counted);
});

it('what each metric selects is as reviewed', async () => {
  const lists = [...registry.values()].map(
    (metric) => `-- ${metric.id}\n${shapesOf(metric, null).map(briefly).join('\n')}`,
  );
  await expect(lists.join('\n')).toMatchFileSnapshot('golden/select-lists.sql');
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

it('breakdowns, also for several days at once, are as reviewed', async () => {
  const measures = measuresOf(metricOf('RECTIFICATION_RATE'), 'CHILD_UNIT');
  const days: AggregateShape = { ...WHOLE, series: true, base: rectified.base, measures, by: 'CHILD_UNIT' };
  const each = DIMENSIONS.map(
    (by) => `-- ${SHOWN[by]} by ${by}\n${shapesOf(metricOf(SHOWN[by]), by).map(briefly).join('\n')}`,
  );
  const text = [...each, `-- RECTIFICATION_RATE by CHILD_UNIT, several days\n${briefly(days)}`].join('\n');
  await expect(text).toMatchFileSnapshot('golden/breakdowns.sql');
});

it('a trend, known at a moment, within a scope, is as reviewed', async () => {
  const shape = { ...WHOLE, level: 4, known: true, scoped: true, series: true, course: true };
  const text = textOf(aggregate({ ...shape, base: rectified.base, measures: [rectified] }));
  await expect(text).toMatchFileSnapshot('golden/trend.sql');
});

it('a flow with two own days is as reviewed', async () => {
  const measures = [metricOf('IDENTIFIED').numerator, rectified];
  const shape = { ...WHOLE, base: rectified.base, measures, by: 'WEEK', window: true } as const;
  await expect(textOf(aggregate(shape))).toMatchFileSnapshot('golden/flow.sql');
});

it.each([false, true])('the child units, scoped %s, are as reviewed', async (scoped) => {
  const text = textOf(childrenSql({ ...COUNTY, scoped, known: scoped }));
  await expect(text).toMatchFileSnapshot(`golden/child-units${scoped ? '-scoped-and-known' : ''}.sql`);
});

it('rows behind a figure and behind what it misses, and the cases that it counts, are as reviewed', async () => {
  const { missing } = metricOf('OPERATING_DUE').coverage!;
  const part = { unassigned: false } as const;
  const behind = evidence({ ...COUNTY, ...part, base: rectified.base, measure: rectified, by: 'CAUSE' });
  const absent = evidence({ ...COUNTY, ...part, scoped: true, base: missing.base, measure: missing, by: 'CHILD_UNIT' });
  const counted = countedSql({ ...COUNTY, base: rectified.base }, rectified.base.caseNo!, rectified);
  const text = [behind, absent, counted].map(textOf).join('\n');
  await expect(text).toMatchFileSnapshot('golden/evidence.sql');
});

it('a comparison is as reviewed', async () => {
  const shape = {
    level: 3,
    scoped: false,
    base: rectified.base,
    measures: [rectified],
    known: [true, false, false],
  } as const;
  await expect(textOf(comparison(shape))).toMatchFileSnapshot('golden/compare.sql');
});

const textsOf = (id: string, by: Dimension | null): string =>
  shapesOf(metricOf(id), by)
    .map((shape) => textOf(aggregate(shape)))
    .join('\n');

it('asks the latest transition only where a state is asked', () => {
  expect(textsOf('IDENTIFIED', 'CHILD_UNIT')).not.toContain('transitions');
  expect(textsOf('RECTIFIED', null).match(/transitions/g)).toHaveLength(1);
  expect(textsOf('RECTIFICATION_RATE', 'CHILD_UNIT')).not.toContain('evaluations');
});

it('refuses a value in place of a slot', () => {
  expect(() => prepare(sql`select ${'350322'}`)).toThrow('instead of a slot');
});

it('names of measures tell them apart within their base', () => {
  const measures = new Set([...registry.values()].flatMap((metric) => measuresOf(metric, null)));
  const names = [...measures].map(({ base, name }) => `${base.name} ${name}`);
  expect(names).toHaveLength(new Set(names).size);
});
