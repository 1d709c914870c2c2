import type { Db } from '@wallchart/db';
import type { Logger } from 'pino';
import type { ImportJobs } from './features/imports/job-store.ts';
import { createCaseLoaders, type CaseLoaders } from './features/ledger/index.ts';
import { dayInShanghai } from './graph/day.ts';
import type { LoaderPool, SharedLoaders } from './loader-pool.ts';
import type { MetricEngine, Scope } from './metrics/index.ts';
import type { UploadStore } from './uploads/upload-store.ts';

/** What lives as long as the server does. */
export interface Services {
  readonly db: Db;
  readonly engine: MetricEngine;
  readonly loaders: LoaderPool;
  readonly jobs: ImportJobs;
  readonly uploads: UploadStore;
  /** The clock; a test sets its own. */
  readonly now?: () => Date;
}

/** What a request works with: the viewer's scope, today, and loaders that batch and remember. */
export interface GraphContext extends Services, SharedLoaders {
  readonly scope: Scope;
  /** The day in Asia/Shanghai when the request came in. */
  readonly today: string;
  readonly log: Pick<Logger, 'error' | 'warn' | 'info' | 'debug'>;
  readonly cases: CaseLoaders;
}

/** What only reads needs; a command has no imports under way and no uploads. */
export type ReadServices = Omit<Services, 'jobs' | 'uploads'>;
export type ReadContext = Omit<GraphContext, 'jobs' | 'uploads'>;

/** The context of one request. Until sign-in exists every viewer sees everything. */
export async function createContext(services: Services, log: GraphContext['log']): Promise<GraphContext> {
  const { jobs, uploads } = services;
  return { ...(await createReadContext(services, log)), jobs, uploads };
}

/** The same for what asks the graph in this process: files and commands. */
export async function createReadContext(services: ReadServices, log: GraphContext['log']): Promise<ReadContext> {
  const scope: Scope = { kind: 'all' };
  const today = dayInShanghai(services.now?.());
  const shared = await services.loaders.current(scope, today);
  return { ...services, ...shared, scope, log, today, cases: createCaseLoaders(services.db) };
}
