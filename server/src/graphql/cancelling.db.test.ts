import { buildCampaign, buildCounty } from '@wallchart/db/factories';
import { connect, kysely, type Database, type Orm } from '@wallchart/db';
import { sql, type Transaction } from 'kysely';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { testApp } from '../../testing/test-app.ts';

const server = testApp({ connection: { statementTimeoutMs: 60_000 } });
let other: Orm;
let url: string;

beforeAll(async () => {
  await buildCounty(server.database.db, { code: '350322', towns: 2, villages: 1 });
  await buildCampaign(server.database.db, { unit_code: '350322' });
  other = await connect({ url: server.database.url, applicationName: 'holder', poolSize: 2 });
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  const address = server.app.server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/graphql`;
});
afterAll(async () => {
  // One that was opened and never asked anything would be waited for.
  server.app.server.closeAllConnections();
  await other.close(true);
});

/** Someone else holds a table while `work` is done, so that everybody waits for it. */
const whileHeld = <T>(table: string, work: () => Promise<T>): Promise<T> =>
  kysely(other)
    .transaction()
    .execute(async (held: Transaction<Database>) => {
      await sql`lock table ${sql.table(table)} in access exclusive mode`.execute(held);
      return work();
    });

/** Statements that PostgreSQL works on or has waiting, other than the holder's. */
async function atWork(): Promise<string[]> {
  const { rows } = await sql<{ query: string }>`select query from pg_stat_activity
    where datname = current_database() and state = 'active' and application_name <> 'holder'
      and pid <> pg_backend_pid()`.execute(kysely(other));
  return rows.map(({ query }) => query);
}

/** Waits until some are running, or none. */
const untilAtWork = (count: number): Promise<void> =>
  vi.waitFor(async () => expect(await atWork()).toHaveLength(count), { timeout: 10_000, interval: 30 });

/** Clients whose connection the server has not seen closed. */
const connections = (): Promise<number> =>
  new Promise((resolve, reject) => {
    server.app.server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });

interface Told {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions: Record<string, unknown> }[];
}

const request = async (query: string, signal?: AbortSignal): Promise<Told> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    signal,
  });
  return (await answer.json()) as Told;
};

const DAY = '2014-07-31';
const figures = (day = DAY, more = ''): string =>
  `{ orgUnit(code: "350322") { report(campaign: "test-2014", asOf: "${day}") { metrics(ids: [IDENTIFIED]) { value } ${more} } } }`;
const ANSWER = { data: { orgUnit: { report: { metrics: [{ value: '0' }] } } } };

/** A question that is answered only after many statements, another one with each day. */
const large = (no: number): string => {
  const days = Array.from({ length: 30 }, (_, i) => new Date(Date.UTC(2014, 3, 1 + i, 0, no)).toISOString());
  return `{ ${days.map((day, i) => `a${i}: reminders(campaign: "test-2014", asOf: "${day.slice(0, 10)}", knownAt: "${day}") { groups { candidates { key } } }`).join(' ')} }`;
};

it('cancels what no one waits for, and sends nothing more of it', async () => {
  await whileHeld('cases', async () => {
    const leave = new AbortController();
    const requested = Array.from({ length: 30 }, (_, no) => request(large(no), leave.signal).catch(() => 'left'));
    await vi.waitFor(async () => expect((await atWork()).length).toBeGreaterThan(0), { timeout: 10_000, interval: 30 });
    leave.abort();
    expect(new Set(await Promise.all(requested))).toEqual(new Set(['left']));
    // One that the server has not missed yet would go on with its turn.
    await vi.waitFor(async () => expect(await connections()).toBe(0), { timeout: 10_000, interval: 30 });
    await untilAtWork(0);
  });
  server.statements.length = 0;
  await new Promise((resolve) => setTimeout(resolve, 300));
  // Those who came last are still asked whether anybody has written.
  expect(server.statements.filter((text) => !text.includes('pg_current_snapshot'))).toEqual([]);
  expect(await request(figures())).toEqual(ANSWER);
  expect(server.log.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
});

it('leaves alone what a neighbour waits for, too', async () => {
  await whileHeld('cases', async () => {
    const leave = new AbortController();
    const left = request(figures('2014-06-30', 'asOf'), leave.signal).catch(() => 'left');
    await untilAtWork(1);
    const kept = request(figures('2014-06-30'));
    await vi.waitFor(() =>
      expect(server.statements.filter((text) => text.includes('pg_current_snapshot'))).not.toEqual([]),
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    leave.abort();
    expect(await left).toBe('left');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await atWork()).toHaveLength(1);
    return { kept };
  }).then(async ({ kept }) => expect(await kept).toEqual(ANSWER));
});

it('loads again what was cancelled', async () => {
  const day = '2014-05-31';
  const leave = new AbortController();
  await whileHeld('cases', async () => {
    const left = request(figures(day), leave.signal).catch(() => 'left');
    await untilAtWork(1);
    leave.abort();
    await left;
    await untilAtWork(0);
  });
  expect(await request(figures(day))).toEqual(ANSWER);
});

it('finishes a change though its client has left', async () => {
  const query = `mutation { draftCircular(input: { campaign: "test-2014", asOf: "${DAY}" }) { ok } }`;
  const leave = new AbortController();
  await whileHeld('cases', async () => {
    const left = request(query, leave.signal).catch(() => 'left');
    await vi.waitFor(async () => expect((await atWork()).length).toBeGreaterThan(0), { timeout: 10_000, interval: 30 });
    leave.abort();
    expect(await left).toBe('left');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await atWork()).length).toBeGreaterThan(0);
  });
  await vi.waitFor(
    async () => {
      const { rows } = await sql`select 1 from circular`.execute(kysely(other));
      expect(rows).toHaveLength(1);
    },
    { timeout: 20_000, interval: 100 },
  );
});

it('stops reading for a picture that no one waits for', async () => {
  const picture = new URL(
    `/exports/chart/towns.svg?campaign=test-2014&unit=350322&asOf=${DAY}&knownAt=2030-01-01T00:00:00Z`,
    url,
  );
  await whileHeld('cases', async () => {
    const leave = new AbortController();
    const left = fetch(picture, { signal: leave.signal }).catch(() => 'left');
    await vi.waitFor(async () => expect((await atWork()).length).toBeGreaterThan(0), { timeout: 20_000, interval: 30 });
    leave.abort();
    expect(await left).toBe('left');
    await untilAtWork(0);
  });
  expect(server.log.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
});
