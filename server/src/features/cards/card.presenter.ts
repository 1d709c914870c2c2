import type { Lang } from '../../graph/enums.ts';
import type { ReminderBatch, ReminderCandidate, ReminderCard, ReminderGroup } from './card.types.ts';
import type { BatchRow, CardRow } from './issuing/card.store.ts';
import type { KnownCandidate } from './issuing/earlier-cards.ts';
import { thawCard } from './issuing/frozen.ts';
import { reasonOf, RULES, type Facts } from './rules/index.ts';

export function presentCard(row: CardRow): ReminderCard {
  const { organisation, recipient } = thawCard(row.frozen);
  return { ...row, organisation, answeredBy: recipient.post, row };
}

export const presentBatches = (batches: readonly BatchRow[], cards: readonly CardRow[]): ReminderBatch[] => {
  const byBatch = Map.groupBy(cards, ({ batch }) => batch);
  return batches.map((row) => ({ ...row, cards: (byBatch.get(row.id) ?? []).map(presentCard), row }));
};

function isIllustrative(facts: Facts): boolean {
  switch (facts.rule) {
    case 'OVERDUE':
      return facts.illustrative.includes('*') || facts.illustrative.includes('deadline');
    case 'VISITS_BELOW_DUTY':
      return facts.illustrative;
    case 'REPORTS_MISSED':
      return facts.missed.some(({ illustrative }) => illustrative);
  }
}

export const presentCandidate = (
  { key, unit, caseNo, organisation, recipient, facts, lastCard, recent }: KnownCandidate,
  on: string,
  lang: Lang,
): ReminderCandidate => ({
  key,
  rule: facts.rule,
  caseNo,
  organisation: organisation.text,
  answeredBy: recipient.post,
  reason: reasonOf(facts, lang),
  illustrative: organisation.illustrative || isIllustrative(facts),
  lastCard: lastCard && presentCard(lastCard),
  recent,
  unitKey: { code: unit, on },
});

/** One group a rule, those with nobody to remind included. */
export const presentGroups = (candidates: readonly KnownCandidate[], on: string, lang: Lang): ReminderGroup[] =>
  RULES.map(({ id, label, definition, metric }) => ({
    rule: id,
    label: label[lang],
    definition: definition[lang],
    metric,
    candidates: candidates.filter(({ facts }) => facts.rule === id).map((each) => presentCandidate(each, on, lang)),
  }));
