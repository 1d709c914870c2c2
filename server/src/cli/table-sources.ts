import { readConfig } from '../config/config.ts';
import type { TableSources } from '../features/tables/index.ts';
import { dayInShanghai } from '../domain/day.ts';
import { createLoaderPool } from '../app/loader-pool.ts';
import { createMetricEngine } from '../metrics/index.ts';
import { openDatabase, type OpenDatabase } from '../database/open-database.ts';
import { note } from './output.ts';

/** Gives a command the figures of its database, which is closed again. A user of this machine sees everything. */
export async function withSources(
  work: (sources: TableSources, database: OpenDatabase) => Promise<number>,
): Promise<number> {
  const database = await openDatabase(readConfig(), { onProgress: note, statementTimeoutMs: 0 });
  try {
    const { db } = database;
    const engine = createMetricEngine(db);
    const scope = { kind: 'all' } as const;
    const today = dayInShanghai();
    const loaders = await createLoaderPool(db, engine).current(scope, today);
    return await work({ db, engine, scope, today, ...loaders }, database);
  } finally {
    await database.close();
  }
}
