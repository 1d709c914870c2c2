import { buildCampaign, buildCounty } from '@wallchart/db/factories';
import { connect, kysely, type Database, type Orm } from '@wallchart/db';
import { sql, type Transaction } from 'kysely';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { testApp } from '../../testing/test-app.ts';

const server = testApp({
  admission: {
    lanes: [
      { upTo: 500, atOnce: 4 },
      { upTo: Number.POSITIVE_INFINITY, atOnce: 1 },
    ],
    connections: 2,
    changes: 2,
    waiting: 3,
    waitingOfClient: 3,
    patienceMs: 20_000,
  },
});
let other: Orm;

beforeAll(async () => {
  await buildCounty(server.database.db, { code: '350322', towns: 2, villages: 1 });
  await buildCampaign(server.database.db, { unit_code: '350322' });
  other = await connect({ url: server.database.url, applicationName: 'holder', poolSize: 2 });
});
afterAll(() => other.close(true));

const whileHeld = <T>(work: () => Promise<T>): Promise<T> =>
  kysely(other)
    .transaction()
    .execute(async (held: Transaction<Database>) => {
      await sql`lock table cases in access exclusive mode`.execute(held);
      return work();
    });

async function atWork(): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) from pg_stat_activity
    where datname = current_database() and state = 'active' and application_name <> 'holder'
      and pid <> pg_backend_pid()`.execute(kysely(other));
  return Number(rows[0]?.count);
}

const large = (no: number, aliases = 4): string =>
  `{ ${Array.from({ length: aliases }, (_, i) => `a${i}: reminders(campaign: "test-2014", asOf: "2014-07-31", knownAt: "2026-01-01T00:0${i}:0${no}Z") { asOf }`).join(' ')} }`;
const SMALL = '{ orgUnit(code: "350322") { name children { name } } }';

it('answers small questions, new and remembered, while large ones wait, and tells who comes too late', async () => {
  await server.query(SMALL);
  const done: string[] = [];
  const request = async (name: string, query: string) => {
    const answer = await server.inject({ method: 'POST', url: '/graphql', payload: { query } });
    done.push(name);
    return answer;
  };
  const requested = await whileHeld(async () => {
    const first = request('first', large(0));
    await vi.waitFor(async () => expect(await atWork()).toBe(2), { timeout: 10_000, interval: 30 });
    const waiting = [request('longer', large(1, 9)), request('shorter', large(2, 3)), request('middle', large(3, 6))];
    await vi.waitFor(async () => expect((await request('late', large(4))).statusCode).toBe(503), {
      timeout: 10_000,
      interval: 30,
    });
    const late = await request('late', large(4));
    expect(late.headers['retry-after']).toBe('5');
    expect(late.json().errors).toMatchObject([{ extensions: { code: 'SERVER_BUSY' } }]);
    expect((await request('remembered', SMALL)).json().data).toBeTruthy();
    expect((await request('small', '{ orgUnit(code: "350322100") { name } }')).json().data).toBeTruthy();
    expect(await atWork()).toBe(2);
    return [first, ...waiting];
  });
  for (const answer of await Promise.all(requested)) expect(answer.json().errors).toBeUndefined();
  expect(done.filter((name) => name !== 'late')).toEqual([
    'remembered',
    'small',
    'first',
    'shorter',
    'middle',
    'longer',
  ]);
});
