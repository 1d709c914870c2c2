import pino from 'pino';
import { readConfig } from '../config/config.ts';
import { createReadContext, type ReadContext } from '../graphql-types/context.ts';
import { createLoaderPool } from '../app/loader-pool.ts';
import type { Principal } from '../domain/principal.ts';
import { openDatabase } from '../database/open-database.ts';
import { note } from './output.ts';

/** Gives a command what it reads for someone out of its database, which is closed again. */
export async function withSources(viewer: Principal, work: (context: ReadContext) => Promise<number>): Promise<number> {
  const config = readConfig();
  const database = await openDatabase(config, { onProgress: note, statementTimeoutMs: 0 });
  try {
    const { system } = database;
    const log = pino({ level: config.logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
    return await work(await createReadContext({ system, loaders: createLoaderPool(system) }, viewer, log));
  } finally {
    await database.close();
  }
}
