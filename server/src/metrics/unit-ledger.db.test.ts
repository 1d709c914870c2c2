import { buildCampaign, buildCase, buildCounty, buildUnit, insertFact } from '@wallchart/db/factories';
import { testDatabase } from '@wallchart/db/testing';
import { beforeAll, expect, it } from 'vitest';
import { createMetricEngine, type MetricEngine, type MetricId, type ReportKey } from './index.ts';
import { asViewer } from '../../testing/handles.ts';

const database = testDatabase();
const key: ReportKey = { campaign: 'test-2014', unit: '350322', asOf: '2014-07-31', knownAt: null, tree: 'then' };
let engine: MetricEngine;

const [A, B, C] = ['350322100200', '350322100201', '350322101200'] as const;

/** Venues, money, pay, teams and reports of two towns; a second county with facts that must not be counted. */
beforeAll(async () => {
  const { db } = database;
  await buildCounty(db, { towns: 2, villages: 0 });
  for (const [code, population] of [
    [A, 3000],
    [B, 3001],
    [C, null],
  ] as const)
    await buildUnit(db, { code, kind: 'village', population });
  await buildUnit(db, { code: '350322101001', kind: 'community', population: 9000 });
  await buildCounty(db, { code: '131182', towns: 1, villages: 1 });
  await buildCampaign(db, { unit_code: '350322' });
  await buildCase(db, { unit_code: A });
  await buildCase(db, { unit_code: B });
  const on = { campaign: 'test-2014', effective_on: '2014-05-01' };
  await insertFact(db, 'venues', {
    ...on,
    unit_code: A,
    way: 'build',
    estimate_yuan: '100000.50',
    done_on: '2014-07-01',
  });
  await insertFact(db, 'venues', { ...on, unit_code: B, way: 'repair', estimate_yuan: '50000' });
  await insertFact(db, 'venues', { ...on, unit_code: C, way: 'repair' });
  await insertFact(db, 'venue_funds', { ...on, unit_code: A, source: 'upper', amount_yuan: '60000.25' });
  await insertFact(db, 'venue_funds', {
    ...on,
    unit_code: A,
    source: 'village',
    amount_yuan: '10000',
    effective_on: '2014-08-01',
  });
  await insertFact(db, 'venue_funds', { ...on, unit_code: B, source: 'upper', amount_yuan: '80000' });
  await insertFact(db, 'venue_funds', { ...on, unit_code: '350322', source: 'county_town', amount_yuan: '5000' });
  const funds = { year: 2014, effective_on: '2014-01-01', paid_on: '2014-03-01' };
  await insertFact(db, 'operating_funds', { ...funds, unit_code: A, paid_yuan: '40000' });
  await insertFact(db, 'operating_funds', { ...funds, unit_code: B, paid_yuan: '30000', paid_on: '2014-08-02' });
  await insertFact(db, 'operating_funds', { ...funds, unit_code: C, paid_yuan: '1000' });
  await insertFact(db, 'operating_funds', { ...funds, unit_code: '350322101001', paid_yuan: '10000' });
  await insertFact(db, 'operating_funds', {
    ...funds,
    unit_code: A,
    paid_yuan: '99',
    year: 2013,
    effective_on: '2013-01-01',
  });
  await insertFact(db, 'operating_funds', { ...funds, unit_code: '131182100200', paid_yuan: '77' });
  const pay = { class: 'leading', effective_on: '2014-04-01' } as const;
  await insertFact(db, 'remuneration', {
    ...pay,
    unit_code: A,
    headcount: 1,
    before_yuan: '1000',
    after_yuan: '1900',
    paid_on_time: true,
  });
  await insertFact(db, 'remuneration', {
    ...pay,
    unit_code: A,
    headcount: 1,
    before_yuan: '1000',
    after_yuan: '2000',
    effective_on: '2014-06-01',
    paid_on_time: false,
  });
  await insertFact(db, 'remuneration', {
    ...pay,
    unit_code: B,
    headcount: 9,
    before_yuan: '1000',
    after_yuan: '1100',
    paid_on_time: true,
  });
  await insertFact(db, 'remuneration', {
    ...pay,
    unit_code: C,
    headcount: 5,
    class: 'general',
    before_yuan: '800',
    after_yuan: '900',
  });
  await insertFact(db, 'economy', { year: 2014, effective_on: '2014-01-01', unit_code: A, income_yuan: '-5.50' });
  await insertFact(db, 'economy', { year: 2014, effective_on: '2014-01-01', unit_code: B, income_yuan: '12000.75' });
  await insertFact(db, 'team', { ...on, unit_code: '350322', item: 'vacancy', count: 12 });
  await insertFact(db, 'team', { ...on, unit_code: '350322100', item: 'vacancy_filled', count: 11 });
  await insertFact(db, 'team', { ...on, unit_code: '350322', item: 'reserve', count: 500, at_least: true });
  await insertFact(db, 'team', { ...on, unit_code: A, item: 'trained', count: 2 });
  const report = { ...on, unit_code: '350322100' };
  await insertFact(db, 'reports', { ...report, period: '2014-W18', submitted_on: '2014-05-01' });
  await insertFact(db, 'reports', { ...report, period: '2014-W19', submitted_on: '2014-05-02' });
  await insertFact(db, 'reports', { ...report, period: '2014-W20', submitted_on: '2014-08-01' });
  await insertFact(db, 'reports', { ...report, period: '2014-W32', effective_on: '2014-08-05' });
  engine = createMetricEngine(asViewer(db));
});

const values = async (report: ReportKey, ...ids: MetricId[]) => (await engine.values([report], ids))[0]!;
const figures = async (report: ReportKey, ...ids: MetricId[]) =>
  (await values(report, ...ids)).map(({ value }) => value);

it('a venue gap is taken venue by venue; one without an estimate is noted', async () => {
  const ids = ['VENUES_NEEDED', 'VENUES_DONE', 'VENUE_COST', 'VENUE_RAISED', 'VENUE_GAP', 'VENUE_NEED_SHARE'] as const;
  expect(await figures(key, ...ids)).toEqual(['3', '1', '150000.50', '145000.25', '40000.25', '1']);
  expect((await values(key, 'VENUE_GAP'))[0]!.note).toEqual({ zh: '1 处无概算', en: '1 without an estimate' });
  expect(await figures({ ...key, asOf: '2014-08-01' }, 'VENUE_RAISED', 'VENUE_GAP')).toEqual(['155000.25', '30000.25']);
});

it('money entered at the county is unassigned below it, and the proof holds', async () => {
  const parts = (await engine.breakdown([key], 'CHILD_UNIT', ['VENUE_RAISED', 'VENUE_GAP']))[0]!;
  expect(parts.rows.map(({ key: code, values: of }) => [code, of[0]!.value, of[1]!.value])).toEqual([
    ['350322100', '140000.25', '40000.25'],
    ['350322101', null, null],
  ]);
  expect(parts.unassigned[0]!.value).toBe('5000.00');
  expect(parts.proof[0]).toEqual({
    id: 'VENUE_RAISED',
    parts: '140000.25',
    unassigned: '5000.00',
    total: '145000.25',
    holds: true,
    reason: null,
  });
  const sources = (await engine.breakdown([key], 'FUND_SOURCE', ['VENUE_RAISED']))[0]!;
  expect(sources.rows.map(({ values: of }) => of[0]!.value)).toEqual(['140000.25', '5000.00', null, null]);
});

it("operating funds are due by population; an unknown one is noted, another county's left out", async () => {
  const [due, paid, gap, rate] = await values(
    key,
    'OPERATING_DUE',
    'OPERATING_PAID',
    'OPERATING_GAP',
    'OPERATING_RATE',
  );
  // A 30,000 (paid 40,000), B 40,000 (paid in August), the community 30,000 (paid 10,000), C unknown (paid 1,000).
  expect([due!.value, paid!.value, gap!.value, rate!.value]).toEqual(['100000.00', '51000.00', '60000.00', '0.51']);
  expect(due!.note?.en).toBe('1 units without an amount due (none given, population unknown)');
  expect(await figures({ ...key, asOf: '2013-07-31' }, 'OPERATING_DUE', 'OPERATING_PAID')).toEqual(['30000.00', null]);
});

it('a county with tiers of its own follows them', async () => {
  await database.db
    .insertInto('operating_tier')
    .values({ county_code: '350322', kind: 'village', population_over: -1, due_yuan: '60000' })
    .execute();
  try {
    expect(await figures(key, 'OPERATING_DUE')).toEqual(['150000.00']);
  } finally {
    await database.db.deleteFrom('operating_tier').where('county_code', '=', '350322').execute();
  }
});

it('pay rises by weighted sums of the latest entries, never by a mean of rates', async () => {
  const [leading, general, onTime] = await values(key, 'LEADING_PAY_INCREASE', 'GENERAL_PAY_INCREASE', 'PAID_ON_TIME');
  expect(leading).toMatchObject({ value: '0.19', numerator: '1900.00', denominator: '10000.00' });
  expect(general!.value).toBe('0.125');
  expect(onTime).toMatchObject({ value: '0.9', numerator: '9', denominator: '10' });
  expect(await figures({ ...key, asOf: '2014-05-31' }, 'LEADING_PAY_INCREASE')).toEqual(['0.18']);
});

it('counts income and villages without', async () => {
  expect(await figures(key, 'COLLECTIVE_INCOME', 'NO_INCOME')).toEqual(['11995.25', '1']);
  expect(await figures({ ...key, asOf: '2015-01-01' }, 'COLLECTIVE_INCOME', 'NO_INCOME')).toEqual([null, '0']);
});

it('vacancies filled are taken off; a lower bound stays one; trained of the villages counted', async () => {
  const [before, now, reserve, trained, talks] = await values(
    key,
    'VACANCIES_BEFORE',
    'VACANCIES_NOW',
    'RESERVE_CADRES',
    'TRAINING_COVERAGE',
    'WARNING_TALKS',
  );
  expect([before!.value, now!.value, talks!.value]).toEqual(['12', '1', null]);
  expect(reserve).toMatchObject({ value: '500', atLeast: true });
  expect(trained).toMatchObject({ value: '0.6666666667', atLeast: false, denominator: '3' });
});

it('a late report is submitted, not in time', async () => {
  expect(await figures(key, 'REPORTS_DUE', 'REPORT_COMPLETENESS', 'REPORT_TIMELINESS')).toEqual([
    '3',
    '0.6666666667',
    '0.3333333333',
  ]);
  const weeks = (await engine.breakdown([key], 'WEEK', ['REPORTS_DUE']))[0]!;
  expect(weeks.rows.map(({ key: week, values: of }) => [week, of[0]!.value])).toEqual([['2014-W18', '3']]);
});

it('shows what a venue adds to the gap, null where it has no estimate', async () => {
  const { rows, sum } = await engine.rows(key, 'VENUE_GAP', null, { first: 10, after: null });
  expect(rows.map(({ unit, contribution }) => [unit, contribution])).toEqual([
    [A, '40000.25'],
    [B, '0.00'],
    [C, null],
  ]);
  expect(sum).toBe('40000.25');
  expect(rows[0]!.cells).toContainEqual({ column: 'estimate_yuan', value: '100000.50' });
});
