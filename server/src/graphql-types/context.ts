import type { Db } from '@wallchart/db';
import type { Logger } from 'pino';
import { dayInShanghai } from '../domain/day.ts';
import type { UploadStore } from '../jobs/uploads/upload-store.ts';
import type { MetricEngine, Scope } from '../metrics/index.ts';

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
  /** Loaders whose answers are those of the database at a moment after the call. */
  readonly current: (scope: Scope, today: string) => Promise<SharedLoaders>;
  readonly ofRequest: () => RequestLoaders;
}

/** What reading needs, for as long as the process lives; a command has no imports under way and no uploads. */
export interface ReadServices {
  readonly db: Db;
  readonly engine: MetricEngine;
  readonly loaders: LoaderPool;
  /** The clock; a test sets its own. */
  readonly now?: () => Date;
}

/** What lives as long as the server does. */
export interface Services extends ReadServices {
  readonly uploads: UploadStore;
}

/** What a request works with: the viewer's scope, today, and loaders that batch and remember. */
export interface ReadContext extends ReadServices, SharedLoaders, RequestLoaders {
  readonly scope: Scope;
  /** The day in Asia/Shanghai when the request came in. */
  readonly today: string;
  readonly log: Pick<Logger, 'error' | 'warn' | 'info' | 'debug'>;
}

export interface GraphContext extends ReadContext, Services {}

/** The context of one request. Until sign-in exists every viewer sees everything. */
export async function createContext(services: Services, log: ReadContext['log']): Promise<GraphContext> {
  return { ...services, ...(await createReadContext(services, log)) };
}

/** The same for files and commands, which query the graph in this process. */
export async function createReadContext(services: ReadServices, log: ReadContext['log']): Promise<ReadContext> {
  const scope: Scope = { kind: 'all' };
  const today = dayInShanghai(services.now?.());
  const shared = await services.loaders.current(scope, today);
  return { ...services, ...shared, ...services.loaders.ofRequest(), scope, log, today };
}
