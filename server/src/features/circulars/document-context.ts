import type { RecorderDb, Recorder, ViewerDb } from '../../database/handles.ts';
import { createMetricEngine } from '../../metrics/index.ts';
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
  readonly record: Recorder;
}

/** What files are read from, and stored in once they are rendered. */
export type FileStore = Pick<DocumentContext, 'db' | 'record'>;

/** A context that remembers nothing from before: for commands, and for what is to be sealed. */
export function documentContext(db: ViewerDb, record: Recorder, today: string): DocumentContext {
  const engine = createMetricEngine(db);
  return {
    db,
    engine,
    record,
    today,
    campaigns: createCampaignLoaders(db, today),
    units: createUnitLoaders(db),
    reports: createReportLoaders(engine),
  };
}

/** What is done inside one transaction, which everything is read through. */
export interface RecordingContext extends DocumentContext {
  readonly db: RecorderDb;
}

/** Does all or nothing. Many may do so at once, and none waits for another's connection. */
export const inRecording = <T>(
  documents: DocumentContext,
  work: (inside: RecordingContext) => Promise<T>,
): Promise<T> => documents.record((db) => work({ ...documentContext(db, (inner) => inner(db), documents.today), db }));
