import { testDatabase } from '@wallchart/db/testing';
import { beforeAll, expect, it } from 'vitest';
import { createMetricEngine, type MetricEngine, type MetricId, type ReportKey } from './index.ts';
import { C, D, E, buildCaseLedger } from '../../testing/metrics/case-ledger.ts';
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

it('breaks down by cause once, and by all causes with overlap', async () => {
  const [primary, every] = await Promise.all(
    (['PRIMARY_CAUSE', 'CAUSE'] as const).map((by) => engine.breakdown([key], by, ['IDENTIFIED'])),
  );
  const counts = (parts: typeof primary) => parts![0]!.rows.map(({ key: cause, values }) => [cause, values[0]!.value]);
  expect(counts(primary)).toEqual([
    ['C01', '2'],
    ['C09', '2'],
    ['C14', '1'],
  ]);
  expect(primary![0]).toMatchObject({
    exclusive: true,
    proof: [{ parts: '5', unassigned: '0', total: '5', holds: true, reason: null }],
  });
  expect(counts(every)).toEqual([
    ['C01', '2'],
    ['C09', '2'],
    ['C13', '1'],
    ['C14', '2'],
  ]);
  expect(every![0]).toMatchObject({
    exclusive: false,
    total: [{ value: '5' }],
    proof: [{ parts: '7', total: '5', holds: null }],
  });
  expect(every![0]!.rows[1]!.label).toEqual({ zh: '信访矛盾集中', en: 'Petitions and disputes' });
  expect(await figures(key, 'WEAK_ECONOMY')).toEqual(['2']);
});

it('lists every state and grade, and what has no grade apart', async () => {
  const [states, grades] = await Promise.all(
    (['STATE', 'GRADE'] as const).map((by) => engine.breakdown([key], by, ['IDENTIFIED'])),
  );
  expect(states![0]!.rows.map(({ values }) => values[0]!.value)).toEqual(['1', '1', '0', '0', '1', '0', '1', '1']);
  expect(grades![0]!.rows.map(({ values }) => values[0]!.value)).toEqual(['1', '0', '1', '0']);
  expect(grades![0]!.unassigned[0]!.value).toBe('3');
});

it('a flow goes by the day of the row: identified and rectified in their own weeks', async () => {
  const points = (await engine.trend([key], 'MONTH', ['IDENTIFIED', 'RECTIFIED'], '2014-03-01', null, 'flow'))[0]!;
  expect(points.map(({ label, values }) => [label, values[0]!.value, values[1]!.value])).toEqual([
    ['2014-03', '4', '0'],
    ['2014-04', '0', '0'],
    ['2014-05', '0', '0'],
    ['2014-06', '1', '1'],
    ['2014-07', '0', '0'],
  ]);
});

it('a level stands at the end of each period, the last cut at the day of the report', async () => {
  const points = (
    await engine.trend([{ ...key, asOf: '2014-07-15' }], 'MONTH', ['RECTIFIED'], null, null, 'level')
  )[0]!;
  expect(points.map(({ from, to, values }) => [from, to, values[0]!.value])).toEqual([
    ['2014-03-20', '2014-04-01', '0'],
    ['2014-04-01', '2014-05-01', '0'],
    ['2014-05-01', '2014-06-01', '1'],
    ['2014-06-01', '2014-07-01', '2'],
    ['2014-07-01', '2014-07-16', '2'],
  ]);
});

it('a change is split by what happened, a rate changes in points', async () => {
  const ids = ['IDENTIFIED', 'RECTIFIED', 'OUTSTANDING', 'RECTIFICATION_RATE'] as const;
  const span = { key: { ...key, asOf: '2014-05-31' }, to: '2014-07-31', toKnownAt: null };
  const [changes = []] = await engine.compare([span], ids);
  expect(changes.map(({ change, inPoints, parts }) => ({ change, inPoints, parts }))).toEqual([
    { change: '1', inPoints: false, parts: [{ kind: 'NEWLY_IDENTIFIED', change: '1', rows: 1 }] },
    {
      change: '0',
      inPoints: false,
      parts: [
        { kind: 'NEWLY_RECTIFIED', change: '1', rows: 1 },
        { kind: 'RELAPSED', change: '-1', rows: 1 },
      ],
    },
    {
      change: '1',
      inPoints: false,
      parts: [
        { kind: 'NEWLY_IDENTIFIED', change: '1', rows: 1 },
        { kind: 'NEWLY_RECTIFIED', change: '-1', rows: 1 },
        { kind: 'RELAPSED', change: '1', rows: 1 },
      ],
    },
    {
      change: '-5',
      inPoints: true,
      parts: [
        { kind: 'NEWLY_RECTIFIED', change: '1', rows: 1 },
        { kind: 'RELAPSED', change: '-1', rows: 1 },
      ],
    },
  ]);
});

it('shows the rows behind a cell, page by page', async () => {
  const first = await engine.rows(
    key,
    'OUTSTANDING',
    { by: 'CHILD_UNIT', key: '350322101' },
    { first: 2, after: null },
  );
  expect(first).toMatchObject({ totalCount: 3, sum: '3', hasNextPage: true });
  expect(first.rows.map(({ unit, caseNo, contribution, sheet }) => [unit, caseNo, contribution, sheet])).toEqual([
    [E, `test-2014-${E}`, '1', 'cases'],
    [C, `test-2014-${C}`, '1', 'cases'],
  ]);
  expect(first.rows[0]!.cells).toContainEqual({ column: 'identified_on', value: '2014-06-20' });
  const second = await engine.rows(
    key,
    'OUTSTANDING',
    { by: 'CHILD_UNIT', key: '350322101' },
    { first: 2, after: first.endCursor },
  );
  expect(second.rows.map(({ unit }) => unit)).toEqual([D]);
  expect(second.hasNextPage).toBe(false);
  const beyond = await engine.rows(key, 'OUTSTANDING', null, {
    first: 2,
    after: Buffer.from('row 9').toString('base64url'),
  });
  expect(beyond).toMatchObject({ rows: [], totalCount: 4, sum: '4', hasNextPage: false });
  await expect(engine.rows(key, 'OUTSTANDING', null, { first: 2, after: 'nonsense' })).rejects.toMatchObject({
    code: 'BAD_CURSOR',
  });
});

it('ranks towns in segments that are as long as the identified ones', async () => {
  const towns = (await engine.ranking([key]))[0]!;
  expect(towns).toMatchObject([
    {
      unit: '350322100',
      rank: 1,
      rate: '0.5',
      identified: 2,
      rectified: 1,
      acceptedPending: 1,
      overdue: 0,
      relapsed: 0,
      inWork: 0,
      outstanding: 1,
    },
    {
      unit: '350322101',
      rank: 2,
      rate: '0',
      identified: 3,
      rectified: 0,
      acceptedPending: 0,
      overdue: 1,
      relapsed: 1,
      inWork: 1,
      outstanding: 3,
    },
  ]);
});

it('names the dimensions that a metric has when asked for another', async () => {
  await expect(engine.breakdown([key], 'VENUE_WAY', ['IDENTIFIED'])).rejects.toMatchObject({
    code: 'DIMENSION_NOT_AVAILABLE',
    message: expect.stringContaining('CHILD_UNIT, UNIT_KIND, STATE') as string,
  });
});

it('refuses a unit that is not there, and a trend without a campaign', async () => {
  await expect(engine.values([{ ...key, unit: '99' }], ['IDENTIFIED'])).rejects.toMatchObject({
    code: 'UNKNOWN_UNIT',
  });
  await expect(
    engine.trend([{ ...key, campaign: 'x' }], 'WEEK', ['IDENTIFIED'], null, null, 'level'),
  ).rejects.toMatchObject({ code: 'UNKNOWN_CAMPAIGN' });
});
