import type { Db } from '@wallchart/db';
import { userInfo } from 'node:os';
import { readConfig } from '../config/config.ts';
import { documentContext, type DocumentContext } from '../features/circulars/index.ts';
import { dayInShanghai } from '../domain/day.ts';
import { createMetricEngine } from '../metrics/index.ts';
import { openDatabase } from '../database/open-database.ts';
import { note } from './output.ts';

/** A context over the database of the command, which is closed again. */
export async function withDocuments(
  work: (documents: DocumentContext) => Promise<number>,
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<number> {
  // The database starts in a process of its own: there is time to load code.
  const opening = openDatabase(readConfig(), { onProgress: note });
  opening.catch(() => undefined);
  await meanwhile();
  const database = await opening;
  try {
    return await work(contextOfDatabase(database));
  } finally {
    await database.close();
  }
}

/** A context over a database that someone else closes. */
export function contextOfDatabase({ db }: { readonly db: Db }): DocumentContext {
  const engine = createMetricEngine(db);
  const source = { db, engine, scope: { kind: 'all' } } as const;
  return documentContext(source, dayInShanghai(), userInfo().username);
}
