import { buildCampaign, buildCounty } from '@wallchart/db/factories';
import { sql, type Transaction } from 'kysely';
import { connect, kysely, type Database, type Orm } from '@wallchart/db';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { testApp, type TestApp } from '../../testing/test-app.ts';

const ASK = `{ orgUnit(code: "350322") { name report(campaign: "test-2014", asOf: "2014-07-31") { metrics(ids: [IDENTIFIED]) { value } } } }`;
const ANSWER = { orgUnit: { name: expect.any(String), report: { metrics: [{ value: '0' }] } } };

/** A county, and someone else who can hold a table so that everybody waits for it. */
function countyWithHolder(server: TestApp) {
  let other: Orm;
  beforeAll(async () => {
    await buildCounty(server.database.db, { code: '350322', towns: 1, villages: 1 });
    await buildCampaign(server.database.db, { unit_code: '350322' });
    other = await connect({ url: server.database.url, applicationName: 'holder', poolSize: 2 });
  });
  afterAll(() => other.close(true));
  return {
    whileHeld: <T>(work: () => Promise<T>): Promise<T> =>
      kysely(other)
        .transaction()
        .execute(async (held: Transaction<Database>) => {
          await sql`lock table cases in access exclusive mode`.execute(held);
          return work();
        }),
    /** Statements over cases that PostgreSQL still works on or has waiting, other than the holder's. */
    atWork: async (): Promise<number> => {
      const { rows } = await sql<{ count: string }>`select count(*) from pg_stat_activity
        where datname = current_database() and state = 'active' and query like '%metrics:cases%'
          and application_name <> 'holder'`.execute(kysely(other));
      return Number(rows[0]?.count);
    },
  };
}

const post = (server: TestApp) => server.inject({ method: 'POST', url: '/graphql', payload: { query: ASK } });

describe('a statement that takes too long', () => {
  const server = testApp({ connection: { statementTimeoutMs: 400 } });
  const { whileHeld, atWork } = countyWithHolder(server);

  it('is ended by PostgreSQL and answered with what to do, and leaves nothing behind', async () => {
    await whileHeld(async () => {
      const answer = await server.query(ASK);
      expect(answer.errors).toHaveLength(1);
      expect(answer.errors![0]!.extensions).toEqual({ code: 'QUERY_TIMEOUT' });
      expect(answer.errors![0]!.message).toContain('smaller unit');
      expect(await atWork()).toBe(0);
    });
    expect(await server.query(ASK)).toEqual({ data: ANSWER });
  });
});

describe('a request that takes too long', () => {
  const server = testApp({ graphqlTimeoutMs: 1000, connection: { statementTimeoutMs: 60_000 } });
  const { whileHeld, atWork } = countyWithHolder(server);

  it('is answered in time with 503, its statement is cancelled, and the server goes on', async () => {
    await whileHeld(async () => {
      const started = performance.now();
      const answer = await post(server);
      expect(performance.now() - started).toBeLessThan(8000);
      expect(answer.statusCode).toBe(503);
      expect(answer.headers['content-type']).toContain('application/json');
      expect(answer.json()).toEqual({
        errors: [{ message: expect.stringContaining('1 s'), extensions: { code: 'QUERY_TIMEOUT' } }],
      });
      await vi.waitFor(async () => expect(await atWork()).toBe(0), { timeout: 5000, interval: 50 });
    });
    expect(await server.query(ASK)).toEqual({ data: ANSWER });
    expect(server.log.filter((line) => line.includes('took too long'))).toHaveLength(1);
    expect(server.log.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
  });
});

describe('a server whose connections are all busy', () => {
  const server = testApp({ connection: { poolSize: 1, statementTimeoutMs: 3000, connectionTimeoutMs: 300 } });
  const { whileHeld, atWork } = countyWithHolder(server);

  it('says so, and answers again when one is free', async () => {
    await whileHeld(async () => {
      const first = server.query(ASK);
      await vi.waitFor(async () => expect(await atWork()).toBe(1), { timeout: 2000, interval: 20 });
      const second = await server.query('{ campaigns { id } }');
      expect(second.errors![0]!.extensions).toEqual({ code: 'DATABASE_BUSY' });
      expect((await first).errors![0]!.extensions).toEqual({ code: 'QUERY_TIMEOUT' });
    });
    expect(await server.query(ASK)).toEqual({ data: ANSWER });
  });
});
