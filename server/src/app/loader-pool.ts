import { sql } from 'kysely';
import { createBoundaryLoaders } from '../features/boundaries/index.ts';
import { createCampaignLoaders } from '../features/campaigns/index.ts';
import { createCaseLoaders } from '../features/ledger/index.ts';
import { createReportLoaders } from '../features/reports/index.ts';
import { createUnitLoaders } from '../features/units/index.ts';
import type { LoaderPool, SharedLoaders } from '../graphql-types/context.ts';
import { createAnswers } from '../graphql/remember-answers.ts';
import type { SystemDb } from '../database/handles.ts';
import { sharedRead } from '../loading/shared-read.ts';
import { createMetricEngine } from '../metrics/index.ts';

/**
 * Shares loaders between requests for as long as no one has written anything, so that a figure is computed once and
 * never shown stale. Two equal snapshots of PostgreSQL see the same rows, and every committed write, by whatever process,
 * makes a new one; so each request asks for the snapshot (one tiny statement, which requests that come at the same time
 * share) and takes new loaders when it is another. Viewers who may see the same share them.
 */
export function createLoaderPool(system: SystemDb): LoaderPool {
  const snapshot = sharedRead(async () => {
    const { rows } = await sql<{ snapshot: string }>`select pg_current_snapshot()::text as snapshot`.execute(system);
    return rows[0]?.snapshot ?? '';
  });
  let generation = '';
  let loaders = new Map<string, SharedLoaders>();
  return {
    ofRequest: (db) => ({ cases: createCaseLoaders(db) }),
    current: async (db, today) => {
      const seen = `${await snapshot()}|${today}`;
      if (seen !== generation) {
        generation = seen;
        loaders = new Map();
      }
      const scope = JSON.stringify(db.viewer.scope);
      const found = loaders.get(scope) ?? {
        units: createUnitLoaders(db),
        boundaries: createBoundaryLoaders(db),
        campaigns: createCampaignLoaders(db, today),
        reports: createReportLoaders(createMetricEngine(db).remembering()),
        answers: createAnswers(),
      };
      loaders.set(scope, found);
      return found;
    },
  };
}
