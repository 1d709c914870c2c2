import type { OfficialDocument } from '../../rendering/document/official-document.ts';
import type { DocumentContext, Subject } from '../circulars/index.ts';
import { REPEAT_DAYS, withEarlierCards, type KnownCandidate } from './issuing/earlier-cards.ts';
import { planCards, type CardPlanning } from './plan-reminders.ts';
import { findCandidates } from './rules/index.ts';
import { daysOf, headOf, subjectOf, type CardInput } from './subject.ts';
import { cardDocument } from './writing/card-document.ts';

export interface FoundCandidates {
  readonly subject: Subject;
  readonly candidates: readonly KnownCandidate[];
}

/** Who is to be reminded, and whether and when a card was issued before. */
export async function listCandidates(
  documents: DocumentContext,
  input: CardInput,
  repeatDays: number | null = null,
): Promise<FoundCandidates> {
  const days = daysOf('repeatDays', repeatDays ?? REPEAT_DAYS);
  const subject = await subjectOf(documents, input);
  const found = await findCandidates(documents, subject);
  const { issuedOn } = headOf(subject, documents.today, { issuer: null, replyBy: null });
  return { subject, candidates: await withEarlierCards(documents.db, subject, found, issuedOn, days) };
}

/** The cards as they would be issued, without numbers and marked as drafts. @throws WallchartError BAD_INPUT */
export function draftCards(
  documents: Pick<DocumentContext, 'today'>,
  { subject, candidates }: FoundCandidates,
  input: { readonly issuer: string | null; readonly replyBy: string | null; readonly planning: CardPlanning },
): OfficialDocument[] {
  const head = headOf(subject, documents.today, input);
  const createdAt = `${head.issuedOn}T00:00:00.000Z`;
  return planCards(candidates, input.planning).map((plan) =>
    cardDocument(subject, plan, { ...head, number: null, createdAt }),
  );
}
