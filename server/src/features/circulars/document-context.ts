import { createCampaignLoaders, type CampaignLoaders } from '../campaigns/index.ts';
import { createReportLoaders, type ReportLoaders } from '../reports/index.ts';
import { createUnitLoaders } from '../units/index.ts';
import type { FigureSource } from './subject.ts';

/** What circulars need of a request or a command. */
export interface DocumentContext extends FigureSource {
  readonly campaigns: CampaignLoaders;
  readonly reports: ReportLoaders;
  /** Day in Asia/Shanghai. */
  readonly today: string;
  /** Who is noted as the writer. */
  readonly user: string;
}

/** A context that remembers nothing from before: for commands, and for what is to be sealed. */
export const documentContext = (source: Omit<FigureSource, 'units'>, today: string, user: string): DocumentContext => ({
  ...source,
  campaigns: createCampaignLoaders(source.db, today),
  units: createUnitLoaders(source.db),
  reports: createReportLoaders(source.engine, source.scope),
  today,
  user,
});
