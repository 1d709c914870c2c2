import { buildCampaign, buildCase, buildCounty, insertFact } from '@wallchart/db/factories';
import { testDatabase } from '@wallchart/db/testing';
import { beforeAll, expect, it } from 'vitest';
import { createMetricEngine, type MetricEngine, type MetricId, type ReportKey } from './index.ts';

const database = testDatabase();
const all = { kind: 'all' } as const;
const key: ReportKey = { campaign: 'test-2014', unit: '350322', asOf: '2014-07-31', knownAt: null, tree: 'then' };
let engine: MetricEngine;

const [A, B, C, D, E] = ['350322100200', '350322100201', '350322101200', '350322101201', '350322101001'] as const;

/**
 * Five cases, deadline 30 June. A struck off on 1 June (73 days); B accepted; C struck off, then relapsed; D in work with
 * a deadline of its own in September; E a community, identified late, nothing done.
 */
beforeAll(async () => {
  const { db } = database;
  await buildCounty(db, { communities: 1 });
  await buildCampaign(db, { unit_code: '350322', deadline: '2014-06-30', declared_villages: 40, visits_per_month: 2 });
  await buildCase(db, {
    unit_code: A, primary_cause: 'C09', other_causes: ['C13', 'C14'],
    transitions: [['planned', '2014-04-01'], ['accepted', '2014-05-20'], ['struck_off', '2014-06-01'], ['consolidating', '2014-06-01']],
  });
  await buildCase(db, { unit_code: B, primary_cause: 'C09', transitions: [['planned', '2014-04-01'], ['accepted', '2014-07-30']] });
  await buildCase(db, {
    unit_code: C, primary_cause: 'C14', transitions: [['struck_off', '2014-05-05'], ['consolidating', '2014-05-05'], ['relapsed', '2014-07-20']],
  });
  await buildCase(db, { unit_code: D, primary_cause: 'C01', deadline: '2014-09-30', transitions: [['planned', '2014-04-01']] });
  await buildCase(db, { unit_code: E, primary_cause: 'C01', effective_on: '2014-06-20' });
  for (const [case_no, until] of [[A, null], [D, '2014-05-15']] as const) {
    await insertFact(db, 'contacts', { case_no: `test-2014-${case_no}`, role: 'leader', holder: '县委组织部部长', effective_on: '2014-03-25', until });
  }
  await insertFact(db, 'contacts', { case_no: `test-2014-${A}`, role: 'unit', holder: '县水利局', effective_on: '2014-03-25' });
  await insertFact(db, 'measures', { case_no: `test-2014-${A}`, no: 1, area: 'place', content: '修缮场所', effective_on: '2014-03-20', due_on: '2014-05-01', done_on: '2014-05-09' });
  await insertFact(db, 'measures', { case_no: `test-2014-${D}`, no: 1, area: 'people', content: '补齐班子', effective_on: '2014-03-20', due_on: '2014-06-01' });
  await insertFact(db, 'measures', { case_no: `test-2014-${D}`, no: 2, area: 'rules', content: '建章立制', effective_on: '2014-03-20', due_on: '2014-08-01', done_on: '2014-08-01' });
  const visits = [[A, '2014-04-02'], [A, '2014-04-20'], [A, '2014-05-02'], [D, '2014-04-30'], [D, '2014-05-01'], [D, '2014-05-02']] as const;
  for (const [unit, effective_on] of visits) {
    await insertFact(db, 'visits', { case_no: `test-2014-${unit}`, role: 'leader', effective_on, problems_found: 2, problems_solved: unit === A ? 1 : null });
  }
  const ballot = { kind: 'ballot', issued: 60, dissatisfied: 10 } as const;
  await insertFact(db, 'evaluations', { ...ballot, case_no: `test-2014-${A}`, effective_on: '2014-05-01', returned: 50, satisfied: 20, fairly: 20 });
  await insertFact(db, 'evaluations', { ...ballot, case_no: `test-2014-${A}`, effective_on: '2014-05-19', returned: 50, satisfied: 30, fairly: 10, grade: 'fairly_good' });
  await insertFact(db, 'evaluations', { case_no: `test-2014-${A}`, kind: 'group', effective_on: '2014-05-19', grade: 'good' });
  await insertFact(db, 'evaluations', { ...ballot, case_no: `test-2014-${B}`, effective_on: '2014-07-29', returned: 20, satisfied: 5, fairly: 5, grade: 'average' });
  engine = createMetricEngine(db);
});

const figures = async (report: ReportKey, ...ids: MetricId[]): Promise<(string | null)[]> =>
  (await engine.values(all, [report], ids))[0]!.map(({ value }) => value);

it('counts cases by their state on the day', async () => {
  const ids = ['IDENTIFIED', 'RECTIFIED', 'OUTSTANDING', 'RECTIFICATION_RATE', 'ACCEPTED_PENDING', 'OVERDUE', 'RELAPSED'] as const;
  expect(await figures(key, ...ids)).toEqual(['5', '1', '4', '0.2', '1', '3', '1']);
  expect(await figures({ ...key, asOf: '2014-06-30' }, ...ids)).toEqual(['5', '2', '3', '0.4', '0', '0', '0']);
  expect(await figures({ ...key, asOf: '2014-03-19' }, ...ids)).toEqual(['0', '0', '0', null, '0', '0', '0']);
});

it('answers a batch of units of several levels at once, in the order asked', async () => {
  const units = ['350322101', '350322', A, '350322100', '350322101'];
  const values = await engine.values(all, units.map((unit) => ({ ...key, unit })), ['IDENTIFIED', 'RECTIFIED']);
  expect(values.map((of) => of.map(({ value }) => value))).toEqual([['3', '0'], ['5', '1'], ['1', '1'], ['2', '1'], ['3', '0']]);
});

it('counts days to the first day of being rectified, over those rectified now', async () => {
  expect((await engine.values(all, [key], ['DAYS_TO_RECTIFY']))[0]![0]).toMatchObject({ value: '73', numerator: '73', denominator: '1' });
  expect(await figures({ ...key, asOf: '2014-06-30' }, 'DAYS_TO_RECTIFY')).toEqual(['59.5']);
});

it('takes the villages as declared at the campaign\'s own unit, else as counted', async () => {
  const [own, town] = await engine.values(all, [key, { ...key, unit: '350322100' }], ['IDENTIFICATION_RATIO']);
  expect(own![0]).toMatchObject({ value: '0.1', numerator: '4', denominator: '40' });
  expect(town![0]).toMatchObject({ value: '1', numerator: '2', denominator: '2' });
  const parts = (await engine.breakdown(all, [key], 'CHILD_UNIT', ['IDENTIFICATION_RATIO']))[0]!;
  expect(parts.total[0]!.denominator).toBe('40');
  expect(parts.rows.map(({ values }) => values[0]!.denominator)).toEqual(['2', '2']);
});

it('holds measures against their deadlines', async () => {
  const ids = ['MEASURES', 'MEASURES_DONE', 'MEASURES_OVERDUE', 'MEASURE_RATE'] as const;
  expect(await figures(key, ...ids)).toEqual(['3', '1', '1', '0.3333333333']);
  expect(await figures({ ...key, asOf: '2014-08-01' }, ...ids)).toEqual(['3', '2', '1', '0.6666666667']);
});

it('counts what of the five ones is in place on the day', async () => {
  // A: ledger, unit, leader, measures; D: ledger, measures (its leader left in May); B, C, E: ledger.
  expect((await engine.values(all, [key], ['PLAN_COMPLETENESS']))[0]![0]).toMatchObject({ value: '0.36', numerator: '9', denominator: '25' });
});

it('asks visits of full months in which an open case had a leader', async () => {
  // A: April (2 visits), May (1), rectified on 1 June. D: April (1), May (2), then without a leader.
  expect((await engine.values(all, [key], ['VISIT_COMPLIANCE', 'VISITS', 'PROBLEMS_FOUND', 'PROBLEMS_SOLVED']))[0]!).toMatchObject([
    { value: '0.5', numerator: '2', denominator: '4' }, { value: '6' }, { value: '12' }, { value: '3' },
  ]);
  expect(await figures({ ...key, asOf: '2014-04-29' }, 'VISIT_COMPLIANCE')).toEqual([null]);
});

it('takes the latest ballot and the latest grade of a case', async () => {
  expect((await engine.values(all, [key], ['SATISFACTION', 'GRADE_GOOD', 'GRADE_FAIRLY_GOOD', 'GRADE_AVERAGE']))[0]!).toMatchObject([
    { value: '0.7142857143', numerator: '50', denominator: '70' }, { value: '1' }, { value: '0' }, { value: '1' },
  ]);
});

it('breaks down by cause once, and by all causes with overlap', async () => {
  const [primary, every] = await Promise.all((['PRIMARY_CAUSE', 'CAUSE'] as const).map((by) => engine.breakdown(all, [key], by, ['IDENTIFIED'])));
  const counts = (parts: typeof primary) => parts![0]!.rows.map(({ key: cause, values }) => [cause, values[0]!.value]);
  expect(counts(primary)).toEqual([['C01', '2'], ['C09', '2'], ['C14', '1']]);
  expect(primary![0]).toMatchObject({ exclusive: true, proof: [{ parts: '5', unassigned: '0', total: '5', holds: true, reason: null }] });
  expect(counts(every)).toEqual([['C01', '2'], ['C09', '2'], ['C13', '1'], ['C14', '2']]);
  expect(every![0]).toMatchObject({ exclusive: false, total: [{ value: '5' }], proof: [{ parts: '7', total: '5', holds: null }] });
  expect(every![0]!.rows[1]!.label).toEqual({ zh: '信访矛盾集中', en: 'Petitions and disputes' });
  expect(await figures(key, 'WEAK_ECONOMY')).toEqual(['2']);
});

it('lists every state and grade, and what has no grade apart', async () => {
  const [states, grades] = await Promise.all((['STATE', 'GRADE'] as const).map((by) => engine.breakdown(all, [key], by, ['IDENTIFIED'])));
  expect(states![0]!.rows.map(({ values }) => values[0]!.value)).toEqual(['1', '1', '0', '0', '1', '0', '1', '1']);
  expect(grades![0]!.rows.map(({ values }) => values[0]!.value)).toEqual(['1', '0', '1', '0']);
  expect(grades![0]!.unassigned[0]!.value).toBe('3');
});

it('a flow goes by the day of the row: identified and rectified in their own weeks', async () => {
  const points = (await engine.trend(all, [key], 'MONTH', ['IDENTIFIED', 'RECTIFIED'], '2014-03-01', null, 'flow'))[0]!;
  expect(points.map(({ label, values }) => [label, ...values.map(({ value }) => value)])).toEqual([
    ['2014-03', '4', '0'], ['2014-04', '0', '0'], ['2014-05', '0', '0'], ['2014-06', '1', '1'], ['2014-07', '0', '0'],
  ]);
});

it('a level stands at the end of each period, the last cut at the day of the report', async () => {
  const points = (await engine.trend(all, [{ ...key, asOf: '2014-07-15' }], 'MONTH', ['RECTIFIED'], null, null, 'level'))[0]!;
  expect(points.map(({ from, to, values }) => [from, to, values[0]!.value])).toEqual([
    ['2014-03-20', '2014-04-01', '0'], ['2014-04-01', '2014-05-01', '0'], ['2014-05-01', '2014-06-01', '1'],
    ['2014-06-01', '2014-07-01', '2'], ['2014-07-01', '2014-07-16', '2'],
  ]);
});

it('a change is split by what happened, a rate changes in points', async () => {
  const ids = ['IDENTIFIED', 'RECTIFIED', 'OUTSTANDING', 'RECTIFICATION_RATE'] as const;
  const changes = await engine.compare(all, { ...key, asOf: '2014-05-31' }, '2014-07-31', null, ids);
  expect(changes.map(({ change, inPoints, parts }) => ({ change, inPoints, parts }))).toEqual([
    { change: '1', inPoints: false, parts: [{ kind: 'NEWLY_IDENTIFIED', change: '1', rows: 1 }] },
    { change: '0', inPoints: false, parts: [{ kind: 'NEWLY_RECTIFIED', change: '1', rows: 1 }, { kind: 'RELAPSED', change: '-1', rows: 1 }] },
    {
      change: '1', inPoints: false,
      parts: [{ kind: 'NEWLY_IDENTIFIED', change: '1', rows: 1 }, { kind: 'NEWLY_RECTIFIED', change: '-1', rows: 1 }, { kind: 'RELAPSED', change: '1', rows: 1 }],
    },
    { change: '-5', inPoints: true, parts: [{ kind: 'NEWLY_RECTIFIED', change: '1', rows: 1 }, { kind: 'RELAPSED', change: '-1', rows: 1 }] },
  ]);
});

it('shows the rows behind a cell, page by page', async () => {
  const first = await engine.rows(all, key, 'OUTSTANDING', { by: 'CHILD_UNIT', key: '350322101' }, { first: 2, after: null });
  expect(first).toMatchObject({ totalCount: 3, sum: '3', hasNextPage: true });
  expect(first.rows.map(({ unit, caseNo, contribution, sheet }) => [unit, caseNo, contribution, sheet])).toEqual([
    [E, `test-2014-${E}`, '1', 'cases'], [C, `test-2014-${C}`, '1', 'cases'],
  ]);
  expect(first.rows[0]!.cells).toContainEqual({ column: 'identified_on', value: '2014-06-20' });
  const second = await engine.rows(all, key, 'OUTSTANDING', { by: 'CHILD_UNIT', key: '350322101' }, { first: 2, after: first.endCursor });
  expect(second.rows.map(({ unit }) => unit)).toEqual([D]);
  expect(second.hasNextPage).toBe(false);
  const beyond = await engine.rows(all, key, 'OUTSTANDING', null, { first: 2, after: Buffer.from('row 9').toString('base64url') });
  expect(beyond).toMatchObject({ rows: [], totalCount: 4, sum: '4', hasNextPage: false });
  await expect(engine.rows(all, key, 'OUTSTANDING', null, { first: 2, after: 'nonsense' })).rejects.toMatchObject({ code: 'BAD_CURSOR' });
});

it('ranks towns in segments that are as long as the identified ones', async () => {
  const towns = (await engine.ranking(all, [key]))[0]!;
  expect(towns).toMatchObject([
    { unit: '350322100', rank: 1, rate: '0.5', identified: 2, rectified: 1, acceptedPending: 1, overdue: 0, relapsed: 0, inWork: 0, outstanding: 1 },
    { unit: '350322101', rank: 2, rate: '0', identified: 3, rectified: 0, acceptedPending: 0, overdue: 1, relapsed: 1, inWork: 1, outstanding: 3 },
  ]);
});

it('names the dimensions that a metric has when asked for another', async () => {
  await expect(engine.breakdown(all, [key], 'VENUE_WAY', ['IDENTIFIED'])).rejects.toMatchObject({
    code: 'DIMENSION_NOT_AVAILABLE', message: expect.stringContaining('CHILD_UNIT, UNIT_KIND, STATE') as string,
  });
});

it('refuses a unit that is not there, and a trend without a campaign', async () => {
  await expect(engine.values(all, [{ ...key, unit: '99' }], ['IDENTIFIED'])).rejects.toMatchObject({ code: 'UNKNOWN_UNIT' });
  await expect(engine.trend(all, [{ ...key, campaign: 'x' }], 'WEEK', ['IDENTIFIED'], null, null, 'level')).rejects.toMatchObject({ code: 'UNKNOWN_CAMPAIGN' });
});
