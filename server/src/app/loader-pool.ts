import { LRUCache } from 'lru-cache';
import { createBoundaryLoaders } from '../features/boundaries/index.ts';
import { createCampaignLoaders } from '../features/campaigns/index.ts';
import { createCaseLoaders } from '../features/ledger/index.ts';
import { createReportLoaders } from '../features/reports/index.ts';
import { createUnitLoaders } from '../features/units/index.ts';
import type { SystemDb, ViewerDb } from '../database/handles.ts';
import type { LoaderPool } from '../graphql-types/context.ts';
import { createAnswerStore } from '../graphql/remember-answers.ts';
import { sharedRead } from '../loading/shared-read.ts';
import { Changes } from '../loading/validity.ts';
import { createMetricEngine } from '../metrics/index.ts';
import { currentSnapshot, lookForChanges, unitsChangedSince, type Snapshot } from '../recording/changes-since.ts';

/** Viewers that something is remembered for; the one seen longest ago goes first. */
const MOST_VIEWERS = 8;

/** Rows of the change log may be pruned when they are older by far than this: who has not looked for so long forgets everything. */
const LOOKED_MS = 3_600_000;

/**
 * Shares loaders between requests, so that a figure is computed once and never shown stale: each request looks at the change
 * log first (one tiny statement, which requests that come at the same time share), and what was written since the last
 * look ends what is remembered about those units. Viewers who may see the same share them.
 */
export function createLoaderPool(system: SystemDb): LoaderPool {
  const changes = new Changes();
  const look = sharedRead(lookingAt(system, changes));
  const viewers = new LRUCache<string, ReturnType<typeof loadersOf>>({ max: MOST_VIEWERS });
  const loadersOf = (db: ViewerDb, today: string) => ({
    loaders: {
      units: createUnitLoaders(db, changes),
      boundaries: createBoundaryLoaders(db, changes),
      campaigns: createCampaignLoaders(db, today, changes),
      reports: createReportLoaders(createMetricEngine(db).remembering(changes), changes),
    },
    answers: createAnswerStore(changes),
  });
  let day = '';
  return {
    ofRequest: (db) => ({ cases: createCaseLoaders(db) }),
    current: async (db, today) => {
      await look();
      if (today !== day) viewers.clear();
      day = today;
      const scope = JSON.stringify(db.viewer.scope);
      const found = viewers.get(scope) ?? loadersOf(db, today);
      viewers.set(scope, found);
      return { ...found.loaders, answers: found.answers.now() };
    },
  };
}

/** Notes what was written since the last look. A look that fails is as if it had not been. */
function lookingAt(db: SystemDb, changes: Changes): () => Promise<void> {
  let seen: Snapshot | undefined;
  let lookedAt = 0;
  const begin = async (): Promise<Snapshot> => {
    const snapshot = await currentSnapshot(db);
    changes.note(null);
    return snapshot;
  };
  const next = async (before: Snapshot): Promise<Snapshot> => {
    const { snapshot, changed } = await lookForChanges(db, before);
    if (changed) changes.note(await unitsChangedSince(db, before));
    return snapshot;
  };
  return async () => {
    const now = Date.now();
    seen = seen === undefined || now - lookedAt > LOOKED_MS ? await begin() : await next(seen);
    lookedAt = now;
  };
}
