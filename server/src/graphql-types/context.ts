import type { Logger } from 'pino';
import { DASHBOARD } from '../access/principals.ts';
import type { Recorder, SystemDb, ViewerDb } from '../database/handles.ts';
import { dayInShanghai } from '../domain/day.ts';
import type { Principal } from '../domain/principal.ts';
import type { UploadStore } from '../jobs/uploads/upload-store.ts';
import { createMetricEngine, type MetricEngine } from '../metrics/index.ts';

/*
 * What a resolver works with. A feature adds its own part to the interfaces below by declaration merging, beside the code
 * that makes it, so that this room knows no feature.
 */

/** Loaders that requests share for as long as nothing is written. */
// oxlint-disable-next-line typescript/no-empty-interface -- features fill it
export interface SharedLoaders {}

/** Loaders of one request. */
// oxlint-disable-next-line typescript/no-empty-interface -- features fill it
export interface RequestLoaders {}

export interface LoaderPool {
  /** Loaders of the viewer whose answers are those of the database at a moment after the call. */
  readonly current: (db: ViewerDb, today: string) => Promise<SharedLoaders>;
  readonly ofRequest: (db: ViewerDb) => RequestLoaders;
}

/** What reading needs, for as long as the process lives; a command has no imports under way and no uploads. */
export interface ReadServices {
  readonly system: SystemDb;
  readonly loaders: LoaderPool;
  /** The clock; a test sets its own. */
  readonly now?: () => Date;
}

/** What lives as long as the server does. */
export interface Services extends ReadServices {
  readonly uploads: UploadStore;
}

/** What reading works with: the database for the viewer, today, and loaders that batch and remember. */
export interface ReadContext extends SharedLoaders, RequestLoaders {
  readonly db: ViewerDb;
  readonly engine: MetricEngine;
  /** The day in Asia/Shanghai when the request came in. */
  readonly today: string;
  readonly log: Pick<Logger, 'error' | 'warn' | 'info' | 'debug'>;
}

/** What a request works with; the database itself is no part of it. */
export interface GraphContext extends ReadContext, Omit<Services, keyof ReadServices> {
  /** Writes for the viewer. */
  readonly record: Recorder;
}

/** The context of a request. */
export async function createContext(
  { system, loaders, now, ...services }: Services,
  log: ReadContext['log'],
): Promise<GraphContext> {
  const viewer = DASHBOARD;
  const context = await createReadContext({ system, loaders, now }, viewer, log);
  return { ...services, ...context, record: (work) => system.recording(viewer, work) };
}

/** The same for what only reads: files, commands, and large operations in their process. */
export async function createReadContext(
  { system, loaders, now }: ReadServices,
  viewer: Principal,
  log: ReadContext['log'],
): Promise<ReadContext> {
  const db = system.reading(viewer);
  const today = dayInShanghai(now?.());
  const shared = await loaders.current(db, today);
  return { ...shared, ...loaders.ofRequest(db), db, engine: createMetricEngine(db), log, today };
}
