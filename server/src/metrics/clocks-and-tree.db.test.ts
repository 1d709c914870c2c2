import { buildCampaign, buildCase, buildCounty, buildUnit, insertFact } from '@wallchart/db/factories';
import { testDatabase } from '@wallchart/db/testing';
import { beforeAll, expect, it } from 'vitest';
import { createMetricEngine, type MetricEngine, type ReportKey } from './index.ts';
import type { Scope } from '../domain/principal.ts';
import { asViewer } from '../../testing/handles.ts';

const database = testDatabase();
const key: ReportKey = { campaign: 'test-2014', unit: '350322', asOf: '2014-07-31', knownAt: null, tree: 'then' };
const [TOWN, OTHER] = ['350322100', '350322101'] as const;
const [STAYS, MOVES, ABOLISHED] = ['350322100200', '350322100201', '350322100202'] as const;
const EARLY = '2014-08-01T00:00:00.000Z';
const CORRECTED = '2014-09-01T00:00:00.000Z';
let engine: MetricEngine;
const engineFor = (scope?: Scope): MetricEngine =>
  createMetricEngine(asViewer(database.db, scope), { today: () => '2016-01-01' });

/** Three villages of one town: one stays, one is moved to the other town on 1 June 2015, one is abolished that day. */
beforeAll(async () => {
  const { db } = database;
  await buildCounty(db, { villages: 0 });
  await buildUnit(db, { code: STAYS, kind: 'village' });
  await buildUnit(db, { code: MOVES, kind: 'village', validTo: '2015-06-01' });
  const moved = {
    name: '迁后村',
    kind: 'village',
    level: 5,
    parent_code: OTHER,
    county_code: '350322',
    town_code: OTHER,
    village_code: MOVES,
  } as const;
  await db
    .insertInto('org_unit_version')
    .values({
      ...moved,
      code: MOVES,
      valid_from: '2015-06-01',
      recorded_at: '2014-01-01T00:00:00Z',
      recorded_by: 'test',
    })
    .execute();
  await buildUnit(db, { code: ABOLISHED, kind: 'village', validTo: '2015-06-01' });
  await buildCampaign(db, { unit_code: '350322' });
  for (const unit_code of [STAYS, MOVES, ABOLISHED]) await buildCase(db, { unit_code });
  // Said in August to be struck off in July; corrected in September: it was in August.
  const text = { case_no: `test-2014-${STAYS}`, state: 'struck_off' } as const;
  await insertFact(db, 'transitions', {
    ...text,
    effective_on: '2014-07-20',
    recordedAt: '2014-07-25T00:00:00.000Z',
    supersededAt: CORRECTED,
  });
  await insertFact(db, 'transitions', { ...text, effective_on: '2014-08-20', recordedAt: CORRECTED });
  engine = engineFor();
});

const towns = async (report: ReportKey) => {
  const parts = (await engine.breakdown([report], 'CHILD_UNIT', ['IDENTIFIED']))[0]!;
  return {
    ...Object.fromEntries(parts.rows.map(({ key: code, values }) => [code, values[0]!.value])),
    holds: parts.proof[0]!.holds,
  };
};

it("draws facts on the tree of the day, or on today's", async () => {
  expect(await towns(key)).toEqual({ [TOWN]: '3', [OTHER]: '0', holds: true });
  expect(await towns({ ...key, tree: 'now' })).toEqual({ [TOWN]: '2', [OTHER]: '1', holds: true });
  expect(await towns({ ...key, asOf: '2015-06-01' })).toEqual({ [TOWN]: '2', [OTHER]: '1', holds: true });
});

it('keeps the facts of an abolished unit in its last version, and lists the unit only with facts', async () => {
  const villages = (
    await engine.breakdown([{ ...key, unit: TOWN, tree: 'now' }], 'CHILD_UNIT', ['IDENTIFIED', 'VISITS'])
  )[0]!;
  expect(villages.rows.map(({ key: code }) => code)).toEqual([STAYS, ABOLISHED]);
  const later = (await engine.breakdown([{ ...key, unit: TOWN, tree: 'now' }], 'CHILD_UNIT', ['VISITS']))[0]!;
  expect(later.rows.map(({ key: code }) => code)).toEqual([STAYS]);
});

it('counts only villages that are there on the tree day', async () => {
  const denominators = await engine.values([key, { ...key, tree: 'now' }], ['IDENTIFICATION_RATIO']);
  expect(denominators.map(([value]) => value!.denominator)).toEqual(['3', '2']);
});

const at = (knownAt: string | null): ReportKey => ({ ...key, knownAt });

it('reproduces a figure as it was known, unaffected by what was corrected later', async () => {
  const known = [EARLY, '2014-08-31T23:59:59.999Z', CORRECTED, null, '2014-07-24T00:00:00Z', '2013-12-31T00:00:00Z'];
  const values = await engine.values(known.map(at), ['RECTIFIED', 'IDENTIFIED']);
  expect(values.map((of) => of.map(({ value }) => value))).toEqual([
    ['1', '3'],
    ['1', '3'],
    ['0', '3'],
    ['0', '3'],
    ['0', '3'],
    ['0', '0'],
  ]);
});

it('tells a correction from what the days brought', async () => {
  const span = { key: { ...key, knownAt: EARLY }, to: '2014-08-31', toKnownAt: null };
  const [[change] = []] = await engine.compare([span], ['RECTIFIED']);
  expect(change).toMatchObject({
    change: '0',
    parts: [
      { kind: 'NEWLY_RECTIFIED', change: '1', rows: 1 },
      { kind: 'CORRECTED', change: '-1', rows: 1 },
    ],
  });
});

it('tells a unit that was re-assigned from one that was newly identified', async () => {
  const spans = [TOWN, OTHER].map((unit) => ({ key: { ...key, unit }, to: '2015-07-01', toKnownAt: null }));
  const [[from] = [], [to] = []] = await engine.compare(spans, ['IDENTIFIED']);
  expect(from).toMatchObject({ change: '-1', parts: [{ kind: 'MOVED', change: '-1', rows: 1 }] });
  expect(to).toMatchObject({ change: '1', parts: [{ kind: 'MOVED', change: '1', rows: 1 }] });
});

it('a viewer of some subtrees counts, lists and opens nothing else', async () => {
  const viewing = engineFor({ kind: 'units', codes: [STAYS, OTHER] });
  const parts = (await viewing.breakdown([key], 'CHILD_UNIT', ['IDENTIFIED']))[0]!;
  expect(parts.total[0]!.value).toBe('1');
  const villages = (await viewing.breakdown([{ ...key, unit: TOWN }], 'CHILD_UNIT', ['IDENTIFIED']))[0]!;
  expect(villages.rows.map(({ key: code }) => code)).toEqual([STAYS]);
  expect(
    (await viewing.rows(key, 'IDENTIFIED', null, { first: 10, after: null })).rows.map(({ unit }) => unit),
  ).toEqual([STAYS]);
  expect((await engineFor({ kind: 'units', codes: [] }).values([key], ['IDENTIFIED']))[0]![0]!.value).toBe('0');
});

it('says when a figure is illustrative, and not when what is so was not read', async () => {
  const { db } = database;
  await buildCampaign(db, { id: 'partly', unit_code: '350322' });
  const { case: row } = await buildCase(db, {
    campaign: 'partly',
    case_no: 'p1',
    unit_code: STAYS,
    illustrative: ['unit_code', 'primary_cause'],
  });
  await insertFact(db, 'transitions', {
    case_no: row.case_no,
    state: 'struck_off',
    effective_on: '2014-07-01',
    illustrative: ['effective_on'],
  });
  const partly = { ...key, campaign: 'partly' };
  const flag = async (report: ReportKey) =>
    (await engine.values([report], ['IDENTIFIED', 'RECTIFIED', 'WEAK_ECONOMY', 'DAYS_TO_RECTIFY']))[0]!.map(
      ({ illustrative }) => illustrative,
    );
  expect(await flag(partly)).toEqual([false, false, false, true]);
  expect(await flag({ ...partly, unit: TOWN })).toEqual([true, true, false, true]);
  const shown = async (by: 'CHILD_UNIT' | 'PRIMARY_CAUSE' | 'STATE') => {
    const parts = (await engine.breakdown([partly], by, ['IDENTIFIED']))[0]!;
    return [parts.total[0]!.illustrative, parts.rows.some(({ values }) => values[0]!.illustrative)];
  };
  expect([await shown('CHILD_UNIT'), await shown('PRIMARY_CAUSE'), await shown('STATE')]).toEqual([
    [false, true],
    [false, true],
    [false, false],
  ]);
  // Over time the day is read as well: of the case it is given, of its being struck off it is not.
  for (const mode of ['level', 'flow'] as const) {
    const points = (await engine.trend([partly], 'MONTH', ['IDENTIFIED', 'RECTIFIED'], null, null, mode))[0]!;
    const marks = points.map(({ values }) => values.map(({ illustrative }) => illustrative));
    expect(marks.some(([identified]) => identified)).toBe(false);
    expect(marks.some(([, rectified]) => rectified)).toBe(true);
  }
});
