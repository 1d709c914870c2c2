import 'reflect-metadata';
import { defineCommand } from 'citty';
import { openBackup, type Backup, type RestoreProgress } from '../features/backup/index.ts';
import { readConfig } from '../config/config.ts';
import { WallchartError } from '../domain/errors.ts';
import { percent } from './backup.ts';
import { givenPath } from './given-path.ts';
import { EXIT, note, say, sayJson } from './output.ts';
import { progressLine } from './progress-line.ts';
import { restoreIntoDatabase, restoreIntoFolder, type Outcome } from './restore-target.ts';
import { shutdownSignal } from './shutdown-signal.ts';

const WORDS: Record<RestoreProgress['phase'], string> = {
  schema: 'Making the tables',
  loading: 'Loading',
  migrating: 'Migrating',
  checking: 'Checking',
};

export default defineCommand({
  meta: {
    name: 'restore',
    description: 'Restore a backup into an empty installation. Everything is checked; all or nothing.',
  },
  args: {
    file: { type: 'positional', required: true, description: 'The backup file.' },
    'dry-run': { type: 'boolean', description: 'Check the file and list its contents without restoring.' },
    force: {
      type: 'boolean',
      description: 'Restore over an existing installation. An embedded database is kept beside the new one.',
    },
    json: { type: 'boolean', description: 'Print JSON.' },
  },
  run: async ({ args }) => {
    const { signal } = shutdownSignal(note);
    const progress = progressLine(process.stderr);
    const asJson = args.json === true;
    try {
      const onBytes = (done: number, total: number): void =>
        progress.show(`${percent(done / total)} Reading the file`, done / total);
      const backup = await openBackup(givenPath(args.file), { onBytes, signal }).finally(progress.end);
      try {
        if (args['dry-run']) return describe(backup, asJson);
        note(contentsOf(backup));
        const config = readConfig();
        const restore = config.databaseUrl === null ? restoreIntoFolder : restoreIntoDatabase;
        const outcome = await restore(config, backup, {
          force: args.force === true,
          onNote: note,
          onProgress: ({ phase, what, part }) =>
            progress.show(`${percent(part)} ${WORDS[phase]} ${what}`.trimEnd(), part),
          signal,
        }).finally(progress.end);
        return report(backup, outcome, asJson);
      } finally {
        backup.close();
      }
    } catch (error) {
      if (signal.aborted) throw new WallchartError('ABORTED', 'stopped: nothing was restored or changed');
      throw error;
    }
  },
});

const rowsOf = ({ manifest }: Backup): number => manifest.tables.reduce((sum, { rows }) => sum + rows, 0);

const contentsOf = (backup: Backup): string => {
  const { madeAt, madeBy, version, tables } = backup.manifest;
  return `A backup of ${madeAt} by ${madeBy}, Wallchart ${version}: ${rowsOf(backup)} rows of ${tables.length} tables.`;
};

const asObject = (backup: Backup) => {
  const { format, version, madeAt, madeBy, migrations, tables } = backup.manifest;
  const made = { format, version, madeAt, madeBy, migration: migrations.at(-1) };
  return { file: backup.path, sha256: backup.sha256, ...made, tables: tables.length, rows: rowsOf(backup) };
};

function describe(backup: Backup, asJson: boolean): number {
  if (asJson) sayJson({ ...asObject(backup), restored: false });
  else say(`${contentsOf(backup)}\nThe file is intact, SHA-256 ${backup.sha256}; this version can restore it.`);
  return EXIT.done;
}

/** Findings of `check` were in the database that was backed up too: they do not undo the restore, but the status tells. */
function report(backup: Backup, { kept, ...restored }: Outcome, asJson: boolean): number {
  const { rows, migrated, leftOut, findings } = restored;
  if (asJson) {
    sayJson({
      ...asObject(backup),
      restored: true,
      rows,
      migrated,
      leftOut,
      kept,
      ok: findings.length === 0,
      findings,
    });
  } else {
    say(`Restored ${rows} rows as of ${backup.manifest.madeAt}.`);
    if (migrated.length > 0) say(`Migrated to this version: ${migrated.join(', ')}.`);
    if (leftOut.length > 0) say(`Left out because Wallchart does not create them: ${leftOut.join(', ')}.`);
    if (kept !== null) say(`The previous database is kept in ${kept}; delete it when you no longer need it.`);
    if (findings.length === 0) say('Checked: no problems found.');
    findings.forEach(({ check, message }) => say(`${check}: ${message}`));
  }
  return findings.length === 0 ? EXIT.done : EXIT.refused;
}
