import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { aggregate } from './aggregate.ts';
import { measure } from './base.ts';
import { visits } from './bases/case-details.ts';
import type { MetricSpec } from './metric.ts';
import { referencePage } from './reference.ts';
import {
  buildRegistry,
  declarations,
  describeMetricIds,
  metricIds,
  metricIdValues,
  METRICS,
  registry,
} from './registry.ts';
import { prepare } from './statement.ts';

/** What someone adding a metric writes: one declaration … */
const VISITS_WITH_FINDINGS: MetricSpec = {
  label: { zh: '发现问题的走访次数', en: 'Visits with findings' },
  definition: { zh: '发现问题的走访次数。', en: 'Visits on which a problem was found.' },
  formula: { zh: '发现问题 > 0 的走访条数', en: 'number of visits with problems_found > 0' },
  unit: 'TIMES',
  format: 'INTEGER',
  polarity: 'NEUTRAL',
  group: 'visits',
  numerator: measure(visits, 'visits_with_findings', { where: (c) => sql`${c.found} > 0` }),
};

/** … and one line in the registry. */
const extended = buildRegistry({ ...declarations, VISITS_WITH_FINDINGS });

it('a metric that is declared and registered flows into enum, reference page and SQL', () => {
  expect([...extended.keys()]).toEqual([...registry.keys(), 'VISITS_WITH_FINDINGS']);
  expect(describeMetricIds(extended)['VISITS_WITH_FINDINGS']).toEqual({
    description: '发现问题的走访次数 / Visits with findings',
  });
  expect(referencePage(extended)).toContain('### VISITS_WITH_FINDINGS');
  const metric = extended.get('VISITS_WITH_FINDINGS')!;
  expect(metric).toMatchObject({
    rollup: 'SUM',
    sheet: 'visits',
    dimensions: ['CHILD_UNIT', 'UNIT_KIND', 'WEEK', 'MONTH'],
  });
  const shape = {
    base: metric.numerator.base,
    measures: [metric.numerator],
    by: null,
    level: 3,
    known: false,
    scoped: false,
    series: false,
    course: false,
    window: false,
  };
  expect(prepare(aggregate(shape)).text).toContain('count(*) filter (where r.problems_found > 0)');
});

it('the enum has every metric with both labels', () => {
  expect(Object.keys(metricIds)).toEqual(METRICS.map(({ id }) => id));
  expect(metricIds.RECTIFICATION_RATE).toBe('RECTIFICATION_RATE');
  expect(metricIdValues.IDENTIFIED.description).toBe('排查认定数 / Identified');
});

it('labels, definitions and formulas are there in both languages, and labels are unique', () => {
  for (const { label, definition, formula, totals } of METRICS) {
    for (const { zh, en } of [label, definition, formula, totals]) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).not.toMatch(/[\u4e00-\u9fff]/);
    }
  }
  for (const language of ['zh', 'en'] as const) {
    expect(new Set(METRICS.map(({ label }) => label[language])).size).toBe(METRICS.length);
  }
});
