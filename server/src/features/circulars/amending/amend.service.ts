import { WallchartError } from '../../../errors.ts';
import { requireCircular } from '../circular.service.ts';
import { editionsOf, insertDraft } from '../circular.store.ts';
import type { CircularDesk } from '../desk.ts';
import { frozenEdition } from '../sealing/edition.store.ts';
import { thaw } from '../sealing/frozen.ts';

/**
 * Opens a sealed circular for a new edition: its text as it was sealed, its figures resolved anew. The sealed edition
 * stays as it is.
 *
 * @throws WallchartError UNKNOWN_CIRCULAR; CIRCULAR_NOT_SEALED; CIRCULAR_CHANGED_MEANWHILE if
 * a new edition is being written already
 */
export async function amendCircular(desk: CircularDesk, id: string): Promise<void> {
  const { draft } = await requireCircular(desk, id);
  const last = (await editionsOf(desk.db, [id])).at(-1);
  if (!last) {
    throw new WallchartError(
      'CIRCULAR_NOT_SEALED',
      `Circular ${id} was never sealed: edit its draft. 通报尚未封存，直接编辑草稿即可。`,
    );
  }
  const { content } = thaw(await frozenEdition(desk.db, id, last.edition));
  if (draft === null && (await insertDraft(desk.db, id, content))) return;
  throw new WallchartError(
    'CIRCULAR_CHANGED_MEANWHILE',
    `Circular ${id} has a draft already: go on with it, or discard it first. 已有草稿，请继续编辑或先放弃草稿。`,
    { circular: id },
  );
}
