import { SYSTEM } from '../../access/principals.ts';
import type { SystemDb } from '../../database/handles.ts';
import { editionsWithoutFiles, storeFiles, type FileStore } from '../circulars/index.ts';
import { batchesWithoutFiles, storeBatchFiles } from '../reminders/index.ts';

/** The result of rendering what was sealed or issued without files. */
export interface MissingFiles {
  /** Circulars and batches of cards whose files are stored now. */
  readonly stored: number;
  /** What could not be rendered, in sentences. */
  readonly failed: readonly string[];
}

/**
 * Renders and stores the files of what was sealed or issued without them, because the process ended or the rendering
 * failed. They are those that it would have had.
 *
 * @param signal ends it after the document under way
 */
export async function storeMissingFiles(system: SystemDb, signal?: AbortSignal): Promise<MissingFiles> {
  const db = system.reading(SYSTEM);
  const files: FileStore = { db, record: (work) => system.recording(SYSTEM, work) };
  const [editions, batches] = await Promise.all([editionsWithoutFiles(db), batchesWithoutFiles(db)]);
  const missing = [
    ...editions.map((key) => ({
      what: `circular ${key.circular}, edition ${key.edition}`,
      store: (): Promise<unknown> => storeFiles(files, key),
    })),
    ...batches.map((id) => ({ what: `batch ${id} of cards`, store: () => storeBatchFiles(files, id) })),
  ];
  const failed: string[] = [];
  let stored = 0;
  for (const { what, store } of missing) {
    if (signal?.aborted) break;
    try {
      await store();
      stored += 1;
    } catch (error) {
      failed.push(`The files of ${what} cannot be rendered: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { stored, failed };
}
