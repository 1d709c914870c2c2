/**
 * How fast a folder of 300,000 facts is imported, beside a bare COPY of the same rows into the same tables with the same
 * indexes and constraints, on the same server; and how long every metric of those facts takes as known at a moment, beside
 * the same as known now. Run: `pnpm bench:import`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createReadStream, createWriteStream } from 'node:fs';
import { connect, kysely, migrate, startEmbedded, type Orm } from '@wallchart/db';
import type { Pool, PoolClient } from 'pg';
import { from, to } from 'pg-copy-streams';
import { importWorkbook } from '../../server/src/features/imports/index.ts';
import { createMetricEngine, METRICS } from '../../server/src/metrics/index.ts';
import { BASE, CAMPAIGN, COUNTY, FACTS, writeFolder } from './ledger-folder.ts';
import { median } from './load.ts';
import { asViewer } from '../../server/testing/handles.ts';

interface OpenedDatabase {
  readonly orm: Orm;
  readonly pool: Pool;
}

const AS_OF = '2014-07-31';
const TABLES = Object.keys(FACTS);
const BEFORE_FACTS = ['import_run', 'org_unit', 'org_unit_version', 'campaign', 'campaign_version', 'case_register'];

async function openDatabase(serverUrl: string, name: string): Promise<OpenedDatabase> {
  const admin = await connect({ url: serverUrl });
  await admin.em.getConnection().execute(`create database ${name}`);
  await admin.close(true);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const orm = await connect({ url: url.href, statementTimeoutMs: 0 });
  await migrate(orm);
  return { orm, pool: await orm.driver.getConnection().getNativeClient() };
}

async function run(pool: Pool, path: string): Promise<{ rows: number; seconds: number }> {
  const started = performance.now();
  const outcome = await importWorkbook(pool, { path }, { channel: 'cli', recordedBy: 'bench' });
  const seconds = (performance.now() - started) / 1000;
  if (outcome.state === 'refused') console.error(outcome.problems.slice(0, 5));
  return { rows: outcome.sheets.reduce((sum, sheet) => sum + sheet.new, 0), seconds };
}

async function columnsOf(client: PoolClient, table: string): Promise<string> {
  const { rows } = await client.query<{ names: string }>(
    `select string_agg(column_name, ', ' order by ordinal_position) as names from information_schema.columns
     where table_schema = current_schema() and table_name = $1 and not (is_identity = 'YES' and table_name <> 'import_run')`,
    [table],
  );
  return rows[0]?.names ?? '';
}

/** Seconds that a bare COPY of the fact tables takes, with its commit. */
async function bareCopy(source: Pool, target: Pool, folder: string): Promise<number> {
  const [out, into] = [await source.connect(), await target.connect()];
  const lists = new Map<string, string>();
  for (const table of [...BEFORE_FACTS, ...TABLES]) {
    lists.set(table, await columnsOf(out, table));
    await pipeline(
      out.query(to(`copy ${table} (${lists.get(table)}) to stdout`)),
      createWriteStream(join(folder, `${table}.copy`)),
    );
  }
  const load = (table: string): Promise<void> =>
    pipeline(
      createReadStream(join(folder, `${table}.copy`)),
      into.query(from(`copy ${table} (${lists.get(table)}) from stdin`)),
    );
  for (const table of BEFORE_FACTS) await load(table);
  const started = performance.now();
  await into.query('begin');
  for (const table of TABLES) await load(table);
  await into.query('commit');
  const seconds = (performance.now() - started) / 1000;
  out.release();
  into.release();
  return seconds;
}

/** Seconds that every metric of the county takes, the middle one of three times. */
async function figures(orm: Orm, knownAt: string | null): Promise<number> {
  const engine = createMetricEngine(asViewer(kysely(orm)), { today: () => AS_OF });
  const key = { campaign: CAMPAIGN, unit: COUNTY, asOf: AS_OF, knownAt, tree: 'then' } as const;
  const times: number[] = [];
  for (let i = 0; i < 3; i += 1) {
    const started = performance.now();
    await engine.values(
      [key],
      METRICS.map(({ id }) => id),
    );
    times.push((performance.now() - started) / 1000);
  }
  return median(times);
}

const folder = await mkdtemp(join(tmpdir(), 'wallchart-bench-'));
const server = await startEmbedded({ dataDir: join(folder, 'data') });
try {
  const imported = await openDatabase(server.url, 'imported');
  const copied = await openDatabase(server.url, 'copied');
  await run(imported.pool, await writeFolder(join(folder, 'base'), BASE));
  const facts = await writeFolder(join(folder, 'facts'), FACTS);
  const idle = process.memoryUsage().rss;
  let top = idle;
  const watch = setInterval(() => (top = Math.max(top, process.memoryUsage().rss)), 20);
  const { rows, seconds } = await run(imported.pool, facts);
  clearInterval(watch);
  const again = await run(imported.pool, facts);
  const copy = await bareCopy(imported.pool, copied.pool, folder);
  const rate = (time: number): string => `${Math.round(rows / time).toLocaleString('en')} rows/s`;
  console.log(`${rows} facts`);
  console.log(`import        ${seconds.toFixed(2)} s  ${rate(seconds)}`);
  console.log(`import again  ${again.seconds.toFixed(2)} s  (nothing changed)`);
  console.log(`bare COPY     ${copy.toFixed(2)} s  ${rate(copy)}`);
  console.log(`ratio         ${(copy / seconds).toFixed(2)}  (goal: at least 0.25)`);
  console.log(`memory        ${Math.round((top - idle) / 1024 / 1024)} MB above idle`);
  await imported.pool.query('analyze');
  const [now, known] = [await figures(imported.orm, null), await figures(imported.orm, new Date().toISOString())];
  console.log(`every metric  ${now.toFixed(2)} s`);
  console.log(`as known at   ${known.toFixed(2)} s`);
  console.log(`ratio         ${(known / now).toFixed(2)}  (goal: at most 1.5)`);
  await imported.orm.close(true);
  await copied.orm.close(true);
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
