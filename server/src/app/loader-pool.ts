import type { Db } from '@wallchart/db';
import { sql } from 'kysely';
import { createBoundaryLoaders } from '../features/boundaries/index.ts';
import { createCampaignLoaders } from '../features/campaigns/index.ts';
import { createCaseLoaders } from '../features/ledger/index.ts';
import { createReportLoaders } from '../features/reports/index.ts';
import { createUnitLoaders } from '../features/units/index.ts';
import type { LoaderPool, SharedLoaders } from '../graphql-types/context.ts';
import { createAnswers } from '../graphql/remember-answers.ts';
import { sharedRead } from '../loading/shared-read.ts';
import type { MetricEngine } from '../metrics/index.ts';

/**
 * Shares loaders between requests for as long as no one has written anything, so that a figure is computed once and
 * never shown stale. Two equal snapshots of PostgreSQL see the same rows, and every committed write, by whatever process,
 * makes a new one; so each request asks for the snapshot (one tiny statement, which requests that come at the same time
 * share) and takes new loaders when it is another.
 */
export function createLoaderPool(db: Db, engine: MetricEngine): LoaderPool {
  const snapshot = sharedRead(async () => {
    const { rows } = await sql<{ snapshot: string }>`select pg_current_snapshot()::text as snapshot`.execute(db);
    return rows[0]?.snapshot ?? '';
  });
  let generation = '';
  let loaders = new Map<string, SharedLoaders>();
  return {
    ofRequest: () => ({ cases: createCaseLoaders(db) }),
    current: async (scope, today) => {
      const seen = `${await snapshot()}|${today}`;
      if (seen !== generation) {
        generation = seen;
        loaders = new Map();
      }
      const viewer = JSON.stringify(scope);
      const found = loaders.get(viewer) ?? {
        units: createUnitLoaders(db),
        boundaries: createBoundaryLoaders(db, scope),
        campaigns: createCampaignLoaders(db, today),
        reports: createReportLoaders(engine.remembering(), scope),
        answers: createAnswers(),
      };
      loaders.set(viewer, found);
      return found;
    },
  };
}
