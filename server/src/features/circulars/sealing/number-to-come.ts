import type { Db } from '@wallchart/db';
import { nextNumber, writeNumber } from '../../../sealing/document-number.ts';
import { requireDraft } from '../circular.service.ts';
import { editionsOf, type CircularRow } from '../circular.store.ts';

/** The number that a draft would get if it were sealed now: that of the first edition, else the next of its issuer. */
export async function numberToCome(db: Db, row: CircularRow): Promise<string> {
  const { issuer, issuedOn } = requireDraft(row).content;
  const [first] = await editionsOf(db, [row.id]);
  return first
    ? first.number
    : writeNumber(await nextNumber(db, 'circular', issuer, Number(issuedOn.slice(0, 4))), row.lang);
}
