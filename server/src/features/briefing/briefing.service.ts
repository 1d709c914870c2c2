import type { GraphQLSchema } from 'graphql';
import type { Lang } from '../../domain/text.ts';
import type { ReadContext } from '../../graphql-types/context.ts';
import type { TrustedDocuments } from '../../graphql-types/trusted-documents.ts';
import { fileNameOf, readBriefingPage, writeBriefing } from './briefing-file.ts';
import { operationRunner } from './run-operation.ts';
import { takeSnapshot, type BriefingRequest, type Snapshot } from './snapshot.service.ts';

/** What a briefing is made from. */
export interface BriefingSources {
  readonly schema: GraphQLSchema;
  readonly documents: TrustedDocuments;
  /** Folder of the built dashboard. */
  readonly dashboardDir: string;
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
  { schema, documents, dashboardDir }: BriefingSources,
  context: ReadContext,
  query: BriefingRequest,
  lang: Lang,
  onProgress?: (done: number, known: number) => void,
): Promise<Briefing> {
  const page = await readBriefingPage(dashboardDir, documents);
  const snapshot = await takeSnapshot(context, operationRunner(schema, documents, context), query, onProgress);
  return { file: writeBriefing(page, snapshot, lang), fileName: fileNameOf(snapshot, lang), snapshot };
}
