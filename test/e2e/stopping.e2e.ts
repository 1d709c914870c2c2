import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSamples } from '@wallchart/db/seeds';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { command } from '../support/command.ts';
import { queryGraph } from '../support/graphql.ts';
import { startServer } from '../support/server.ts';
import { setUpFolder } from '../support/set-up-folder.ts';
import type { TestServer } from '../support/server.ts';

let folder: string;
let workbook: Buffer;
let server: TestServer;
let other: pg.Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wallchart-stop-'));
  const [county = ''] = await writeSamples(folder);
  workbook = await readFile(county);
  server = await startServer({
    samples: false,
    dataDir: await setUpFolder(),
    settings: { WALLCHART_STOP_SECONDS: '60' },
  });
  expect(await command(['import', county], { WALLCHART_DATA: server.dataDir })).toMatchObject({ code: 0 });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

afterEach(() => other.end().catch(() => undefined));

async function startImport(): Promise<void> {
  const body = new FormData();
  body.set('file', new Blob([new Uint8Array(workbook)]), 'county.xlsx');
  const headers = { 'apollo-require-preflight': '1' };
  const sent = await fetch(`${server.url}/uploads`, { method: 'POST', headers, body });
  const { upload } = (await sent.json()) as { upload: string };
  await queryGraph(server.url, 'mutation ($upload: ID!) { startImport(upload: $upload, dryRun: false) { id } }', {
    upload,
  });
}

/** A session beside the server's, to hold locks that its work then waits for. */
async function openOther(): Promise<void> {
  const { url } = JSON.parse(await readFile(join(server.dataDir, 'server.json'), 'utf8')) as { url: string };
  other = new pg.Client({ connectionString: url });
  other.on('error', () => undefined);
  await other.connect();
  await other.query('begin');
}

const waiting = async (): Promise<number> =>
  (await other.query<{ n: number }>('select count(*)::int as n from pg_locks where not granted')).rows[0]?.n ?? 0;

interface Line {
  readonly send: (text: string) => void;
  readonly read: () => string;
  readonly isClosed: () => boolean;
}

/** A connection whose bytes are sent one text at a time. */
async function dial(): Promise<Line> {
  const socket = connect(server.port, '127.0.0.1');
  let answer = '';
  let closed = false;
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  socket.on('error', () => undefined);
  socket.once('close', () => (closed = true));
  await new Promise((resolve) => socket.once('connect', resolve));
  return { send: (text) => void socket.write(text), read: () => answer, isClosed: () => closed };
}

const NOISE = /unexpected|destroyed|Context creation|^ {4}at /m;

test('SIGTERM: what is under way is answered, what is new is refused, what is idle is closed', async () => {
  const { draftCircular } = await queryGraph<{ draftCircular: { circular: { id: string } } }>(
    server.url,
    'mutation ($input: DraftCircularInput!) { draftCircular(input: $input) { circular { id } } }',
    { input: { campaign: 'county-2014', asOf: '2014-07-31' } },
  );
  await openOther();
  // It waits for its last statement, with all files drawn.
  await other.query('lock table circular_edition in share mode');
  const sealing = queryGraph<{ sealCircular: { ok: boolean; circular: { editions: { number: string }[] } } }>(
    server.url,
    'mutation ($id: ID!) { sealCircular(id: $id, revision: 1) { ok circular { editions { number } } } }',
    { id: draftCircular.circular.id },
  );
  const head = (path: string): string => `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\n`;
  await expect.poll(waiting, { timeout: 60_000, interval: 50 }).toBeGreaterThan(0);
  const idle = await dial();
  idle.send(`${head('/health')}\r\n`);
  const requested = [await dial(), await dial(), await dial()] as const;
  const [ready, health, graphql] = requested;
  // Half a request keeps a connection open.
  for (const line of requested) line.send('GET');
  await expect.poll(idle.read).toContain('"status":"ok"');
  expect((await fetch(`${server.url}/health`)).status).toBe(200);

  server.running.child.kill('SIGTERM');
  await expect.poll(idle.isClosed, { timeout: 5_000, interval: 20 }).toBe(true);
  ready.send(`${head('/ready').slice(3)}\r\n`);
  health.send(`${head('/health').slice(3)}\r\n`);
  graphql.send(`${head('/graphql?query=%7B__typename%7D').slice(3)}apollo-require-preflight: 1\r\n\r\n`);
  await expect.poll(() => requested.every(({ isClosed }) => isClosed()), { timeout: 5_000, interval: 20 }).toBe(true);
  expect(ready.read()).toMatch(/^HTTP\/1\.1 503 [^]*connection: close[^]*The server is stopping/i);
  expect(health.read()).toMatch(/^HTTP\/1\.1 200 [^]*connection: close[^]*"status":"ok"/i);
  expect(graphql.read()).toMatch(/^HTTP\/1\.1 503 [^]*retry-after: 5[^]*SERVER_STOPPING/i);
  await expect(fetch(`${server.url}/ready`)).rejects.toThrow('fetch failed');

  await other.query('commit');
  expect((await sealing).sealCircular).toMatchObject({
    ok: true,
    circular: { editions: [{ number: '仙委组〔2014〕1号' }] },
  });
  const ended = await server.running.ended;
  expect(ended).toMatchObject({ code: 0, signal: null });
  expect(ended.stderr).not.toMatch(NOISE);
  const left = await readdir(server.dataDir, { recursive: true });
  expect(left.filter((file) => file.endsWith('postmaster.pid'))).toEqual([]);
});

test('what takes longer than the grace period is cut off, an import whole, and both are reported', async () => {
  server = await startServer({ dataDir: server.dataDir, samples: false, settings: { WALLCHART_STOP_SECONDS: '1' } });
  const before = await queryGraph<{ imports: unknown[] }>(server.url, '{ imports { id } }');
  expect(before.imports).toHaveLength(1);
  await openOther();
  await other.query(`select pg_advisory_xact_lock(hashtext('wallchart.recordings'))`);
  await startImport();
  await other.query('lock table campaign_version in access exclusive mode');
  const requesting = queryGraph(server.url, '{ campaigns { id } }').then(
    () => 'answered',
    () => 'cut off',
  );
  // A client that never gets to the end of its request holds nothing up.
  const slow = await dial();
  slow.send('POST /graphql HTTP/1.1\r\n');
  await expect.poll(waiting, { timeout: 30_000, interval: 50 }).toBe(2);
  const since = performance.now();
  server.running.child.kill('SIGTERM');
  const ended = await server.running.ended;
  expect(performance.now() - since).toBeLessThan(10_000);
  expect(ended).toMatchObject({ code: 0, signal: null });
  expect(await requesting).toBe('cut off');
  expect(ended.stderr).toContain('cut off that took longer than 1 s');
  expect(ended.stderr).toContain('import dropped as the server stops');
  expect(ended.stderr).not.toMatch(NOISE);

  server = await startServer({ dataDir: server.dataDir, samples: false });
  expect(await queryGraph(server.url, '{ imports { id } }')).toEqual(before);
});
