import { buildCampaign, buildCase, buildCounty, insertFact } from '@wallchart/db/factories';
import { testDatabase } from '@wallchart/db/testing';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Scope } from '../domain/principal.ts';
import { createMetricEngine, METRICS, type MetricEngine, type MetricId, type ReportKey } from './index.ts';
import { asViewer } from '../../testing/handles.ts';

const statements: string[] = [];
const database = testDatabase({ onStatement: (text) => statements.push(text) });
const ALL: Scope = { kind: 'all' };
const COUNTY = '350322';
const [TOWN_A, TOWN_B] = ['350322100', '350322101'] as const;
/** Two villages and a community of town A, a village of town B; one more village is not on the list. */
const [A1, A2, COMMUNITY, B1, UNLISTED] = [
  '350322100200',
  '350322100201',
  '350322100001',
  '350322101200',
  '350322101201',
] as const;
let engine: MetricEngine;

const keyOf = (unit: string, more: Partial<ReportKey> = {}): ReportKey => ({
  campaign: 'test-2014',
  unit,
  asOf: '2014-07-31',
  knownAt: null,
  tree: 'then',
  level: unit.length === 6 ? 3 : unit.length === 9 ? 4 : 5,
  ...more,
});

/** `entered/expected`; null where nothing is expected. */
async function covered(id: MetricId, unit: string, more: Partial<ReportKey> = {}, scope = ALL): Promise<string | null> {
  const { coverage } = (
    await createMetricEngine(asViewer(database.db, scope)).values([keyOf(unit, more)], [id])
  )[0]![0]!;
  return coverage && `${coverage.entered}/${coverage.expected}`;
}

beforeAll(async () => {
  const { db } = database;
  await buildCounty(db, { communities: 1 });
  await buildCampaign(db, { unit_code: COUNTY });
  for (const unit_code of [A1, A2, COMMUNITY]) await buildCase(db, { unit_code });
  await buildCase(db, { unit_code: B1, effective_on: '2014-06-01', transitions: [['accepted', '2014-07-01']] });
  const funds = { year: 2014, effective_on: '2014-01-01', paid_on: '2014-03-01', paid_yuan: '20000' };
  await insertFact(db, 'operating_funds', { ...funds, unit_code: A1 });
  await insertFact(db, 'operating_funds', { ...funds, unit_code: B1, recordedAt: '2014-09-01T00:00:00Z' });
  await insertFact(db, 'operating_funds', { ...funds, unit_code: UNLISTED });
  await insertFact(db, 'operating_funds', { ...funds, unit_code: A2, year: 2013, effective_on: '2013-01-01' });
  const pay = {
    class: 'leading',
    effective_on: '2014-04-01',
    headcount: 3,
    before_yuan: '1000',
    after_yuan: '1436',
  } as const;
  await insertFact(db, 'remuneration', { ...pay, unit_code: COUNTY });
  await insertFact(db, 'remuneration', { ...pay, unit_code: A1, paid_on_time: true });
  await insertFact(db, 'remuneration', { ...pay, unit_code: A1, effective_on: '2014-07-01' });
  const on = { campaign: 'test-2014', effective_on: '2014-05-01' };
  await insertFact(db, 'reports', { ...on, unit_code: TOWN_A, period: '2014-05' });
  await insertFact(db, 'venues', { ...on, unit_code: A1, way: 'build', estimate_yuan: '1000' });
  await insertFact(db, 'venues', { ...on, unit_code: A2, way: 'build' });
  await insertFact(db, 'venues', { ...on, unit_code: UNLISTED, way: 'build' });
  engine = createMetricEngine(asViewer(db));
});

beforeEach(() => {
  statements.length = 0;
});

it('an entry is expected of the organisations identified by the day, for the year of the day', async () => {
  expect(await covered('OPERATING_DUE', COUNTY)).toBe('2/4');
  expect(await covered('OPERATING_DUE', COUNTY, { asOf: '2014-05-31' })).toBe('1/3');
  expect(await covered('OPERATING_DUE', COUNTY, { asOf: '2014-03-01' })).toBe('0/0');
  expect(await covered('OPERATING_DUE', COUNTY, { asOf: '2015-07-31' })).toBe('0/4');
  expect(await covered('OPERATING_PAID', COUNTY)).toBe('2/4');
});

it('the sum stays the sum of what is entered, units that are not on the list included', async () => {
  const [found] = await engine.values([keyOf(COUNTY)], ['OPERATING_PAID']);
  expect(found![0]).toMatchObject({ value: '60000.00', coverage: { entered: 2, expected: 4 } });
});

it('what is entered for a higher unit speaks of those below it, in the reports that count it', async () => {
  expect(await covered('LEADING_PAY_INCREASE', COUNTY)).toBe('4/4');
  expect(await covered('LEADING_PAY_INCREASE', TOWN_A)).toBe('1/3');
  expect(await covered('GENERAL_PAY_INCREASE', COUNTY)).toBe('0/4');
  expect(await covered('REPORTS_DUE', COUNTY)).toBe('3/4');
  expect(await covered('REPORTS_DUE', TOWN_A)).toBe('3/3');
  expect(await covered('REPORTS_DUE', A1)).toBe('0/1');
});

it('only the latest pay says whether it came on time', async () => {
  expect(await covered('PAID_ON_TIME', COUNTY, { asOf: '2014-06-30' })).toBe('1/4');
  expect(await covered('PAID_ON_TIME', COUNTY)).toBe('0/4');
});

it('an estimate is expected where a venue is needed, a ballot after acceptance', async () => {
  expect(await covered('VENUE_COST', COUNTY)).toBe('1/2');
  expect(await covered('VENUE_GAP', TOWN_B)).toBe('0/0');
  expect(await covered('SATISFACTION', COUNTY)).toBe('0/1');
});

it('is null for what is expected of no one', async () => {
  const without = METRICS.filter(({ coverage }) => !coverage).map(({ id }) => id);
  expect(without).toEqual(expect.arrayContaining(['IDENTIFIED', 'WARNING_TALKS', 'PROJECT_FUNDS', 'VISITS']));
  const [found] = await engine.values([keyOf(COUNTY)], without);
  expect(new Set(found!.map(({ coverage }) => coverage))).toEqual(new Set([null]));
});

it('is that of the moment and of the scope', async () => {
  expect(await covered('OPERATING_DUE', COUNTY, { knownAt: '2014-08-31T00:00:00Z' })).toBe('1/4');
  const town: Scope = { kind: 'units', codes: [TOWN_A] };
  expect(await covered('OPERATING_DUE', COUNTY, {}, town)).toBe('1/3');
  // The county's own entry is not theirs to see, and not in their sum.
  expect(await covered('LEADING_PAY_INCREASE', COUNTY, {}, town)).toBe('1/3');
  expect(await covered('REPORTS_DUE', COUNTY, {}, town)).toBe('3/3');
});

it('parts are those of the child units, and of the kinds by what they entered themselves', async () => {
  const parts = async (by: 'CHILD_UNIT' | 'UNIT_KIND', id: MetricId) => {
    const [found] = await engine.breakdown([keyOf(COUNTY)], by, [id]);
    const cells = found!.rows.map(({ key, values }) => [key, values[0]!.coverage]);
    return { ...Object.fromEntries(cells), rest: found!.unassigned[0]!.coverage, whole: found!.total[0]!.coverage };
  };
  expect(await parts('CHILD_UNIT', 'LEADING_PAY_INCREASE')).toEqual({
    [TOWN_A]: { entered: 1, expected: 3 },
    [TOWN_B]: { entered: 0, expected: 1 },
    rest: { entered: 0, expected: 0 },
    whole: { entered: 4, expected: 4 },
  });
  expect(await parts('UNIT_KIND', 'REPORTS_DUE')).toEqual({
    town: { entered: 0, expected: 0 },
    village: { entered: 0, expected: 3 },
    community: { entered: 0, expected: 1 },
    rest: { entered: 0, expected: 0 },
    whole: { entered: 3, expected: 4 },
  });
});

it('parts that are no places have none, the whole does', async () => {
  const [found] = await engine.breakdown([keyOf(COUNTY)], 'CADRE_CLASS', ['LEADING_PAY_INCREASE']);
  expect(found!.rows.map(({ values }) => values[0]!.coverage)).toEqual([null, null]);
  expect(found!.total[0]!.coverage).toEqual({ entered: 4, expected: 4 });
});

it('both sides of a comparison and every point of a course have it, a flow has none', async () => {
  const span = { key: keyOf(COUNTY, { asOf: '2014-05-31' }), to: '2014-07-31', toKnownAt: null };
  const [change] = (await engine.compare([span], ['OPERATING_DUE']))[0]!;
  expect([change!.from.coverage, change!.to.coverage]).toEqual([
    { entered: 1, expected: 3 },
    { entered: 2, expected: 4 },
  ]);
  const trend = (mode: 'level' | 'flow') =>
    engine.trend([keyOf(COUNTY)], 'MONTH', ['REPORTS_DUE'], '2014-05-01', '2014-06-30', mode);
  expect((await trend('level'))[0]!.map(({ values }) => values[0]!.coverage)).toEqual([
    { entered: 3, expected: 3 },
    { entered: 3, expected: 4 },
  ]);
  expect((await trend('flow'))[0]!.map(({ values }) => values[0]!.coverage)).toEqual([null, null]);
});

it('lists the organisations without an entry, whole and by child unit', async () => {
  const missing = async (id: MetricId, unit: string, key?: string) => {
    const part = { missing: true, ...(key === undefined ? {} : { by: 'CHILD_UNIT' as const, key }) };
    const page = await engine.rows(keyOf(unit), id, part, { first: 50, after: null });
    expect(page.sum).toBe(String(page.totalCount));
    return page.rows.map((row) => row.unit);
  };
  expect(await missing('OPERATING_DUE', COUNTY)).toEqual([COMMUNITY, A2]);
  expect(await missing('OPERATING_DUE', TOWN_B)).toEqual([]);
  expect(await missing('LEADING_PAY_INCREASE', COUNTY)).toEqual([]);
  expect(await missing('LEADING_PAY_INCREASE', COUNTY, TOWN_A)).toEqual([COMMUNITY, A2]);
  expect(await missing('VENUE_GAP', COUNTY)).toEqual([A2]);
});

it.each([
  ['IDENTIFIED', { missing: true }],
  ['OPERATING_RATE', { missing: true, den: true }],
  ['PAID_ON_TIME', { missing: true, by: 'CADRE_CLASS', key: 'leading' }],
] as const)('there is no list of what %s misses with %o', async (id, part) => {
  const requested = engine.rows(keyOf(COUNTY), id, part, { first: 1, after: null });
  await expect(requested).rejects.toMatchObject({ code: 'BAD_INPUT' });
});

it('coverage of all metrics takes one statement, and none where the cases are asked anyway', async () => {
  const count = async (ids: readonly MetricId[], by?: 'CHILD_UNIT' | 'CADRE_CLASS') => {
    statements.length = 0;
    await (by ? engine.breakdown([keyOf(COUNTY)], by, ids) : engine.values([keyOf(COUNTY)], ids));
    return statements.filter((text) => !text.includes('children')).length;
  };
  expect(await count(['OPERATING_DUE'])).toBe(2);
  expect(await count(['OPERATING_DUE', 'COLLECTIVE_INCOME', 'PAID_ON_TIME', 'REPORTS_DUE', 'VENUE_COST'])).toBe(6);
  expect(await count(['IDENTIFIED', 'OPERATING_DUE'])).toBe(2);
  expect(await count(['OPERATING_DUE', 'OPERATING_PAID'], 'CHILD_UNIT')).toBe(2);
  expect(await count(['LEADING_PAY_INCREASE', 'PAID_ON_TIME'], 'CADRE_CLASS')).toBe(2);
});
