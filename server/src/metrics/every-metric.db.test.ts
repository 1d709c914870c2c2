import { buildCampaign, buildCase, buildCounty } from '@wallchart/db/factories';
import { testDatabase } from '@wallchart/db/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { DIMENSIONS } from './metric.ts';
import { createMetricEngine, METRICS, type MetricId, type ReportKey } from './index.ts';

const database = testDatabase();
const all = { kind: 'all' } as const;
const key: ReportKey = { campaign: 'test-2014', unit: '350322', asOf: '2014-07-31', knownAt: null, tree: 'then' };

describe('every statement of the metric layer', () => {
  beforeAll(async () => {
    const { villages } = await buildCounty(database.db, {});
    await buildCampaign(database.db, { unit_code: '350322' });
    await buildCase(database.db, { unit_code: villages[0]!.code, transitions: [['planned', '2014-04-01'], ['rectifying', '2014-04-02'], ['submitted', '2014-04-03'], ['accepted', '2014-05-01'], ['struck_off', '2014-06-01']] });
    await buildCase(database.db, { unit_code: villages[1]!.code, transitions: [['planned', '2014-04-01']] });
  });

  it.each(METRICS.map(({ id }) => id as MetricId))('%s runs whole, by each of its dimensions, as trend, compared and by rows', async (id) => {
    const engine = createMetricEngine(database.db);
    const past = { ...key, knownAt: '2014-02-01T00:00:00Z' };
    const scope = { kind: 'units', codes: ['350322'] } as const;
    const metric = METRICS.find((m) => m.id === id)!;
    for (const s of [all, scope]) {
      for (const k of [key, past]) {
        const [[value]] = (await engine.values(s, [k], [id])) as [[{ numerator: string | null; denominator: string | null }]];
        for (const by of DIMENSIONS.filter((d) => metric.dimensions.includes(d))) {
          const [parts] = await engine.breakdown(s, [k], by, [id]);
          expect(parts!.total[0]!.numerator).toBe(value.numerator);
        }
        await engine.trend(s, [k], 'MONTH', [id], null, null, 'level');
        expect((await engine.rows(s, k, id, null, { first: 5, after: null })).sum).toBe(value.numerator);
        if (metric.denominator) {
          expect((await engine.rows(s, k, id, { den: true }, { first: 5, after: null })).sum).toBe(value.denominator);
        }
        await engine.compare(s, k, '2014-08-31', null, [id]);
      }
    }
  });
});
