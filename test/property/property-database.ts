import type { Db } from '@wallchart/db';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { testDatabase } from '@wallchart/db/testing';
import { createMetricEngine } from '../../server/src/metrics/index.ts';
import { COUNTY } from '../reference/build-tree.ts';
import { loadLedger } from '../support/load-ledger.ts';
import type { MetricEngine } from '../../server/src/metrics/index.ts';
import type { Ledger } from '../reference/ledger.ts';
import { asViewer } from '../../server/testing/handles.ts';

/** One database for all runs of a file, with the engine over it. */
export interface PropertyDatabase {
  readonly url: string;
  engine: () => MetricEngine;
  db: () => Db;
  pool: () => pg.Pool;
  /** Replaces what the database says by the ledger. */
  load: (ledger: Ledger) => Promise<void>;
}

export function propertyDatabase(): PropertyDatabase {
  const database = testDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 4 });
  beforeAll(() => pool.query('select 1'));
  afterAll(() => pool.end());
  return {
    url: database.url,
    engine: () => createMetricEngine(asViewer(database.db)),
    db: () => database.db,
    pool: () => pool,
    load: (ledger) => loadLedger(pool, ledger, COUNTY),
  };
}
