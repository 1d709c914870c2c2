import type { Subject } from '../circulars/index.ts';
import type { ReminderBatch, ReminderCandidate, ReminderCard, ReminderGroup } from './reminder.types.ts';
import type { BatchRow, CardRow } from './issuing/card.store.ts';
import type { KnownCandidate } from './issuing/earlier-cards.ts';
import { cardNameOf } from './plan-reminders.ts';
import { reasonOf, RULES, warningOf, type Facts } from './rules/index.ts';

export function presentCard(row: CardRow): ReminderCard {
  const { rule, recipient, matters } = row.card;
  const shown = row.within === null ? matters : matters.filter((_, i) => row.within!.includes(i + 1));
  return {
    ...row,
    rule,
    answeredBy: recipient.post,
    matters: shown.map((matter) => ({ ...matter, asOf: row.asOf })),
    matterCount: matters.length,
  };
}

export const presentBatches = (batches: readonly BatchRow[], cards: readonly CardRow[]): ReminderBatch[] => {
  const byBatch = Map.groupBy(cards, ({ batch }) => batch);
  return batches.map((row) => ({
    ...row,
    reminderCount: row.cardCount,
    reminders: (byBatch.get(row.id) ?? []).map(presentCard),
    row,
  }));
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

export function presentCandidate(candidate: KnownCandidate, subject: Subject): ReminderCandidate {
  const { key, unit, caseNo, organisation, addressees, facts, lastCard, recent } = candidate;
  return {
    key,
    rule: facts.rule,
    caseNo,
    organisation: organisation.text,
    answeredBy: addressees[0].post,
    addressees: addressees.map((addressee) => ({
      kind: addressee.kind,
      post: addressee.post,
      illustrative: addressee.illustrative,
      warning: warningOf(subject, addressee),
      card: cardNameOf(candidate, addressee),
    })),
    reason: reasonOf(facts, subject.lang),
    illustrative: organisation.illustrative || isIllustrative(facts),
    lastReminder: lastCard && presentCard(lastCard),
    recent,
    unitKey: { code: unit, on: subject.asOf },
  };
}

/** One group a rule, those with no one to remind included. */
export const presentGroups = (candidates: readonly KnownCandidate[], subject: Subject): ReminderGroup[] =>
  RULES.map(({ id, label, definition, metric }) => ({
    rule: id,
    label: label[subject.lang],
    definition: definition[subject.lang],
    metric,
    candidates: candidates.filter(({ facts }) => facts.rule === id).map((each) => presentCandidate(each, subject)),
  }));
