import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@wallchart/db';
import { writeSamples } from '@wallchart/db/seeds';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runWallchart, startWallchart } from '../support/process.ts';
import { startServer } from '../support/server.ts';
import type { Ended } from '../support/process.ts';

let folder: string;
let workbook: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wallchart-lost-'));
  [workbook = ''] = await writeSamples(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }));

const data = (): { WALLCHART_DATA: string } => ({ WALLCHART_DATA: join(folder, 'data') });

/** Ends PostgreSQL at once, as the system does when memory is short. */
async function killPostgres(): Promise<void> {
  const [pid] = (await readFile(join(folder, 'data', 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

const STACK = /^ {4}at |unexpected error|Unhandled|node:/m;

function expectWords({ code, stdout, stderr }: Ended): void {
  expect(stdout + stderr).not.toMatch(STACK);
  expect({ code, says: stdout + stderr }).toMatchObject({
    code: 1,
    says: expect.stringContaining('database went away'),
  });
}

test('an import whose PostgreSQL is killed says so, and has written nothing', async () => {
  const importing = startWallchart(['import', workbook], data());
  await expect.poll(importing.output, { timeout: 60_000, interval: 5 }).toContain('Reading');
  await killPostgres();
  expectWords(await importing.ended);
  const again = await runWallchart(['import', workbook], data());
  expect(again).toMatchObject({ code: 0 });
  expect(again.stdout).toMatch(/units\): [1-9]\d* new, 0 corrected, 0 unchanged/);
});

test('a server whose PostgreSQL is killed ends and says so', async () => {
  const server = await startServer({ dataDir: data().WALLCHART_DATA, samples: false });
  await killPostgres();
  const { code, stderr } = await server.running.ended;
  expect(stderr).not.toMatch(STACK);
  expect({ code, stderr }).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('the database ended unexpectedly'),
  });
});

test('each long command whose connection is ended says so in words, or as JSON', async () => {
  expect(await runWallchart(['import', workbook], data())).toMatchObject({ code: 0 });
  const database = await startEmbedded({ dataDir: data().WALLCHART_DATA, durable: false });
  const other = new pg.Client({ connectionString: database.url });
  await other.connect();
  try {
    await other.query('begin; lock table campaign_version, org_unit_version in access exclusive mode');
    const july = ['--campaign', 'county-2014', '--as-of', '2014-07-31'];
    const commands = [
      ['check'],
      ['import', workbook, '--json'],
      ['export', 'ledger', '--out', join(folder, 'out.xlsx')],
      ['circular', ...july, '--out', join(folder, 'out.docx'), '--seal', '--json'],
      ['cards', ...july, '--out', join(folder, 'out.pdf'), '--issue'],
    ].map((args) => ({ args, ...startWallchart(args, data()) }));
    let left = commands.length;
    for (const { ended } of commands) void ended.then(() => (left -= 1));
    const endWaiting = async (): Promise<number> => {
      await other.query('select pg_terminate_backend(pid) from pg_locks where not granted');
      return left;
    };
    await expect.poll(endWaiting, { timeout: 100_000, interval: 200 }).toBe(0);
    for (const { args, ended } of commands) {
      expectWords(await ended);
      if (args.includes('--json'))
        expect(JSON.parse((await ended).stdout)).toMatchObject({ error: { code: 'DATABASE_UNAVAILABLE' } });
    }
    await other.query('rollback');
    const { rows } = await other.query('select from circular union all select from reminder_batch');
    expect(rows).toEqual([]);
  } finally {
    await other.end();
    await database.stop();
  }
}, 240_000);
