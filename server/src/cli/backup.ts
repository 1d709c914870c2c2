import { holdsCluster } from '@wallchart/db/embedded';
import { defineCommand } from 'citty';
import { writeBackup, writeWhole, type WrittenBackup } from '../features/backup/index.ts';
import { readConfig, type Config } from '../config/config.ts';
import { WallchartError } from '../domain/errors.ts';
import { version } from '../config/version.ts';
import { openDatabase } from '../database/open-database.ts';
import { placeForFile } from './given-path.ts';
import { EXIT, note, say, sayJson } from './output.ts';
import { progressLine } from './progress-line.ts';
import { shutdownSignal } from './shutdown-signal.ts';

export default defineCommand({
  meta: {
    name: 'backup',
    description: 'Write the whole database to one file, as of one moment. The server may be running.',
  },
  args: {
    file: { type: 'positional', required: true, description: 'Where to write it, e.g. 2026-11-26.wallchart.' },
    force: { type: 'boolean', description: 'Overwrite an existing file.' },
    json: { type: 'boolean', description: 'Print JSON.' },
  },
  run: async ({ args }) => {
    const path = await placeForFile(args.file, null, args.force === true);
    const config = readConfig();
    await assertSomethingThere(config);
    const { signal } = shutdownSignal(note);
    const database = await openDatabase(config, { onProgress: note, statementTimeoutMs: 0, migrate: false, signal });
    const progress = progressLine(process.stderr);
    const onProgress = ({ table, rows, part }: { table: string; rows: number; part: number }): void =>
      progress.show(`${percent(part)} ${table}, ${rows} rows so far`, part);
    try {
      const written = await writeWhole(path, (draft) =>
        writeBackup(database.system.pool, draft, { version: version(), onProgress, signal }),
      ).finally(progress.end);
      report(path, written, args.json === true);
      return EXIT.done;
    } catch (error) {
      if (signal.aborted) throw new WallchartError('ABORTED', 'stopped: no backup was written');
      throw error;
    } finally {
      await database.close();
    }
  },
});

export const percent = (part: number): string => `${String(Math.floor(part * 100)).padStart(3)} %`;

/** Opening a folder without a database makes one: a mistyped WALLCHART_DATA must be reported instead. */
async function assertSomethingThere({ databaseUrl, dataDir }: Config): Promise<void> {
  if (databaseUrl !== null || (await holdsCluster(dataDir))) return;
  throw new WallchartError(
    'NOTHING_TO_BACK_UP',
    `the data folder ${dataDir} has no database, so there is nothing to back up. Set WALLCHART_DATA to use another folder.`,
  );
}

function report(path: string, { manifest, sha256, bytes }: WrittenBackup, asJson: boolean): void {
  const { format, version: madeWith, madeAt, migrations, tables } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  if (asJson) {
    const migration = migrations.at(-1);
    sayJson({ file: path, bytes, sha256, format, version: madeWith, migration, madeAt, tables: tables.length, rows });
  } else {
    say(`${path}: ${rows} rows of ${tables.length} tables as of ${madeAt}, ${size(bytes)}, SHA-256 ${sha256}`);
  }
}

const size = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
