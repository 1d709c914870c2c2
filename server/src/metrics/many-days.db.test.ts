import { buildCampaign, buildCase, buildCounty, buildUnit, insertFact } from '@wallchart/db/factories';
import { testDatabase } from '@wallchart/db/testing';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { createMetricEngine, DIMENSIONS, METRICS, registry, type MetricEngine, type ReportKey } from './index.ts';
import type { Scope } from '../domain/principal.ts';
import { UNCHANGING } from '../loading/validity.ts';
import { asViewer } from '../../testing/handles.ts';

const statements: string[] = [];
const database = testDatabase({ onStatement: (text) => statements.push(text) });
const DAYS = ['2014-03-31', '2014-05-01', '2014-06-01', '2014-12-31', '2015-06-01', '2015-05-31'];
const ALL: Scope = { kind: 'all' };
const TOWN: Scope = { kind: 'units', codes: ['350322100', '350322101200'] };
let engine: MetricEngine;

const keyOn = (asOf: string, more: Partial<ReportKey> = {}): ReportKey => ({
  campaign: 'test-2014',
  unit: '350322',
  asOf,
  knownAt: null,
  tree: 'then',
  level: 3,
  ...more,
});

/** A town is renamed, another abolished; cases are worked off in spring. */
beforeAll(async () => {
  const { db } = database;
  await buildCounty(db, { villages: 2 });
  await buildUnit(db, { code: '350322102', name: '老镇', validTo: '2015-06-01' });
  await buildUnit(db, { code: '350322103', name: '前镇', validTo: '2014-06-01' });
  await buildUnit(db, { code: '350322103', name: '后镇', validFrom: '2014-06-01' });
  await buildCampaign(db, { unit_code: '350322', deadline: '2014-07-01' });
  for (const unit_code of ['350322100200', '350322101200', '350322102']) {
    await buildCase(db, {
      unit_code,
      other_causes: ['C14'],
      illustrative: ['identified_on'],
      transitions: [
        ['accepted', '2014-05-01'],
        ['struck_off', '2014-06-01'],
      ],
    });
    await insertFact(db, 'venues', { unit_code, campaign: 'test-2014', way: 'build', effective_on: '2014-05-10' });
  }
  engine = createMetricEngine(asViewer(db));
});

beforeEach(() => {
  statements.length = 0;
});

it.each(METRICS.map(({ id }) => id))('%s of many days at once is what it is for each alone', async (id) => {
  const keys = DAYS.flatMap((day) => [keyOn(day), keyOn(day, { tree: 'now' })]);
  const alone = await Promise.all(keys.map(async (key) => (await engine.values([key], [id]))[0]));
  expect(await engine.values(keys, [id])).toEqual(alone);
  for (const by of DIMENSIONS.filter((one) => registry.get(id)!.dimensions.includes(one))) {
    const parts = await Promise.all(keys.map(async (key) => (await engine.breakdown([key], by, [id]))[0]));
    expect(await engine.breakdown(keys, by, [id])).toEqual(parts);
  }
});

it('ranks the towns of many days as of each alone', async () => {
  const keys = DAYS.map((day) => keyOn(day));
  const alone = await Promise.all(keys.map(async (key) => (await engine.ranking([key]))[0]));
  expect(await engine.ranking(keys)).toEqual(alone);
});

it('takes one statement per base for many days, and two beyond 32', async () => {
  const days = Array.from({ length: 33 }, (_, i) => `2014-05-${String((i % 28) + 1).padStart(2, '0')}`);
  const distinct = days.map((day, i) => (i < 28 ? day : day.replace('-05-', '-07-')));
  await engine.values(
    distinct.slice(0, 32).map((day) => keyOn(day)),
    ['RECTIFICATION_RATE', 'IDENTIFIED'],
  );
  expect(statements).toHaveLength(1);
  await engine.values(
    distinct.map((day) => keyOn(day)),
    ['RECTIFICATION_RATE', 'IDENTIFIED'],
  );
  expect(statements).toHaveLength(3);
});

it.each([
  ['everybody', ALL, {}],
  ['a viewer of some units', TOWN, {}],
  ['what was known at a moment', ALL, { knownAt: '2015-01-01T00:00:00.000Z' }],
] as const)('a tree that is remembered lists the towns of every day as one read again: %s', async (_, scope, more) => {
  const viewing = createMetricEngine(asViewer(database.db, scope));
  const remembering = viewing.remembering(UNCHANGING);
  for (const day of [...DAYS, '2014-05-31', '2014-06-02', '2020-01-01', '1990-01-01', ...DAYS]) {
    const key = keyOn(day, more);
    const again = await viewing.breakdown([key], 'CHILD_UNIT', ['IDENTIFIED']);
    expect(await remembering.breakdown([key], 'CHILD_UNIT', ['IDENTIFIED'])).toEqual(again);
  }
});

it('reads the tree once between two days on which it changes', async () => {
  const remembering = engine.remembering(UNCHANGING);
  const listed = async (asOf: string): Promise<string[]> => {
    const [found] = await remembering.breakdown([keyOn(asOf)], 'CHILD_UNIT', ['IDENTIFIED']);
    return found!.rows.map(({ label }) => label.zh).filter((name) => name.endsWith('镇'));
  };
  const trees = (): number => statements.filter((text) => text.includes('metrics:children')).length;
  expect(await listed('2014-05-31')).toEqual(expect.arrayContaining(['老镇', '前镇']));
  expect(await listed('2014-01-01')).toEqual(expect.arrayContaining(['老镇', '前镇']));
  expect(trees()).toBe(1);
  expect(await listed('2014-06-01')).toEqual(expect.arrayContaining(['老镇', '后镇']));
  expect(trees()).toBe(2);
  expect(await listed('2015-05-31')).toEqual(expect.arrayContaining(['老镇', '后镇']));
  expect(trees()).toBe(2);
});
