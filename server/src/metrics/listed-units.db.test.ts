import { buildCampaign, buildCase, buildCounty, buildUnit } from '@wallchart/db/factories';
import { testDatabase } from '@wallchart/db/testing';
import { beforeAll, expect, it } from 'vitest';
import { createMetricEngine, type MetricEngine, type ReportKey } from './index.ts';
import { asViewer } from '../../testing/handles.ts';

const database = testDatabase();
const RATIOS = ['IDENTIFICATION_RATIO', 'COMMUNITY_IDENTIFICATION_RATIO'] as const;
let engine: MetricEngine;

/** Two towns with two villages each; the first has two communities, one of them on the list twice, and a unit of another kind. */
beforeAll(async () => {
  const { db } = database;
  await buildCounty(db, {});
  for (const code of ['350322100001', '350322100002']) await buildUnit(db, { code, kind: 'community' });
  await buildUnit(db, { code: '350322100400', kind: 'other' });
  await buildUnit(db, { code: '350322100003', kind: 'community', illustrative: ['*'] });
  await buildCampaign(db, { unit_code: '350322' });
  await buildCampaign(db, { id: 'declared', unit_code: '350322', declared_villages: 10, declared_communities: 8 });
  const relapsed = ['struck_off', '2014-05-01'] as [state: 'struck_off', on: string];
  for (const campaign of ['test-2014', 'declared']) {
    for (const unit_code of ['350322100001', '350322100200', '350322100400'])
      await buildCase(db, { campaign, unit_code, transitions: [relapsed] });
    await buildCase(db, {
      campaign,
      case_no: `${campaign} again`,
      unit_code: '350322100001',
      effective_on: '2014-07-01',
    });
  }
  engine = createMetricEngine(asViewer(db));
});

async function ratios(unit: string, campaign = 'test-2014'): Promise<unknown[]> {
  const key: ReportKey = { campaign, unit, asOf: '2014-07-31', knownAt: null, tree: 'then' };
  return (await engine.values([key], RATIOS))[0]!.map(({ numerator, denominator, value }) => [
    `${numerator}/${denominator}`,
    value,
  ]);
}

it('villages and communities have a ratio each: an organisation counts once, other kinds and invented units not at all', async () => {
  expect(await ratios('350322')).toEqual([
    ['1/4', '0.25'],
    ['1/2', '0.5'],
  ]);
});

it('a unit without communities has no ratio of them', async () => {
  expect(await ratios('350322101')).toEqual([
    ['0/2', '0'],
    ['0/0', null],
  ]);
});

it("at the campaign's own unit those it declares are the whole, below it those of the tree", async () => {
  expect(await ratios('350322', 'declared')).toEqual([
    ['1/10', '0.1'],
    ['1/8', '0.125'],
  ]);
  expect((await ratios('350322100', 'declared'))[1]).toEqual(['1/2', '0.5']);
});
