import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleDatabase } from '../support/sample-database.ts';
import { startServer } from '../support/server.ts';
import type { SampleDatabase } from '../support/sample-database.ts';
import type { TestServer } from '../support/server.ts';

let database: SampleDatabase;
let server: TestServer;
let observer: pg.Client;
let holder: pg.Client;

beforeAll(async () => {
  database = await sampleDatabase();
  server = await startServer({ settings: { DATABASE_URL: database.url } });
  [observer, holder] = [new pg.Client(database.url), new pg.Client(database.url)];
  await Promise.all([observer.connect(), holder.connect()]);
});
afterAll(async () => {
  await Promise.all([observer.end(), holder.end()]);
  await server.stop();
  await database.drop();
});

/** Reminders of many days, as known at a moment that no one has asked for before. */
const large = (no: number, fields = 'key', campaign = 'county-2014'): string => {
  const days = Array.from({ length: 12 }, (_, i) => `2014-08-${10 + i}`);
  const at = new Date(Date.UTC(2030, 0, no)).toISOString();
  const requested = days.map(
    (day, i) =>
      `a${i}: reminders(campaign: "${campaign}", asOf: "${day}", knownAt: "${at}") { groups { candidates { ${fields} } } }`,
  );
  return `{ ${requested.join(' ')} }`;
};

async function request(query: string, { url = server.url, signal }: { url?: string; signal?: AbortSignal } = {}) {
  const headers = { 'content-type': 'application/json' };
  const sent = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query }),
    signal,
  });
  const { data, errors } = (await sent.json()) as {
    data?: unknown;
    errors?: { extensions: Record<string, unknown> }[];
  };
  return { status: sent.status, retryAfter: sent.headers.get('retry-after'), data, errors };
}

/** What the process for large operations has last asked, and whether it still does. */
async function apart(): Promise<{ query: string; state: string } | undefined> {
  const { rows } = await observer.query<{ query: string; state: string }>(
    `select query, state from pg_stat_activity
     where datname = current_database() and application_name = 'wallchart large operations'`,
  );
  return rows[0];
}
const isUp = (): Promise<void> => expect.poll(apart, { timeout: 20_000 }).toBeDefined();

/** Processes that the server has started. */
async function childrenOf({ running }: TestServer): Promise<number[]> {
  const { pid } = running.child;
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return text.split(' ').filter(Boolean).map(Number);
}

/** Someone else holds a table while `work` is done, so that everybody waits for it. */
async function whileHeld(work: () => Promise<void>): Promise<void> {
  await holder.query('begin');
  try {
    await holder.query('lock table cases in access exclusive mode');
    await work();
  } finally {
    await holder.query('rollback');
  }
}

test('a large question is answered by a process of its own; by the server until it is up', async () => {
  expect(await apart()).toBeUndefined();
  const here = await request(large(1));
  expect(here).toMatchObject({ status: 200, errors: undefined });
  await isUp();
  expect((await apart())?.query).not.toContain('reminders');
  // Another name each time, as what was answered before is remembered.
  let tries = 0;
  const queryThere = async () => (await request(large(1, `name${(tries += 1)}: key`))).data;
  await expect
    .poll(async () => (await queryThere(), (await apart())?.query), { timeout: 20_000 })
    .toContain('reminders');
  const there = JSON.stringify(await queryThere());
  expect(there.replaceAll(`"name${tries}"`, '"key"')).toBe(JSON.stringify(here.data));
});

test('its errors have the codes and the status of others', async () => {
  await isUp();
  const { status, data, errors } = await request(large(2, 'key', 'nowhere-2014'));
  expect({ status, data }).toEqual({ status: 200, data: null });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNKNOWN_CAMPAIGN' });
});

test('it stops when no one waits any more', async () => {
  await isUp();
  await whileHeld(async () => {
    const leave = new AbortController();
    const left = request(large(2), leave).catch(() => 'left');
    await expect.poll(async () => (await apart())?.state, { timeout: 10_000 }).toBe('active');
    leave.abort();
    expect(await left).toBe('left');
    await expect.poll(async () => (await apart())?.state, { timeout: 10_000 }).toBe('idle');
  });
  expect(await request(large(2))).toMatchObject({ status: 200, errors: undefined });
});

// Which processes are whose is read from /proc.
test.skipIf(process.platform !== 'linux')(
  'it can be lost: what it worked on is refused, everything else goes on',
  async () => {
    await isUp();
    const [pid = 0, ...more] = await childrenOf(server);
    expect(more).toEqual([]);
    await whileHeld(async () => {
      const lost = request(large(3));
      await expect.poll(async () => (await apart())?.state, { timeout: 10_000 }).toBe('active');
      process.kill(pid, 'SIGKILL');
      expect(await lost).toMatchObject({ status: 503, errors: [{ extensions: { code: 'SERVER_BUSY' } }] });
    });
    expect(server.running.output()).toContain('the process for large operations has ended on its own');
    expect(await request(large(4))).toMatchObject({ status: 200, errors: undefined });
  },
);

test.skipIf(process.platform !== 'linux')('it ends with the server, also with one that was killed', async () => {
  const own = await startServer({ settings: { DATABASE_URL: database.url } });
  const other = await startServer({ settings: { DATABASE_URL: database.url } });
  for (const { url } of [own, other]) expect(await request(large(5), { url })).toMatchObject({ status: 200 });
  const pids = [await childrenOf(own), await childrenOf(other)].flat();
  expect(pids).toHaveLength(2);
  expect(await own.stop()).toMatchObject({ code: 0 });
  other.running.child.kill('SIGKILL');
  await other.stop();
  const isAlive = (pid: number): Promise<boolean> =>
    readFile(`/proc/${pid}/stat`, 'utf8').then(
      (stat) => !/\) Z /.test(stat),
      () => false,
    );
  await expect.poll(() => Promise.all(pids.map(isAlive)), { timeout: 5_000 }).toEqual([false, false]);
});
