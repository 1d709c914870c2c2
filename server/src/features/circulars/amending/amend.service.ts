import { WallchartError } from '../../../domain/errors.ts';
import { requireCircular } from '../circular.service.ts';
import { editionsOf, insertDraft, lastRecordedAt } from '../circular.store.ts';
import type { DocumentContext } from '../document-context.ts';
import { frozenEdition } from '../sealing/edition.store.ts';
import { parseSealed } from '../sealing/frozen.ts';
import { followData } from './follow-data.ts';
import { rewritingOf } from './rewriting.ts';

/**
 * Opens a sealed circular for a new edition, of today: its figures are resolved again, and what was written from the data
 * follows them, so that a sentence that no longer holds is struck. The sealed edition stays as it is.
 *
 * @throws WallchartError UNKNOWN_CIRCULAR; CIRCULAR_NOT_SEALED; CIRCULAR_CHANGED_MEANWHILE if
 * a new edition is being written already
 */
export async function amendCircular(documents: DocumentContext, id: string): Promise<void> {
  const row = await requireCircular(documents, id);
  const last = (await editionsOf(documents.db, [id])).at(-1);
  if (!last) {
    throw new WallchartError(
      'CIRCULAR_NOT_SEALED',
      `Circular ${id} was never sealed: edit its draft. 通报尚未定稿，直接编辑草稿即可。`,
    );
  }
  const wordsKnownAt = await lastRecordedAt(documents.db);
  const { content } = parseSealed(await frozenEdition(documents.db, id, last.edition));
  const rewriting = await rewritingOf(documents, row, last.knownAt, wordsKnownAt);
  const body = rewriting ? followData(content.body, rewriting) : content.body;
  const issuedOn = documents.today > content.issuedOn ? documents.today : content.issuedOn;
  if (
    row.draft === null &&
    (await documents.record((db) => insertDraft(db, id, { ...content, body, issuedOn }, wordsKnownAt)))
  )
    return;
  throw new WallchartError(
    'CIRCULAR_CHANGED_MEANWHILE',
    `Circular ${id} has a draft already: go on with it, or discard it first. 已有草稿，请继续编辑或先放弃草稿。`,
    { circular: id },
  );
}
