/**
 * How long a backup of a ledger of 300,000 facts and its restore take, and how large it is, beside a bare COPY of the same tables out of
 * and into the same server. Run: `pnpm bench:backup`.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createReadStream, createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { connect, migrate, startEmbedded, type Orm } from '@wallchart/db';
import type { Pool } from 'pg';
import { from, to } from 'pg-copy-streams';
import { openBackup, restoreBackup, writeBackup, type Backup } from '../../server/src/features/backup/index.ts';
import { importWorkbook } from '../../server/src/features/imports/index.ts';
import { BASE, FACTS, writeFolder } from './ledger-folder.ts';
import { dateAndMachine, writeSection } from './report-file.ts';

const poolOf = (orm: Orm): Promise<Pool> => orm.driver.getConnection().getNativeClient();

async function makeDatabase(serverUrl: string, name: string): Promise<Orm> {
  const admin = await connect({ url: serverUrl });
  await admin.em.getConnection().execute(`create database ${name}`);
  await admin.close(true);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return connect({ url: url.href, poolSize: 1, statementTimeoutMs: 0 });
}

interface Measured<T> {
  readonly result: T;
  readonly seconds: number;
  /** Above what the process held before. */
  readonly megabytes: number;
}

async function measure<T>(work: () => Promise<T>): Promise<Measured<T>> {
  globalThis.gc?.();
  const idle = process.memoryUsage().rss;
  let top = idle;
  const watch = setInterval(() => (top = Math.max(top, process.memoryUsage().rss)), 20);
  const started = performance.now();
  const result = await work();
  clearInterval(watch);
  return { result, seconds: (performance.now() - started) / 1000, megabytes: Math.round((top - idle) / 2 ** 20) };
}

/** @returns bytes */
async function copyOut(pool: Pool, tables: readonly string[], folder: string): Promise<number> {
  const client = await pool.connect();
  let bytes = 0;
  for (const table of tables) {
    const path = join(folder, `${table}.copy`);
    await pipeline(client.query(to(`copy ${table} to stdout`)), createWriteStream(path));
    bytes += (await stat(path)).size;
  }
  client.release();
  return bytes;
}

async function copyIn(pool: Pool, { manifest }: Backup, order: readonly string[], folder: string): Promise<void> {
  const client = await pool.connect();
  await client.query('begin');
  for (const { table } of manifest.tables) await client.query(`alter table ${table} disable trigger user`);
  await client.query(`truncate ${manifest.tables.map(({ table }) => table).join(', ')}`);
  for (const table of order)
    await pipeline(createReadStream(join(folder, `${table}.copy`)), client.query(from(`copy ${table} from stdin`)));
  await client.query('commit');
  client.release();
}

/** Also tells in which order the restore filled the tables that have rows. */
async function restoreAndOrder(orm: Orm, backup: Backup): Promise<{ order: string[]; checkSeconds: number }> {
  const order = new Set<string>();
  let checkedFrom = 0;
  await restoreBackup(orm, backup, {
    force: false,
    onProgress: ({ phase, what }) => {
      if (phase === 'loading') order.add(what);
      if (phase === 'checking' && checkedFrom === 0) checkedFrom = performance.now();
    },
  });
  return { order: [...order], checkSeconds: (performance.now() - checkedFrom) / 1000 };
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
const folder = await mkdtemp(join(tmpdir(), 'wallchart-bench-'));
const server = await startEmbedded({ dataDir: join(folder, 'data') });
try {
  const [source, restored, copied] = [
    await makeDatabase(server.url, 'source'),
    await makeDatabase(server.url, 'restored'),
    await makeDatabase(server.url, 'copied'),
  ];
  await migrate(source);
  await migrate(copied);
  for (const [name, files] of Object.entries({ base: BASE, facts: FACTS })) {
    const path = await writeFolder(join(folder, name), files);
    await importWorkbook(await poolOf(source), { path }, { channel: 'cli', recordedBy: 'bench' });
  }
  const file = join(folder, 'bench.wallchart');
  const written = await measure(async () => writeBackup(await poolOf(source), file, { version: 'bench' }));
  const tables = written.result.manifest.tables.map(({ table }) => table);
  const out = await measure(async () => copyOut(await poolOf(source), tables, folder));
  const opened = await measure(() => openBackup(file));
  const restoring = await measure(() => restoreAndOrder(restored, opened.result));
  opened.result.close();
  const into = await measure(async () => copyIn(await poolOf(copied), opened.result, restoring.result.order, folder));
  const { manifest, bytes } = written.result;
  const rows = manifest.tables.reduce((sum, part) => sum + part.rows, 0);
  const restoreSeconds = opened.seconds + restoring.seconds;
  await writeSection(
    'backup',
    `## A backup and its restore beside a bare COPY

${dateAndMachine()}. ${rows.toLocaleString('en')} rows of ${tables.length} tables, most of them facts; out of and into one embedded PostgreSQL. The bare COPY writes
the same tables to files, without packing, and reads them into tables that are made, with the same indexes and references. A restore also reads the
file against its checksum, makes the tables, analyses them and runs the checks of \`wallchart check\` (${restoring.result.checkSeconds.toFixed(1)} s of it). Memory is what the process holds above idle.

| | seconds | bare COPY | ratio | MB of file | MB of text | memory MB |
|---|--:|--:|--:|--:|--:|--:|
| backup | ${written.seconds.toFixed(1)} | ${out.seconds.toFixed(1)} | ${(written.seconds / out.seconds).toFixed(1)} | ${megabytes(bytes)} | ${megabytes(out.result)} | ${written.megabytes} |
| restore | ${restoreSeconds.toFixed(1)} | ${into.seconds.toFixed(1)} | ${(restoreSeconds / into.seconds).toFixed(1)} | | | ${restoring.megabytes} |`,
  );
  for (const orm of [source, restored, copied]) await orm.close(true);
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
