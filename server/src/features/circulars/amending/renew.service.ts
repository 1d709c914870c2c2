import { changedMeanwhile, requireCircular, requireDraft } from '../circular.service.ts';
import { findCircular, lastRecordedAt, updateDraft } from '../circular.store.ts';
import type { DocumentContext } from '../document-context.ts';
import { followData } from './follow-data.ts';
import { rewritingOfDraft } from './rewriting.ts';

/**
 * Rewrites the generated sentences of a draft whose data have changed. Text that a person wrote or edited stays.
 *
 * @throws WallchartError UNKNOWN_CIRCULAR, CIRCULAR_NOT_IN_DRAFT, CIRCULAR_CHANGED_MEANWHILE
 */
export async function renewDraft(documents: DocumentContext, id: string, revision: number): Promise<void> {
  const row = await requireCircular(documents, id);
  const draft = requireDraft(row);
  const wordsKnownAt = await lastRecordedAt(documents.db);
  const rewriting = await rewritingOfDraft(documents, row, wordsKnownAt);
  const { content } = draft;
  const renewed = rewriting ? { ...content, body: followData(content.body, rewriting) } : content;
  if (
    draft.revision === revision &&
    (await documents.record((db) => updateDraft(db, id, revision, renewed, wordsKnownAt)))
  )
    return;
  throw changedMeanwhile(id, revision, (await findCircular(documents.db, id))?.draft?.revision ?? null);
}
