import { testDatabase } from '@wallchart/db/testing';
import { beforeAll, expect, it } from 'vitest';
import { createMetricEngine, type MetricEngine, type MetricId, type ReportKey } from './index.ts';
import { A, buildCaseLedger } from '../../testing/metrics/case-ledger.ts';
import { asViewer } from '../../testing/handles.ts';

const database = testDatabase();
const key: ReportKey = { campaign: 'test-2014', unit: '350322', asOf: '2014-07-31', knownAt: null, tree: 'then' };
let engine: MetricEngine;

beforeAll(async () => {
  await buildCaseLedger(database.db);
  engine = createMetricEngine(asViewer(database.db));
});

const figures = async (report: ReportKey, ...ids: MetricId[]): Promise<(string | null)[]> =>
  (await engine.values([report], ids))[0]!.map(({ value }) => value);

it('counts cases by their state on the day', async () => {
  const ids = [
    'IDENTIFIED',
    'RECTIFIED',
    'OUTSTANDING',
    'RECTIFICATION_RATE',
    'ACCEPTED_PENDING',
    'OVERDUE',
    'RELAPSED',
  ] as const;
  expect(await figures(key, ...ids)).toEqual(['5', '1', '4', '0.2', '1', '3', '1']);
  expect(await figures({ ...key, asOf: '2014-06-30' }, ...ids)).toEqual(['5', '2', '3', '0.4', '0', '0', '0']);
  expect(await figures({ ...key, asOf: '2014-03-19' }, ...ids)).toEqual(['0', '0', '0', null, '0', '0', '0']);
});

const of = (unit: string): ReportKey => ({ ...key, unit });

it('answers a batch of units of several levels at once, in the order asked', async () => {
  const units = ['350322101', '350322', A, '350322100', '350322101'];
  const values = await engine.values(units.map(of), ['IDENTIFIED', 'RECTIFIED']);
  expect(values.map((figure) => figure.map(({ value }) => value))).toEqual([
    ['3', '0'],
    ['5', '1'],
    ['1', '1'],
    ['2', '1'],
    ['3', '0'],
  ]);
});

it('counts days to the first day of being rectified, over those rectified now', async () => {
  expect((await engine.values([key], ['DAYS_TO_RECTIFY']))[0]![0]).toMatchObject({
    value: '73',
    numerator: '73',
    denominator: '1',
  });
  expect(await figures({ ...key, asOf: '2014-06-30' }, 'DAYS_TO_RECTIFY')).toEqual(['59.5']);
});

it("takes the villages as declared at the campaign's own unit, else as counted", async () => {
  const [own, town] = await engine.values([key, { ...key, unit: '350322100' }], ['IDENTIFICATION_RATIO']);
  expect(own![0]).toMatchObject({ value: '0.1', numerator: '4', denominator: '40' });
  expect(town![0]).toMatchObject({ value: '1', numerator: '2', denominator: '2' });
  const parts = (await engine.breakdown([key], 'CHILD_UNIT', ['IDENTIFICATION_RATIO']))[0]!;
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
  expect((await engine.values([key], ['PLAN_COMPLETENESS']))[0]![0]).toMatchObject({
    value: '0.36',
    numerator: '9',
    denominator: '25',
  });
});

it('asks visits of full months in which an open case had a leader', async () => {
  // A: April (2 visits), May (1), rectified on 1 June. D: April (1), May (2), then without a leader.
  expect(
    (await engine.values([key], ['VISIT_COMPLIANCE', 'VISITS', 'PROBLEMS_FOUND', 'PROBLEMS_SOLVED']))[0]!,
  ).toMatchObject([
    { value: '0.5', numerator: '2', denominator: '4' },
    { value: '6' },
    { value: '12' },
    { value: '3' },
  ]);
  expect(await figures({ ...key, asOf: '2014-04-29' }, 'VISIT_COMPLIANCE')).toEqual([null]);
});

it('takes the latest ballot and the latest grade of a case', async () => {
  expect(
    (await engine.values([key], ['SATISFACTION', 'GRADE_GOOD', 'GRADE_FAIRLY_GOOD', 'GRADE_AVERAGE']))[0]!,
  ).toMatchObject([
    { value: '0.7142857143', numerator: '50', denominator: '70' },
    { value: '1' },
    { value: '0' },
    { value: '1' },
  ]);
});
