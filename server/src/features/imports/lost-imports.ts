import { sql } from 'kysely';
import type { SystemDb } from '../../database/handles.ts';
import { findJob, noteJob, runningJobs, type JobRow } from '../../jobs/job-rows.ts';
import { isTurnTaken } from '../../jobs/turn.ts';
import type { ImportJob, ImportRun } from './import.types.ts';

/** An import as its row holds it. */
export interface StoredImport extends ImportJob {
  /** Id of the principal that it acts for. */
  readonly startedBy: string;
}

/** How an import ends that changed nothing. */
export const failure = (reason: string): Pick<ImportJob, 'state' | 'phase' | 'message'> => ({
  state: 'failed',
  phase: 'done',
  message: { zh: `导入失败，未作任何改动。${reason}`, en: `The import failed and changed nothing. ${reason}` },
});

/**
 * A job that runs or ended less than an hour ago. One that is noted as running while no import runs has lost its process: it
 * is reported as failed with nothing saved, or as accepted if its process ended just after it was saved.
 */
export async function findImport(db: SystemDb, id: string): Promise<StoredImport | null> {
  const row = await findJob<StoredImport>(db, 'import', id);
  if (!row?.running || (await isTurnTaken(db))) return row?.body ?? null;
  const body = Object.assign(row.body, await whatCameOf(db, id, row));
  if (await noteJob(db, 'import', id, { body, running: false })) return body;
  // It ended meanwhile.
  return (await findJob<StoredImport>(db, 'import', id))?.body ?? null;
}

/** Reports the imports that an earlier process did not come to the end of; returns them. */
export async function reportLostImports(db: SystemDb): Promise<ImportJob[]> {
  const found = await Promise.all((await runningJobs(db, 'import')).map((id) => findImport(db, id)));
  return found.filter((job) => job !== null && job.state !== 'running') as ImportJob[];
}

async function whatCameOf(
  db: SystemDb,
  id: string,
  { body, startedAt }: JobRow<StoredImport>,
): Promise<Partial<ImportJob>> {
  const run = body.dryRun ? null : await savedSince(db, { id, fileName: body.fileName, startedAt });
  if (!run) return failure('The server ended meanwhile: import the file again. 服务中断，请重新导入。');
  return {
    state: 'accepted',
    phase: 'done',
    run,
    message: {
      zh: '已导入，但服务随后中断；改动见该次导入的记录。',
      en: 'Imported, but the server ended right after it: see the import for what it changed.',
    },
  };
}

/** What an upload of that name saved after a job began and before the next one did. */
async function savedSince(
  db: SystemDb,
  { id, fileName, startedAt }: { readonly id: string; readonly fileName: string; readonly startedAt: string },
): Promise<ImportRun | null> {
  const { rows } = await sql<ImportRun>`/* imports.saved_since */
    select id::text as id, file_name as "fileName", recorded_at as "recordedAt", recorded_by as "recordedBy", channel,
      rows_new as "rowsNew", rows_corrected as "rowsCorrected", rows_unchanged as "rowsUnchanged",
      rows_withdrawn as "rowsWithdrawn"
    from import_run where channel = 'upload' and file_name = ${fileName} and recorded_at >= ${startedAt}::timestamptz
      and recorded_at < coalesce((select min(started_at) from job
        where kind = 'import' and id <> ${id} and started_at > ${startedAt}::timestamptz), 'infinity')
    order by recorded_at limit 1`.execute(db);
  return rows[0] ?? null;
}
