import type { CircularDesk, Subject } from '../../circulars/index.ts';
import type { Candidate, Facts, ReminderRuleId } from './candidate.ts';
import { overdue } from './overdue.rule.ts';
import { reportsMissed } from './reports.rule.ts';
import type { ReminderRule } from './rule.ts';
import { visitsBelowDuty } from './visits.rule.ts';

export type { Candidate, Facts, Recipient, ReminderRuleId } from './candidate.ts';

/** Every reason for a card, in the order in which they are listed and numbered. */
export const RULES = [overdue, visitsBelowDuty, reportsMissed] as const;

/** The rule that found some facts; each rule reads its own facts only. */
export function ruleOf(id: ReminderRuleId): ReminderRule {
  return RULES.find((rule) => rule.id === id) as unknown as ReminderRule;
}

/** Who is to be reminded, by rule and then in the rule's order. */
export async function findCandidates(desk: CircularDesk, subject: Subject): Promise<Candidate[]> {
  return (await Promise.all(RULES.map((rule) => rule.find(desk, subject)))).flat();
}

export const reasonOf = (facts: Facts, lang: Subject['lang']): string => ruleOf(facts.rule).reason(facts, lang);
