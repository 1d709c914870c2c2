import { listSealed } from '../circular.store.ts';
import type { CircularDesk } from '../desk.ts';
import { movedCirculars, type MovedCircular } from './moved-circulars.ts';

/** The circulars sealed before an import or form was recorded that it touched, with what has moved in them since. */
export async function movedByRun(desk: CircularDesk, recordedAt: string): Promise<MovedCircular[]> {
  const before = new Date(Date.parse(recordedAt) - 1).toISOString();
  const moved = await movedCirculars(desk, await listSealed(desk.db, recordedAt), before);
  return moved.filter(({ edition }) => edition.knownAt < recordedAt);
}
