import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { MIGRATIONS } from '@wallchart/db';
import { WallchartError } from '../../domain/errors.ts';
import { openEntries, type Entries } from './archive-entries.ts';
import { entryOf, FORMAT, MANIFEST, manifestSchema, type Manifest } from './format.ts';
import { refused } from './refused.ts';
import { checkSeal } from './seal.ts';

/** A backup whose every byte has been checked. */
export interface Backup {
  readonly path: string;
  readonly manifest: Manifest;
  readonly sha256: string;
  readonly bytes: number;
  /** The rows of a table, as COPY wrote them. */
  readonly rowsOf: (table: string) => Promise<Readable>;
  readonly close: () => void;
}

export interface OpenBackupOptions {
  /** Called while the file is read through, with bytes. */
  readonly onBytes?: (done: number, total: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Opens a backup: reads the whole file against its checksum, and makes sure that this version can restore it.
 *
 * @throws WallchartError FILE_NOT_FOUND, FILE_NOT_READABLE; BACKUP_REFUSED for a file that is damaged, cut off, not a backup, or of
 *   a newer version
 */
export async function openBackup(path: string, options: OpenBackupOptions = {}): Promise<Backup> {
  const { onBytes = () => undefined, signal } = options;
  await assertReadable(path);
  const { sha256, bytes } = await checkSeal(path, onBytes, signal);
  const entries = await openEntries(path).catch((cause: unknown) => {
    throw refused(path, 'it is not a valid archive.', cause);
  });
  try {
    const manifest = readManifest(path, await entries.readWhole(MANIFEST));
    checkMigrations(path, manifest);
    checkParts(path, manifest, entries);
    return { path, manifest, sha256, bytes, rowsOf: (table) => entries.open(entryOf(table)), close: entries.close };
  } catch (error) {
    entries.close();
    if (error instanceof WallchartError) throw error;
    throw refused(path, 'its table of contents cannot be read.', error);
  }
}

async function assertReadable(path: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new WallchartError('FILE_NOT_FOUND', `the file ${path} does not exist`);
    throw new WallchartError('FILE_NOT_READABLE', `cannot read ${path}: ${error.message}`);
  });
  if (!found.isFile()) throw new WallchartError('FILE_NOT_READABLE', `${path} is not a file`);
}

function readManifest(path: string, bytes: Buffer): Manifest {
  const json: unknown = JSON.parse(bytes.toString());
  const format = typeof json === 'object' && json !== null && 'format' in json ? json.format : undefined;
  if (typeof format === 'number' && format > FORMAT)
    throw refused(path, 'it was written by a newer version of Wallchart. Update Wallchart.');
  return manifestSchema.parse(json);
}

/** Migrations are a chain: a backup may have fewer of them than this version, and no others. */
function checkMigrations(path: string, { migrations, version }: Manifest): void {
  const unknown = migrations.filter((name, at) => MIGRATIONS[at] !== name);
  if (unknown.length === 0) return;
  throw refused(
    path,
    `Wallchart ${version} wrote it, with changes of the database that this version does not know (${unknown.join(', ')}). ` +
      'Update Wallchart.',
  );
}

function checkParts(path: string, { tables }: Manifest, { sizeOf }: Entries): void {
  for (const { table, bytes } of tables)
    if (sizeOf(entryOf(table)) !== bytes)
      throw refused(path, `the rows of ${table} do not match its table of contents.`);
}
