import type { Db } from '@wallchart/db';
import type { GraphQLSchema } from 'graphql';
import type { Lang } from '../../domain/text.ts';
import { createReadContext, type GraphContext, type ReadServices } from '../../graphql-types/context.ts';
import type { TrustedDocuments } from '../../graphql-types/trusted-documents.ts';
import { fileNameOf, readBriefingPage, writeBriefing } from './briefing-file.ts';
import { operationRunner } from './run-operation.ts';
import { takeSnapshot, type BriefingRequest, type Snapshot } from './snapshot.service.ts';

/** What a briefing is made from. */
export interface BriefingSources {
  readonly db: Db;
  readonly schema: GraphQLSchema;
  readonly services: ReadServices;
  readonly documents: TrustedDocuments;
  /** Folder of the built dashboard. */
  readonly dashboardDir: string;
  readonly log: GraphContext['log'];
}

export interface Briefing {
  readonly file: Buffer;
  readonly fileName: string;
  readonly snapshot: Snapshot;
}

/**
 * From the database to one file, for what the viewer may see.
 *
 * @throws WallchartError NOT_BUILT, BRIEFING_TOO_LARGE, and what the API answers to a wrong campaign, unit or day
 */
export async function makeBriefing(
  sources: BriefingSources,
  query: BriefingRequest,
  lang: Lang,
  onProgress?: (done: number, known: number) => void,
): Promise<Briefing> {
  const { db, schema, services, documents, dashboardDir, log } = sources;
  const page = await readBriefingPage(dashboardDir, documents);
  const context = await createReadContext(services, log);
  const snapshot = await takeSnapshot(db, context, operationRunner(schema, documents, context), query, onProgress);
  return { file: writeBriefing(page, snapshot, lang), fileName: fileNameOf(snapshot, lang), snapshot };
}
