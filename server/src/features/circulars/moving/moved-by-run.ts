import { listSealed } from '../circular.store.ts';
import type { DocumentContext } from '../document-context.ts';
import { movedCirculars, type MovedCircular } from './moved-circulars.ts';

/** The circulars sealed before an import or form was recorded that it touched, with what has moved in them since. */
export async function movedByRun(documents: DocumentContext, recordedAt: string): Promise<MovedCircular[]> {
  const before = new Date(Date.parse(recordedAt) - 1).toISOString();
  const moved = await movedCirculars(documents, await listSealed(documents.db, recordedAt), before);
  return moved.filter(({ edition }) => edition.knownAt < recordedAt);
}
