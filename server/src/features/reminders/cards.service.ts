import type { OfficialDocument } from '../../rendering/document/official-document.ts';
import type { CircularDesk, Subject } from '../circulars/index.ts';
import { REPEAT_DAYS, withEarlierCards, type KnownCandidate } from './issuing/earlier-cards.ts';
import { planCards, type CardPlanning } from './plan-cards.ts';
import { findCandidates } from './rules/index.ts';
import { daysOf, headOf, subjectOfWish, type CardWish } from './subject.ts';
import { cardDocument } from './writing/card-document.ts';

export interface FoundCandidates {
  readonly subject: Subject;
  readonly candidates: readonly KnownCandidate[];
}

/** Who is to be reminded, and whether and when a card was issued before. */
export async function listCandidates(
  desk: CircularDesk,
  wish: CardWish,
  repeatDays: number | null = null,
): Promise<FoundCandidates> {
  const days = daysOf('repeatDays', repeatDays ?? REPEAT_DAYS);
  const subject = await subjectOfWish(desk, wish);
  const found = await findCandidates(desk, subject);
  const { issuedOn } = headOf(subject, desk.today, { issuer: null, replyBy: null });
  return { subject, candidates: await withEarlierCards(desk.db, subject, found, issuedOn, days) };
}

/** The cards as they would be issued, without numbers and marked as drafts. @throws WallchartError BAD_INPUT */
export function draftCards(
  desk: Pick<CircularDesk, 'today'>,
  { subject, candidates }: FoundCandidates,
  wish: { readonly issuer: string | null; readonly replyBy: string | null; readonly planning: CardPlanning },
): OfficialDocument[] {
  const head = headOf(subject, desk.today, wish);
  const createdAt = `${head.issuedOn}T00:00:00.000Z`;
  return planCards(candidates, wish.planning).map((plan) =>
    cardDocument(subject, plan, { ...head, number: null, createdAt }),
  );
}
