import 'reflect-metadata';
import { buildCounty, buildUnit } from '@wallchart/db/factories';
import { beforeAll, expect, it } from 'vitest';
import { UNCHANGING } from '../loading/validity.ts';
import { testApp } from '../../testing/test-app.ts';
import { createAnswerStore } from './remember-answers.ts';

const server = testApp();
const UNIT = 'query ($code: ID!) { orgUnit(code: $code) { code name } }';

beforeAll(async () => {
  await buildCounty(server.database.db, { code: '350322', towns: 2, villages: 1 });
});

it('gives an answer again without reading a table, and to the same variables only', async () => {
  const first = await server.query(UNIT, { code: '350322' });
  server.statements.length = 0;
  expect(await server.query(UNIT, { code: '350322' })).toEqual(first);
  expect(server.statements).toEqual([expect.stringContaining('pg_current_snapshot')]);
  expect((await server.query(UNIT, { code: '350322100' })).data).toMatchObject({ orgUnit: { code: '350322100' } });
});

it('tells two operations of one document apart', async () => {
  const query = 'query A { orgUnit(code: "350322") { code } } query B { orgUnit(code: "350322") { kind } }';
  const request = async (operationName: string): Promise<unknown> =>
    (await server.inject({ method: 'POST', url: '/graphql', payload: { query, operationName } })).json();
  expect(await request('A')).toEqual({ data: { orgUnit: { code: '350322' } } });
  expect(await request('B')).toEqual({ data: { orgUnit: { kind: 'COUNTY' } } });
});

it('forgets when someone writes about the unit', async () => {
  const names = async (): Promise<unknown> => (await server.query(UNIT, { code: '350322' })).data;
  const before = await names();
  const { db } = server.database;
  const corrected = '2014-02-01T00:00:00.000Z';
  await db.updateTable('org_unit_version').set({ superseded_at: corrected }).where('code', '=', '350322').execute();
  await buildUnit(db, { code: '350322', name: '新县', parentCode: null, recordedAt: corrected });
  expect(before).not.toEqual(await names());
  expect(await names()).toEqual({ orgUnit: { code: '350322', name: '新县' } });
});

it('does not remember a failure', async () => {
  const request = (): ReturnType<typeof server.query> => server.query('{ orgUnit(code: "99") { name } }');
  expect((await request()).errors?.[0]?.extensions).toMatchObject({ code: 'UNKNOWN_UNIT' });
  server.statements.length = 0;
  expect((await request()).errors?.[0]?.extensions).toMatchObject({ code: 'UNKNOWN_UNIT' });
  expect(server.statements.length).toBeGreaterThan(1);
});

it('does not remember what is asked about the schema, nor an answer of more than a megabyte', async () => {
  const store = createAnswerStore(UNCHANGING);
  const answers = store.now();
  const answer = (size: number) => ({ data: {}, text: 'x'.repeat(size) });
  answers.set('small', answer(10), []);
  answers.set('large', answer(600_000), []);
  expect([answers.get('small'), answers.get('large')]).toEqual([answer(10), undefined]);
  for (let i = 0; i < 200; i += 1) answers.set(`of ${i}`, answer(200_000), []);
  expect(store.bytes()).toBeLessThanOrEqual(32 * 1024 * 1024);
  expect([answers.get('small'), answers.get('of 199')?.text.length]).toEqual([undefined, 200_000]);

  const schema = '{ __schema { queryType { name } } __typename }';
  const first = await server.query(schema);
  expect(first.data).toEqual({ __schema: { queryType: { name: 'Query' } }, __typename: 'Query' });
  expect(await server.query(schema)).toEqual(first);
});
