import type { ViewerDb } from '../../database/handles.ts';
import { addDays } from '../../domain/day.ts';
import { WallchartError } from '../../domain/errors.ts';
import type { Campaign } from '../campaigns/index.ts';
import { sealedBefore } from './circular.store.ts';
import type { Subject } from './subject.ts';

/**
 * What a circular's changes are counted from: a day that was asked for; else the last sealed circular of the unit, at
 * the moment it was sealed, so that a reader who holds both sees the difference of what is printed; else the end of the
 * month before, unless the campaign had not begun.
 */
export async function previousOf(
  db: ViewerDb,
  campaign: Campaign,
  unit: string,
  asOf: string,
  requested: string | null,
): Promise<Subject['previous']> {
  if (requested !== null && requested >= asOf) {
    throw new WallchartError(
      'BAD_DATE',
      `previous: ${requested} must be before the cut-off, ${asOf}. 上期截止日应早于本期。`,
    );
  }
  const sealed = await sealedBefore(db, campaign.id, unit, { asOf, on: requested });
  if (sealed) return { ...sealed, sealed: true };
  if (requested !== null) return { asOf: requested, knownAt: null, sealed: false };
  const monthEnd = addDays(`${asOf.slice(0, 7)}-01`, -1);
  return monthEnd < campaign.startOn ? null : { asOf: monthEnd, knownAt: null, sealed: false };
}
