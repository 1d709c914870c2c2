import type { Db } from '@wallchart/db';
import type { ReportLoaders, ReportSources } from '../../features/reports/index.ts';
import type { ChartKind } from './kinds.ts';

/** Where the figures come from; a request's context is one. */
export interface ChartSources extends ReportSources {
  readonly db: Db;
  readonly reports: ReportLoaders;
}

/** Which chart of which report, in which language. */
export interface ChartAsk {
  readonly kind: ChartKind;
  readonly campaign: string;
  readonly unit: string;
  /** `YYYY-MM-DD`; null: the campaign's default day. */
  readonly asOf: string | null;
  /** ISO moment; null is now. */
  readonly knownAt: string | null;
  readonly tree: 'then' | 'now';
  readonly lang: 'zh' | 'en';
}
