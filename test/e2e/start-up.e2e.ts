import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyOf, migrated } from '@wallchart/db/testing';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { runWallchart, startWallchart, type Ended, type Running } from '../support/process.ts';
import { startServer } from '../support/server.ts';
import { setUpFolder } from '../support/set-up-folder.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'wallchart-start-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }));

/** Sends SIGTERM as soon as the process has said so. */
async function stopAt(running: Running, text: string): Promise<Ended & { readonly stopMs: number }> {
  await expect.poll(() => running.output(), { timeout: 60_000, interval: 20 }).toContain(text);
  const since = performance.now();
  running.child.kill('SIGTERM');
  const ended = await running.ended;
  return { ...ended, stopMs: performance.now() - since };
}

test.skipIf(process.platform !== 'linux')('a data folder that cannot be written is reported at once', async () => {
  const refused = await runWallchart(['serve'], { PORT: '0', WALLCHART_DATA: '/proc/wallchart' });
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toMatch(/data folder \/proc\/wallchart cannot be written .*WALLCHART_DATA/);
  expect(refused.stderr).not.toContain('    at ');
});

test('a port in use is reported before the database is made, with one that is free', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  try {
    const refused = await runWallchart(['serve'], { PORT: String(port), WALLCHART_DATA: dataDir });
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(new RegExp(`Port ${port} is taken: .*PORT=\\d+`));
    expect(await readdir(dataDir)).toEqual([]);
  } finally {
    other.close();
  }
});

test('a second start of the same Wallchart says where the first one is, on another port that the first has the folder', async () => {
  const first = await startServer({ samples: false, dataDir: await setUpFolder() });
  try {
    const second = await runWallchart(['serve'], { PORT: String(first.port), WALLCHART_DATA: first.dataDir });
    expect(second.code).toBe(1);
    expect(second.stderr).toContain(`is already running on the data folder ${first.dataDir}`);
    expect(second.stderr).toContain(`open ${first.url}`);
    const beside = await runWallchart(['serve'], { PORT: '0', WALLCHART_DATA: first.dataDir });
    expect(beside.code).toBe(1);
    expect(beside.stderr).toMatch(/is in use by another Wallchart/);
    expect((await fetch(`${first.url}/health`)).status).toBe(200);
  } finally {
    await first.stop();
  }
});

test('SIGTERM at any step of a first start stops the database and ends well; the next start goes on', async () => {
  for (const step of [
    'Setting up the database',
    'Starting the database',
    'Migrating the database',
    'Loading the sample',
  ]) {
    const running = startWallchart(['serve'], { PORT: '0', WALLCHART_DATA: dataDir });
    const ended = await stopAt(running, step);
    expect({ ...ended, step }).toMatchObject({ code: 0, signal: null, step });
    expect(ended.stderr).not.toMatch(/unexpected|    at /);
    const left = await readdir(dataDir, { recursive: true });
    expect([step, left.filter((name) => /postmaster\.pid$|owner\.json$|^\.init/.test(name))]).toEqual([step, []]);
  }
});

test('a command that is ended by Ctrl-C ends its database with it', async () => {
  const folder = await setUpFolder();
  const running = startWallchart(['check'], { WALLCHART_DATA: folder });
  await expect.poll(() => running.output(), { timeout: 60_000, interval: 20 }).toContain('Starting the database');
  running.child.kill('SIGINT');
  expect(await running.ended).toMatchObject({ code: 130 });
  const noted = async (): Promise<string[]> =>
    (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('postmaster.pid'));
  await expect.poll(noted, { timeout: 20_000 }).toEqual([]);
  await rm(folder, { recursive: true });
});

test.each([
  ['a migration', 'select pg_advisory_lock(7203614911)'],
  ['an import', "select pg_advisory_lock(hashtext('wallchart.recordings'))"],
])('SIGTERM ends a start that waits for %s of another', async (_, lock) => {
  const database = copyOf(migrated, inject('testServer'));
  await database.make();
  const other = new pg.Client({ connectionString: database.url });
  await other.connect();
  try {
    await other.query(lock);
    const running = startWallchart(['serve'], { PORT: '0', WALLCHART_DATA: dataDir, DATABASE_URL: database.url });
    const waits = async (): Promise<unknown> =>
      (
        await other.query(
          `select count(*)::int as n from pg_locks join pg_database on pg_database.oid = pg_locks.database
           where datname = current_database() and locktype = 'advisory' and not granted`,
        )
      ).rows;
    await expect.poll(waits, { timeout: 60_000, interval: 50 }).toEqual([{ n: 1 }]);
    const ended = await stopAt(running, '');
    expect(ended).toMatchObject({ code: 0, signal: null });
    expect(ended.stopMs).toBeLessThan(10_000);
  } finally {
    await other.end();
    await database.drop();
  }
});
