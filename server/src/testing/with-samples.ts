import { beforeAll } from 'vitest';
import { poolOf } from '../cli/database.ts';
import { loadSamplesOnce } from '../samples.ts';
import type { TestApp } from './test-app.ts';

/** Both sample campaigns, imported before the tests of a file. */
export function withSamples(server: TestApp): void {
  beforeAll(async () => {
    const { orm, db } = server.database;
    const opened = { orm, db, pool: await poolOf(orm), close: async () => undefined };
    await loadSamplesOnce(opened, { say: () => undefined, signal: new AbortController().signal });
  }, 60_000);
}
