import { buildCampaign, buildCase, buildCounty, insertFact } from '@wallchart/db/factories';
import { testDatabase } from '@wallchart/db/testing';
import { Big } from 'big.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { createMetricEngine, METRICS, registry, type ReportKey } from './index.ts';
import type { Scope } from '../domain/principal.ts';
import { asViewer } from '../../testing/handles.ts';

const database = testDatabase();
const key: ReportKey = { campaign: 'test-2014', unit: '350322', asOf: '2014-07-31', knownAt: null, tree: 'then' };

const past: ReportKey = { ...key, knownAt: '2014-02-01T00:00:00Z' };
const county: Scope = { kind: 'units', codes: ['350322'] };
const WORKED_OFF: [state: 'planned' | 'rectifying' | 'submitted' | 'accepted' | 'struck_off', on: string][] = [
  ['planned', '2014-04-01'],
  ['rectifying', '2014-04-02'],
  ['submitted', '2014-04-20'],
  ['accepted', '2014-05-01'],
  ['struck_off', '2014-06-01'],
];

beforeAll(async () => {
  const { db } = database;
  await buildCounty(db, { communities: 1 });
  await buildCampaign(db, { unit_code: '350322', deadline: '2014-07-01', visits_per_month: 1 });
  const on = { effective_on: '2014-05-10', campaign: 'test-2014' };
  for (const unit_code of ['350322100001', '350322100200', '350322101201']) {
    const { case: row } = await buildCase(db, {
      unit_code,
      other_causes: ['C14'],
      transitions: unit_code.endsWith('200') ? WORKED_OFF : [],
    });
    const of = { case_no: row.case_no, effective_on: '2014-05-10' };
    await insertFact(db, 'measures', {
      ...of,
      no: 1,
      area: 'people',
      content: '选派第一书记',
      due_on: '2014-05-01',
      done_on: '2014-05-20',
    });
    await insertFact(db, 'measures', { ...of, no: 2, area: 'place', content: '修缮场所', due_on: '2014-07-01' });
    await insertFact(db, 'contacts', { ...of, effective_on: '2014-03-20', role: 'leader', holder: '县委组织部部长' });
    await insertFact(db, 'visits', { ...of, role: 'leader', problems_found: 3, problems_solved: 1 });
    await insertFact(db, 'evaluations', {
      ...of,
      kind: 'ballot',
      issued: 50,
      returned: 40,
      satisfied: 30,
      fairly: 5,
      dissatisfied: 5,
      grade: 'good',
    });
    await insertFact(db, 'venues', {
      ...on,
      unit_code,
      way: 'build',
      estimate_yuan: unit_code.endsWith('1') ? null : '200000.50',
    });
    await insertFact(db, 'venue_funds', { ...on, unit_code, source: 'upper', amount_yuan: '80000.25' });
    await insertFact(db, 'project_funds', { ...on, unit_code, source: 'upper', amount_yuan: '100000.00' });
    await insertFact(db, 'operating_funds', {
      unit_code,
      year: 2014,
      paid_yuan: '20000',
      paid_on: '2014-04-01',
      effective_on: '2014-01-01',
    });
    await insertFact(db, 'economy', {
      unit_code,
      year: 2014,
      income_yuan: unit_code.endsWith('0') ? '0' : '1000.10',
      effective_on: '2014-01-01',
    });
    await insertFact(db, 'remuneration', {
      unit_code,
      class: 'leading',
      headcount: 3,
      before_yuan: '1000.00',
      after_yuan: '1436.00',
      paid_on_time: true,
      effective_on: '2014-05-01',
    });
    await insertFact(db, 'reports', { ...on, unit_code, period: '2014-05', submitted_on: '2014-05-09' });
  }
  for (const item of ['vacancy', 'vacancy_filled', 'adjusted', 'trained', 'reserve'] as const) {
    await insertFact(db, 'team', { ...on, unit_code: '350322', item, count: 5, at_least: item === 'reserve' });
  }
  await insertFact(db, 'supports', { ...on, unit_code: '350322100', item: 'first_secretary', count: 2 });
});

/** Sums of all figures that can be added up agree however the question is put. */
describe.each([
  ['everything known now', key, { kind: 'all' }],
  ['as known before anything was, in a scope', past, county],
] as const)('%s', (_, report, scope) => {
  it.each(METRICS.map(({ id }) => id))(
    '%s is the same figure whole, in parts, at the end of its trend and by its rows',
    async (id) => {
      const engine = createMetricEngine(asViewer(database.db, scope));
      const metric = registry.get(id)!;
      const value = (await engine.values([report], [id]))[0]![0]!;
      for (const by of metric.dimensions) {
        const parts = (await engine.breakdown([report], by, [id]))[0]!;
        expect(parts.total).toEqual([value]);
        const told = parts.rows.reduce((sum, { values }) => sum + Number(values[0]!.numerator ?? 0), 0);
        const overlap = by === 'CAUSE' && told !== Number(value.numerator ?? 0);
        expect(parts.proof[0]!.holds).toBe(metric.denominator || overlap ? null : true);
        for (const row of by === 'CAUSE' ? [] : parts.rows.slice(0, 2)) {
          const evidence = await engine.rows(report, id, { by, key: row.key }, { first: 1, after: null });
          expect(evidence.sum ?? '0').toBe(row.values[0]!.numerator ?? '0');
        }
      }
      const trend = (await engine.trend([report], 'MONTH', [id], '2014-05-01', null, 'level'))[0]!;
      expect(trend.at(-1)!.values).toEqual([value]);
      expect((await engine.rows(report, id, null, { first: 5, after: null })).sum).toBe(value.numerator);
      if (metric.denominator) {
        const whole = await engine.rows(report, id, { den: true }, { first: 5, after: null });
        expect(whole.sum).toBe(value.denominator);
      }
    },
  );

  it.each(METRICS.map(({ id }) => id))('%s changes by the sum of the parts of its change', async (id) => {
    const engine = createMetricEngine(asViewer(database.db, scope));
    const span = { key: { ...report, asOf: '2014-05-09' }, to: '2014-07-31', toKnownAt: null };
    const change = (await engine.compare([span], [id]))[0]![0]!;
    const parts = change.parts.reduce((sum, part) => sum.plus(part.change), new Big(0));
    expect(parts.toFixed(2)).toBe(new Big(change.to.numerator ?? 0).minus(change.from.numerator ?? 0).toFixed(2));
  });
});
