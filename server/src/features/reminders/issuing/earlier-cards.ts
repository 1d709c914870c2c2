import type { ViewerDb } from '../../../database/handles.ts';
import { daysBetween } from '../../../domain/day.ts';
import type { Subject } from '../../circulars/index.ts';
import type { Candidate } from '../rules/index.ts';
import { cardsOfUnits, type CardRow } from './card.store.ts';

/** Within so many days of a card another about the same matter is not issued unasked. */
export const REPEAT_DAYS = 10;

/** A candidate with the last card about the same matter that is not void. */
export interface KnownCandidate extends Candidate {
  readonly lastCard: CardRow | null;
  /** The last card is less than the days to repeat after old, so that its answer may still come. */
  readonly recent: boolean;
}

/** Candidates with the cards that were issued about the same matters before. */
export async function withEarlierCards(
  db: ViewerDb,
  { campaign, knownAt }: Subject,
  candidates: readonly Candidate[],
  issuedOn: string,
  repeatDays: number,
): Promise<KnownCandidate[]> {
  const units = [...new Set(candidates.map(({ unit }) => unit))];
  const cards = await cardsOfUnits(db, campaign.id, units, knownAt);
  const last = new Map<string, CardRow>();
  for (const row of cards) {
    for (const { caseNo, unit } of row.card.matters) {
      // The same words as a candidate's key.
      const key = `${row.card.rule}:${caseNo ?? unit}`;
      if (!last.has(key)) last.set(key, row);
    }
  }
  return candidates.map((candidate) => {
    const lastCard = last.get(candidate.key) ?? null;
    const recent = lastCard !== null && Math.abs(daysBetween(lastCard.issuedOn, issuedOn)) < repeatDays;
    return { ...candidate, lastCard, recent };
  });
}
