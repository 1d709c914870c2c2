import { connect, kysely, type Database, type Orm } from '@wallchart/db';
import { sql, type Transaction } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { samples } from '../../testing/samples.ts';
import { testApp, type TestApp } from '../../testing/test-app.ts';
import { ADMISSION } from './admit-operations.ts';

const now = (): Date => new Date('2026-03-01T04:00:00Z');
const DRAFT = (asOf: string): string =>
  `mutation { draftCircular(input: { campaign: "county-2014", asOf: "${asOf}" }) { ok circular { id draft { revision } } } }`;
const SEAL = ({ id, draft }: Draft): string =>
  `mutation { sealCircular(id: "${id}", revision: ${draft.revision}) { ok error { code } } }`;
const ISSUE =
  'mutation { issueReminders(input: { campaign: "county-2014", asOf: "2014-07-31" }) { ok error { code } } }';
const ROWS = 'campaign,unit_code,name_zh,start_on\nprobe,350322,试点,2014-04-01\n';

interface Draft {
  readonly id: string;
  readonly draft: { readonly revision: number };
}
type Told = Record<string, { readonly ok: boolean; readonly circular: Draft }>;

const drafted = (data: unknown): Draft => (data as Told)['draftCircular']!.circular;

const countOf = async (server: TestApp, table: string): Promise<number> => {
  const { rows } = await sql<{ count: string }>`select count(*) from ${sql.table(table)}`.execute(server.database.db);
  return Number(rows[0]?.count);
};

/** Someone else who can hold the cases, so that everybody waits for them. */
function holder(server: TestApp) {
  let other: Orm;
  beforeAll(async () => {
    other = await connect({ url: server.database.url, applicationName: 'holder', poolSize: 2 });
  });
  afterAll(() => other.close(true));
  const atWork = async (): Promise<number> => {
    const { rows } = await sql<{ count: string }>`select count(*) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and application_name <> 'holder'`.execute(
      kysely(other),
    );
    return Number(rows[0]?.count);
  };
  return {
    untilWaiting: () =>
      vi.waitFor(async () => expect(await atWork()).toBeGreaterThan(0), { timeout: 20_000, interval: 30 }),
    whileHeld: <T>(work: () => Promise<T>): Promise<T> =>
      kysely(other)
        .transaction()
        .execute(async (held: Transaction<Database>) => {
          await sql`lock table cases, campaign in access exclusive mode`.execute(held);
          return work();
        }),
  };
}

/** Asks over a connection that can be closed. */
async function listening(server: TestApp) {
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  const address = server.app.server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/graphql`;
  const headers = { 'content-type': 'application/json' };
  return (query: string, signal?: AbortSignal) =>
    fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }), signal }).catch(() => 'left');
}

describe('a change on a server with one connection', () => {
  const server = testApp({ from: samples, now, connection: { poolSize: 1, connectionTimeoutMs: 10_000 } });

  it('asks its own only', async () => {
    const circular = drafted((await server.query(DRAFT('2014-07-31'))).data);
    expect((await server.query(SEAL(circular))).data).toEqual({ sealCircular: { ok: true, error: null } });
    expect((await server.query(ISSUE)).data).toEqual({ issueReminders: { ok: true, error: null } });
    expect((await server.query(`mutation { amendCircular(id: "${circular.id}") { ok } }`)).errors).toBeUndefined();
    const discard = `mutation { discardCircularDraft(id: "${circular.id}") { ok } }`;
    expect((await server.query(discard)).data).toEqual({ discardCircularDraft: { ok: true } });
  });
});

describe('a change whose client leaves', () => {
  const server = testApp({ from: samples, now, admission: { ...ADMISSION, changes: 1 } });
  const { whileHeld, untilWaiting } = holder(server);
  let request: Awaited<ReturnType<typeof listening>>;
  beforeAll(async () => {
    request = await listening(server);
  });
  afterAll(() => server.app.server.closeAllConnections());
  const draft = async (asOf: string): Promise<Draft> => {
    const { data } = (await ((await request(DRAFT(asOf))) as Response).json()) as { data: unknown };
    return drafted(data);
  };

  it.each([
    ['a sealing', async (): Promise<string> => SEAL(await draft('2014-07-31')), 'circular_edition', 1],
    ['an issuing of cards', async (): Promise<string> => ISSUE, 'reminder_card', 3],
  ] as const)('is finished once it has begun: %s', async (_name, change, table, rows) => {
    const query = await change();
    await whileHeld(async () => {
      const leave = new AbortController();
      const left = request(query, leave.signal);
      await untilWaiting();
      leave.abort();
      expect(await left).toBe('left');
    });
    await vi.waitFor(async () => expect(await countOf(server, table)).toBe(rows), { timeout: 30_000, interval: 100 });
  });

  it('does not begin when it still waits for its turn', async () => {
    const before = await countOf(server, 'circular');
    const [first, second] = await whileHeld(async () => {
      const leave = new AbortController();
      const begun = request(DRAFT('2014-06-30'));
      await untilWaiting();
      const waiting = request(DRAFT('2014-05-31'), leave.signal);
      await new Promise((resolve) => setTimeout(resolve, 300));
      leave.abort();
      return [begun, await waiting] as const;
    });
    expect([((await first) as Response).status, second]).toEqual([200, 'left']);
    await draft('2014-04-30');
    expect(await countOf(server, 'circular')).toBe(before + 2);
    expect(server.log.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
  });
});

describe('a change that takes longer than a request may', () => {
  const server = testApp({ from: samples, now, graphqlTimeoutMs: 1500, admission: { ...ADMISSION, changes: 1 } });
  const { whileHeld, untilWaiting } = holder(server);

  it('goes on, and its answer says so; one that waits for its turn is stopped', async () => {
    const [first, second] = await whileHeld(async () => {
      const begun = server.query(ISSUE);
      await untilWaiting();
      const waiting = server.query(DRAFT('2014-05-31'));
      return Promise.all([begun, waiting]);
    });
    expect(first.errors![0]!.extensions).toEqual({ code: 'QUERY_TIMEOUT' });
    expect(first.errors![0]!.message).toContain('goes on');
    expect(second.errors![0]!.message).toContain('was stopped');
    await vi.waitFor(async () => expect(await countOf(server, 'reminder_card')).toBe(3), {
      timeout: 30_000,
      interval: 100,
    });
    expect(await countOf(server, 'circular')).toBe(0);
  });

  it('an import is finished after the answer that tells that it began', async () => {
    const boundary = '----wallchart';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="campaigns.csv"\r\n\r\n`;
    const reply = await server.inject({
      method: 'POST',
      url: '/uploads',
      payload: `${head}${ROWS}\r\n--${boundary}--\r\n`,
      headers: {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        origin: 'http://127.0.0.1:4000',
      },
    });
    const { upload } = reply.json<{ upload: string }>();
    const id = await whileHeld(async () => {
      const { data } = await server.query(`mutation { startImport(upload: "${upload}", dryRun: false) { id } }`);
      await untilWaiting();
      // Longer than a request may take.
      await new Promise((resolve) => setTimeout(resolve, 2000));
      return (data as unknown as { startImport: { id: string } }).startImport.id;
    });
    await vi.waitFor(
      async () => {
        const { data } = await server.query(`{ importJob(id: "${id}") { state problems { cell code } } }`);
        expect(data).toEqual({ importJob: { state: 'ACCEPTED', problems: [] } });
      },
      { timeout: 30_000, interval: 100 },
    );
  });
});
