import { createWriteStream } from 'node:fs';
import { userInfo } from 'node:os';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { to } from 'pg-copy-streams';
import { ZipFile } from 'yazl';
import { failureOf } from '../../rendering/workbook/write-workbook.ts';
import { withColumns, type Table } from './catalogue.ts';
import { entryOf, FORMAT, HEAD, HEAD_TEXT, MANIFEST, type Manifest, type Part } from './format.ts';
import { metered } from './metered.ts';
import { OPEN_SEAL, sealing } from './seal.ts';
import { takeSnapshot, type Snapshot } from './snapshot.ts';

export interface BackupProgress {
  readonly table: string;
  /** Rows of all tables before this one. */
  readonly rows: number;
  /** From 0 to 1, by the size of the tables on disk. */
  readonly part: number;
}

export interface BackupOptions {
  /** Of this Wallchart. */
  readonly version: string;
  readonly onProgress?: (progress: BackupProgress) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface WrittenBackup {
  readonly manifest: Manifest;
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * Writes every table of the database, as it is at one moment, into a new file. Whatever is written meanwhile goes on and is in the file
 * whole or not at all.
 *
 * @param database one client of the pool is used
 * @param path of a file that is not there yet; what is written of it stays when this throws
 * @throws WallchartError NOTHING_TO_BACK_UP; the signal's reason; errors of the file system and of PostgreSQL
 */
export async function writeBackup(database: Pool, path: string, options: BackupOptions): Promise<WrittenBackup> {
  const client = await database.connect();
  try {
    const snapshot = await takeSnapshot(client);
    const rowsOf: RowSource = ({ name, columns }) =>
      client.query(to(`copy ${withColumns(client, name, columns)} to stdout`));
    const written = await packBackup(path, snapshot, rowsOf, options);
    await client.query('commit');
    client.release();
    return written;
  } catch (error) {
    // A COPY that was cut off leaves the connection in the middle of it.
    client.release(true);
    throw error;
  }
}

/** Gives the rows of a table as COPY writes them; `rowCount` is right at the end. */
export type RowSource = (table: Table) => Readable & { readonly rowCount: number };

/** Packs a snapshot into a new file, table by table, and seals it. */
export async function packBackup(
  path: string,
  snapshot: Snapshot,
  rowsOf: RowSource,
  options: BackupOptions,
): Promise<WrittenBackup> {
  const zip = new ZipFile();
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  let sealed = { sha256: '', bytes: 0 };
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  const seal = sealing((sha256, bytes) => (sealed = { sha256, bytes }));
  const writing = pipeline(zip.outputStream as Readable, seal, file, { signal });
  const filling = fill(zip, rowsOf, snapshot, { ...options, signal });
  try {
    const [manifest] = await Promise.race([Promise.all([filling, writing]), failureOf(zip)]);
    return { manifest, ...sealed };
  } finally {
    // The first to fail says why; the others end because of it.
    stop.abort();
    await Promise.allSettled([filling, writing]);
  }
}

async function fill(
  zip: ZipFile,
  rowsOf: RowSource,
  snapshot: Snapshot,
  { version, onProgress, signal }: BackupOptions,
): Promise<Manifest> {
  const { tables, sequences, migrations, madeAt, postgres } = snapshot;
  const mtime = new Date(madeAt);
  const total = Math.max(
    1,
    tables.reduce((sum, { bytes }) => sum + bytes, 0),
  );
  zip.addBuffer(Buffer.from(HEAD_TEXT), HEAD, { mtime, compress: false });
  const parts: Part[] = [];
  let [before, rows] = [0, 0];
  for (const table of tables) {
    const report = (copied: number): void =>
      onProgress?.({ table: table.name, rows, part: (before + Math.min(copied, table.bytes)) / total });
    report(0);
    const part = await addTable(zip, rowsOf, table, { mtime, report, signal });
    parts.push(part);
    before += table.bytes;
    rows += part.rows;
  }
  const made = { version, madeAt, madeBy: userInfo().username, postgres };
  const manifest: Manifest = { format: FORMAT, ...made, migrations, tables: parts, sequences };
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), MANIFEST, { mtime });
  zip.end({ comment: OPEN_SEAL, forceZip64Format: false });
  return manifest;
}

interface AddOptions {
  readonly mtime: Date;
  readonly report: (copied: number) => void;
  readonly signal: AbortSignal | undefined;
}

async function addTable(
  zip: ZipFile,
  rowsOf: RowSource,
  table: Table,
  { mtime, report, signal }: AddOptions,
): Promise<Part> {
  let copied = 0;
  const meter = metered((more) => report((copied += more)));
  const entry = new PassThrough();
  zip.addReadStream(entry, entryOf(table.name), { mtime });
  const rows = rowsOf(table);
  await pipeline(rows, meter.stream, entry, { signal });
  const { name, columns } = table;
  return { table: name, columns: [...columns], rows: rows.rowCount, bytes: meter.bytes(), sha256: meter.digest() };
}
