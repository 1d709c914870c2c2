import { readConfig } from '../config/config.ts';
import { documentContext, type DocumentContext } from '../features/circulars/index.ts';
import { dayInShanghai } from '../domain/day.ts';
import type { SystemDb } from '../database/handles.ts';
import type { Principal } from '../domain/principal.ts';
import { openDatabase } from '../database/open-database.ts';
import { note } from './output.ts';

/** A context of someone over the database of the command, which is closed again. */
export async function withDocuments(
  principal: Principal,
  work: (documents: DocumentContext) => Promise<number>,
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<number> {
  // The database starts in a process of its own: there is time to load code.
  const opening = openDatabase(readConfig(), { onProgress: note });
  opening.catch(() => undefined);
  await meanwhile();
  const database = await opening;
  try {
    return await work(contextOfDatabase(database.system, principal));
  } finally {
    await database.close();
  }
}

/** A context over a database that someone else closes. */
export const contextOfDatabase = (system: SystemDb, principal: Principal): DocumentContext =>
  documentContext(system.reading(principal), (work) => system.recording(principal, work), dayInShanghai());
