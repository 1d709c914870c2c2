import { sql } from 'kysely';
import { WallchartError } from '../../../domain/errors.ts';
import type { DocumentContext } from '../../circulars/index.ts';
import { insertVoid, requireCard, type CardRow } from './card.store.ts';

const LONGEST_REASON = 200;

/**
 * Declares an issued card void (作废) for a reason. It keeps its number and its place in the lists, says that it is void,
 * and no longer counts as a card about its matters.
 *
 * @throws WallchartError UNKNOWN_REMINDER, REMINDER_VOID if it is void already, BAD_INPUT without a reason
 */
export function voidCard({ record }: Pick<DocumentContext, 'record'>, id: string, reason: string): Promise<CardRow> {
  const why = reason.trim();
  if (why === '' || why.length > LONGEST_REASON) {
    throw new WallchartError(
      'BAD_INPUT',
      `reason: expected 1 to ${LONGEST_REASON} characters. 请填写作废原因，不超过${LONGEST_REASON}字。`,
      { place: 'reason' },
    );
  }
  return record(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtext('wallchart.reminders'))`.execute(transaction);
    const card = await requireCard(transaction, id);
    if (card.voided) {
      throw new WallchartError('REMINDER_VOID', `Card ${card.number} is already void. 该卡已作废。`, { card: id });
    }
    await insertVoid(transaction, card, why);
    return requireCard(transaction, id);
  });
}
