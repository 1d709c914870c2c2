import { buildCampaign, buildCase, buildCounty } from '@wallchart/db/factories';
import { testDatabase } from '@wallchart/db/testing';
import { beforeAll, expect, it } from 'vitest';
import { createMetricEngine, type MetricEngine, type MetricId, type ReportKey } from './index.ts';
import { asViewer } from '../../testing/handles.ts';

const database = testDatabase();
const VILLAGE = '350322100200';
const COUNTED = ['IDENTIFIED', 'RECTIFIED', 'OUTSTANDING', 'RELAPSED', 'OVERDUE', 'WEAK_ECONOMY'] as const;
let engine: MetricEngine;

/** A village that is struck off in June, relapses on 20 July, is taken up again on 28 July and struck off again on 20 August. */
beforeAll(async () => {
  const { db } = database;
  await buildCounty(db, {});
  await buildCampaign(db, { unit_code: '350322', deadline: '2014-06-30', declared_villages: 1 });
  await buildCase(db, {
    unit_code: VILLAGE,
    primary_cause: 'C14',
    transitions: [
      ['struck_off', '2014-06-01'],
      ['consolidating', '2014-06-01'],
      ['relapsed', '2014-07-20'],
    ],
  });
  await buildCase(db, {
    case_no: 'again',
    unit_code: VILLAGE,
    primary_cause: 'C09',
    effective_on: '2014-07-28',
    deadline: '2014-08-10',
    relapse_of: `test-2014-${VILLAGE}`,
    transitions: [['struck_off', '2014-08-20']],
  });
  engine = createMetricEngine(asViewer(db));
});

const on = (asOf: string): ReportKey => ({ campaign: 'test-2014', unit: '350322', asOf, knownAt: null, tree: 'then' });
const figures = async (asOf: string, ids: readonly MetricId[] = COUNTED): Promise<(string | null)[]> =>
  (await engine.values([on(asOf)], ids))[0]!.map(({ value }) => value);

it('an organisation counts once, by its latest case on the day; relapsed until it is rectified again', async () => {
  expect(await figures('2014-07-19')).toEqual(['1', '1', '0', '0', '0', '1']);
  expect(await figures('2014-07-27')).toEqual(['1', '0', '1', '1', '1', '1']);
  expect(await figures('2014-07-31')).toEqual(['1', '0', '1', '1', '0', '0']);
  expect(await figures('2014-08-15')).toEqual(['1', '0', '1', '1', '1', '0']);
  expect(await figures('2014-08-31')).toEqual(['1', '1', '0', '0', '0', '0']);
  expect(await figures('2014-07-31', ['IDENTIFICATION_RATIO', 'RECTIFICATION_RATE'])).toEqual(['1', '0']);
});

it.each([
  ['2014-07-19', '2014-07-31', [['RECTIFIED', [{ kind: 'RELAPSED', change: '-1', rows: 1 }]]]],
  ['2014-07-31', '2014-08-31', [['RECTIFIED', [{ kind: 'NEWLY_RECTIFIED', change: '1', rows: 1 }]]]],
  ['2014-08-31', '2014-07-31', [['RECTIFIED', [{ kind: 'NEWLY_RECTIFIED', change: '-1', rows: 1 }]]]],
  ['2014-07-31', '2014-07-19', [['RECTIFIED', [{ kind: 'RELAPSED', change: '1', rows: 1 }]]]],
  ['2014-07-19', '2014-08-31', [['RECTIFIED', []]]],
] as const)('from %s to %s no one is newly identified, and what moved has its reason', async (from, to, expected) => {
  const [changes] = await engine.compare([{ key: on(from), to, toKnownAt: null }], ['IDENTIFIED', 'RECTIFIED']);
  expect(changes!.map(({ id, parts }) => [id, parts])).toEqual([['IDENTIFIED', []], ...expected]);
});

it('the row behind each figure is that of the latest case', async () => {
  for (const id of ['IDENTIFIED', 'OUTSTANDING', 'RELAPSED'] as const) {
    const { rows } = await engine.rows(on('2014-07-31'), id, null, { first: 10, after: null });
    expect(rows.map(({ caseNo }) => caseNo)).toEqual(['again']);
  }
});

it('its bar is one piece, by the state of that case', async () => {
  const [ranked] = await engine.ranking([on('2014-07-31')]);
  const town = ranked!.find(({ unit }) => VILLAGE.startsWith(unit))!;
  expect(town).toMatchObject({ identified: 1, rectified: 0, relapsed: 0, overdue: 0, inWork: 1, acceptedPending: 0 });
});
