import type { Recorder, ViewerDb } from '../../../database/handles.ts';
import { WallchartError } from '../../../domain/errors.ts';
import { beginJob, endJob, findJob, noteJob } from '../../../jobs/job-rows.ts';
import { progressWriter } from '../../../jobs/progress-writer.ts';

/** How far the issuing of a batch is. */
export interface IssuingProgress {
  /** Cards whose files are rendered. */
  readonly done: number;
  readonly total: number;
}

/** Without news for so long, its process has ended. */
const SILENT_MS = 60_000;

const isName = (id: string): boolean => /^[\x21-\x7e]{1,200}$/.test(id);

/** How far an issuing of whatever process is; null before its cards are numbered, and when it has ended. */
export async function progressOf(db: ViewerDb, id: string): Promise<IssuingProgress | null> {
  const row = isName(id) ? await findJob<IssuingProgress | null>(db, 'issue', id) : null;
  return row && Date.now() - Date.parse(row.touchedAt) < SILENT_MS ? row.body : null;
}

/**
 * Runs a work whose progress can be queried under an id; null if it is not needed.
 *
 * @throws WallchartError BAD_INPUT for an id of more than 200 characters, or of others than ASCII
 */
export async function withProgress<T>(
  record: Recorder,
  id: string | null,
  work: (report: (progress: IssuingProgress) => void) => Promise<T>,
): Promise<T> {
  if (id === null) return work(() => undefined);
  if (!isName(id)) {
    throw new WallchartError('BAD_INPUT', 'progress: expected 1 to 200 ASCII characters. 应为1至200个字母或数字。', {
      place: 'progress',
    });
  }
  await record((db) => beginJob(db, 'issue', id, null));
  const writer = progressWriter<IssuingProgress>((body) =>
    record((db) => noteJob(db, 'issue', id, { body, running: true })),
  );
  try {
    return await work(writer.report);
  } finally {
    await writer.close();
    await record((db) => endJob(db, 'issue', id));
  }
}
