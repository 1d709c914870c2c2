import { buildCounty, buildUnit } from '@wallchart/db/factories';
import { beforeAll, expect, it } from 'vitest';
import { testApp } from '../testing/test-app.ts';

// Alone: a write anywhere in a PostgreSQL makes a new snapshot, and every answer is forgotten.
const server = testApp({ alone: true });
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
  const ask = async (operationName: string): Promise<unknown> =>
    (await server.inject({ method: 'POST', url: '/graphql', payload: { query, operationName } })).json();
  expect(await ask('A')).toEqual({ data: { orgUnit: { code: '350322' } } });
  expect(await ask('B')).toEqual({ data: { orgUnit: { kind: 'COUNTY' } } });
});

it('forgets when somebody writes', async () => {
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
  const ask = (): ReturnType<typeof server.query> => server.query('{ campaign(id: "later") { id } }');
  expect((await ask()).errors?.[0]?.extensions).toMatchObject({ code: 'UNKNOWN_CAMPAIGN' });
  server.statements.length = 0;
  expect((await ask()).errors?.[0]?.extensions).toMatchObject({ code: 'UNKNOWN_CAMPAIGN' });
  expect(server.statements.length).toBeGreaterThan(1);
});
