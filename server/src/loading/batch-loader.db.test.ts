import 'reflect-metadata';
import { buildCampaign, buildCounty } from '@wallchart/db/factories';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCaseLoaders, type Case } from '../features/ledger/index.ts';
import { systemDb } from '../database/open-database.ts';
import { createLoaderPool } from '../app/loader-pool.ts';
import type { SharedLoaders } from '../graphql-types/context.ts';
import type { MetricId } from '../metrics/index.ts';
import { testApp } from '../../testing/test-app.ts';
import { batchLoader } from './batch-loader.ts';
import { asViewer } from '../../testing/handles.ts';

const server = testApp();
const ON = '2014-07-31';
/** What PostgreSQL takes in no parameter. */
const BAD = 'a\0b';
let shared: SharedLoaders;

beforeAll(async () => {
  const { db } = server.database;
  await buildCounty(db, { code: '350322', towns: 2, villages: 1 });
  await buildCampaign(db, { id: 'county-2014', unit_code: '350322' });
  shared = await createLoaderPool(await systemDb(server.database.orm)).current(asViewer(db), ON);
});

const failure = { status: 'rejected', reason: { message: expect.stringMatching(/invalid byte sequence|0x00/) } };
const found = (value: unknown) => ({ status: 'fulfilled', value });
const report = (unit: string, campaign = 'county-2014') =>
  ({ campaign, unit, asOf: ON, knownAt: null, tree: 'then' }) as const;

describe('a key that makes the statement fail, asked for in the same tick as sound ones', () => {
  it('of units', async () => {
    const { unit, children } = shared.units;
    const load = (code: string) => unit.load({ code, on: ON }).then((one) => one?.code ?? null);
    expect(await Promise.allSettled(['350322', BAD, '350322100', 'none'].map(load))).toMatchObject([
      found('350322'),
      failure,
      found('350322100'),
      found(null),
    ]);
    const below = (code: string) => children.load({ code, on: ON }).then((all) => all.length);
    expect(await Promise.allSettled([BAD, '350322'].map(below))).toMatchObject([failure, found(2)]);
  });

  it('of campaigns', async () => {
    const { campaign, span } = shared.campaigns;
    const load = (id: string) => campaign.load(id).then((one) => one?.id ?? null);
    expect(await Promise.allSettled(['county-2014', BAD, 'none'].map(load))).toMatchObject([
      found('county-2014'),
      failure,
      found(null),
    ]);
    expect(await Promise.allSettled([span.load(BAD), span.load('none')])).toMatchObject([failure, found(null)]);
  });

  it('of boundaries', async () => {
    const { boundaries, mapped } = shared.boundaries;
    for (const loader of [boundaries, mapped]) {
      const [bad, sound] = await Promise.allSettled(
        [BAD, '350322'].map((code): Promise<unknown> => loader.load({ code, on: ON, knownAt: null })),
      );
      expect(bad).toMatchObject(failure);
      expect(sound?.status).toBe('fulfilled');
    }
  });

  it('of figures', async () => {
    const { values, ranking } = shared.reports;
    const load = (campaign: string) =>
      values.load({ key: report('350322', campaign), ids: ['IDENTIFIED'] }).then(([one]) => one?.value);
    expect(await Promise.allSettled(['county-2014', BAD].map(load))).toMatchObject([found('0'), failure]);
    const ranks = (campaign: string) => ranking.load(report('350322', campaign)).then((all) => Array.isArray(all));
    expect(await Promise.allSettled([BAD, 'county-2014'].map(ranks))).toMatchObject([failure, found(true)]);
  });

  it('of the same report as a sound one', async () => {
    const query = (id: string) =>
      shared.reports.breakdown
        .load({ key: report('350322100'), ids: [id as MetricId], by: 'CAUSE' })
        .then(({ total }) => total.map((value) => value.id));
    expect(await Promise.allSettled(['IDENTIFIED', 'NO_SUCH_METRIC'].map(query))).toMatchObject([
      found(['IDENTIFIED']),
      { status: 'rejected', reason: { code: 'UNKNOWN_METRIC' } },
    ]);
  });

  it('of the details of cases', async () => {
    const view = { asOf: ON, knownAt: null, treeDay: ON, tree: 'then' };
    const row = (caseNo: string) => ({ caseNo, unitCode: caseNo, campaignId: 'county-2014', view }) as unknown as Case;
    for (const loader of Object.values(createCaseLoaders(asViewer(server.database.db)))) {
      const [bad, sound] = await Promise.allSettled(
        [BAD, 'a-1'].map((caseNo): Promise<unknown> => loader.load(row(caseNo))),
      );
      expect(bad).toMatchObject(failure);
      expect(sound?.status).toBe('fulfilled');
    }
  });
});

it('asks no more than it takes to find the bad one of 64', async () => {
  const codes = Array.from({ length: 64 }, (_, at) => (at === 37 ? BAD : `9${at}`));
  server.statements.length = 0;
  const all = await Promise.allSettled(codes.map((code) => shared.units.unit.load({ code, on: ON })));
  expect(all.flatMap(({ status }, at) => (status === 'rejected' ? [at] : []))).toEqual([37]);
  expect(server.statements.length).toBeLessThanOrEqual(13);
});

it('does not ask again when it is not a key that failed', async () => {
  const { db } = server.database;
  let requested = 0;
  const loader = batchLoader<number, number>(
    async () => {
      requested += 1;
      await sql`select 1 from no_such_table`.execute(db);
      return [];
    },
    { cache: false },
  );
  const all = await Promise.allSettled([1, 2, 3].map((key) => loader.load(key)));
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(requested).toBe(1);
});
