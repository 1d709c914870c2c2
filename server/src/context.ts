import type { Db } from '@wallchart/db';
import type { Logger } from 'pino';
import { createCampaignLoaders, type CampaignLoaders } from './features/campaigns/index.ts';
import type { ImportJobs } from './features/imports/job-store.ts';
import { createCaseLoaders, type CaseLoaders } from './features/ledger/index.ts';
import { createReportLoaders, type ReportLoaders } from './features/reports/index.ts';
import { createUnitLoaders, type UnitLoaders } from './features/units/index.ts';
import { dayInShanghai } from './graph/day.ts';
import type { MetricEngine, Scope } from './metrics/index.ts';

/** What lives as long as the server does. */
export interface Services {
  readonly db: Db;
  readonly engine: MetricEngine;
  readonly jobs: ImportJobs;
  /** The clock; a test sets its own. */
  readonly now?: () => Date;
}

/** What lives as long as one request: the viewer's scope, today, and loaders that batch and remember. */
export interface GraphContext extends Services {
  readonly scope: Scope;
  /** The day in Asia/Shanghai when the request came in. */
  readonly today: string;
  readonly log: Pick<Logger, 'error' | 'warn' | 'info' | 'debug'>;
  readonly units: UnitLoaders;
  readonly campaigns: CampaignLoaders;
  readonly reports: ReportLoaders;
  readonly cases: CaseLoaders;
}

/** The context of one request. Until sign-in exists every viewer sees everything. */
export function createContext(services: Services, log: GraphContext['log']): GraphContext {
  const scope: Scope = { kind: 'all' };
  const { db, engine } = services;
  const today = dayInShanghai(services.now?.());
  return {
    ...services,
    scope,
    log,
    today,
    units: createUnitLoaders(db),
    campaigns: createCampaignLoaders(db, today),
    reports: createReportLoaders(engine, scope),
    cases: createCaseLoaders(db),
  };
}
