import type { Db } from '@wallchart/db';
import { sql } from 'kysely';
import { createBoundaryLoaders, type BoundaryLoaders } from './features/boundaries/index.ts';
import { createCampaignLoaders, type CampaignLoaders } from './features/campaigns/index.ts';
import { createReportLoaders, type ReportLoaders } from './features/reports/index.ts';
import { createUnitLoaders, type UnitLoaders } from './features/units/index.ts';
import { createAnswers, type Answers } from './graph/remember-answers.ts';
import { sharedRead } from './graph/shared-read.ts';
import type { MetricEngine, Scope } from './metrics/index.ts';

/** Loaders of what is asked again and again: units, campaigns, figures; and whole answers. */
export interface SharedLoaders {
  readonly units: UnitLoaders;
  readonly boundaries: BoundaryLoaders;
  readonly campaigns: CampaignLoaders;
  readonly reports: ReportLoaders;
  readonly answers: Answers;
}

export interface LoaderPool {
  /** Loaders whose answers are those of the database at a moment after the call. */
  readonly current: (scope: Scope, today: string) => Promise<SharedLoaders>;
}

/**
 * Shares loaders between requests for as long as nobody has written anything, so that a figure is computed once and
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
