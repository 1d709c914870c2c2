import { buildCampaign, buildCounty, insertFact } from '@wallchart/db/factories';
import { testDatabase } from '@wallchart/db/testing';
import { beforeAll, expect, it } from 'vitest';
import { activitiesOf, goodPracticesOf } from './activities.service.ts';
import { asViewer } from '../../../testing/handles.ts';

const database = testDatabase();
const COUNTY = '350322';
const of = { campaign: 'c1', unit_code: COUNTY } as const;
const report = (asOf: string, knownAt: string | null = null) => ({
  key: { campaign: 'c1', unit: COUNTY, asOf, knownAt, tree: 'then', level: 3 } as const,
  treeDay: asOf,
  asOf,
});
const statuses = async (asOf: string, knownAt: string | null = null) =>
  (await activitiesOf(asViewer(database.db), report(asOf, knownAt))).map(
    ({ title, status, passed }) => `${title} ${status}${passed ? ', passed' : ''}`,
  );

beforeAll(async () => {
  const { db } = database;
  await buildCounty(db, { code: COUNTY, towns: 1, villages: 1 });
  await buildCampaign(db, { id: 'c1', unit_code: COUNTY });
  const activity = { ...of, kind: 'meeting', effective_on: '2014-08-15' } as const;
  await insertFact(db, 'activities', { ...activity, title: '事后', recordedAt: '2014-08-20T00:00:00Z' });
  await insertFact(db, 'activities', { ...activity, title: '当日', recordedAt: '2014-08-14T16:00:00Z' });
  await insertFact(db, 'activities', { ...activity, title: '事前', recordedAt: '2014-08-01T00:00:00Z' });
  await insertFact(db, 'activities', {
    ...activity,
    title: '确认',
    status: 'held',
    recordedAt: '2014-08-01T00:00:00Z',
  });
  await insertFact(db, 'activities', {
    ...activity,
    title: '取消',
    status: 'cancelled',
    recordedAt: '2014-08-01T00:00:00Z',
  });
  // Corrected after its day in another cell: no one has said that it was held.
  await insertFact(db, 'activities', {
    ...activity,
    title: '更正',
    recordedAt: '2014-08-01T00:00:00Z',
    supersededAt: '2014-09-01T00:00:00Z',
  });
  await insertFact(db, 'activities', { ...activity, title: '更正', attendees: 9, recordedAt: '2014-09-01T00:00:00Z' });
  const practice = { ...of, sentence: '结对帮扶。' } as const;
  await insertFact(db, 'good_practices', { ...practice, title: '七月', effective_on: '2014-07-10' });
  await insertFact(db, 'good_practices', { ...practice, title: '八月', effective_on: '2014-08-10' });
});

it('what was first entered before its day is planned until it is entered as held', async () => {
  expect(new Set(await statuses('2014-08-31'))).toEqual(
    new Set(['事后 held', '当日 held', '事前 planned, passed', '确认 held', '取消 cancelled', '更正 planned, passed']),
  );
});

it('what is held lies ahead of an earlier day', async () => {
  expect(new Set(await statuses('2014-08-14'))).toEqual(
    new Set(['事后 planned', '当日 planned', '事前 planned', '确认 planned', '取消 cancelled', '更正 planned']),
  );
});

it('good practice is that up to the day', async () => {
  const titles = async (asOf: string) =>
    (await goodPracticesOf(asViewer(database.db), report(asOf))).map(({ title }) => title);
  expect(await titles('2014-07-31')).toEqual(['七月']);
  expect(await titles('2014-08-31')).toEqual(['七月', '八月']);
});
