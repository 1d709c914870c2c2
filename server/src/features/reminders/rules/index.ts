import { loadCases, type CaseFacts, type DocumentContext, type Subject } from '../../circulars/index.ts';
import type { Candidate, Facts, ReminderRuleId } from './candidate.ts';
import { overdue } from './overdue.rule.ts';
import { reportsMissed } from './reports.rule.ts';
import type { CasesOf, ReminderRule } from './rule.ts';
import { visitsBelowDuty } from './visits.rule.ts';

export { ADDRESSEE_KINDS, type Candidate, type Facts, type Addressee, type AddresseeKind } from './candidate.ts';
export type { ReminderRuleId } from './candidate.ts';
export { ADDRESSEE_WARNINGS, warningOf, type AddresseeWarning } from './rank.ts';

/** Every reason for a card, in the order in which they are listed and numbered. */
export const RULES = [overdue, visitsBelowDuty, reportsMissed] as const;

/** The rule that found some facts; each rule reads its own facts only. */
export function ruleOf(id: ReminderRuleId): ReminderRule {
  return RULES.find((rule) => rule.id === id) as unknown as ReminderRule;
}

/** Who is to be reminded, by rule and then in the rule's order. */
export async function findCandidates(documents: DocumentContext, subject: Subject): Promise<Candidate[]> {
  const cases = casesOf(documents, subject);
  return (await Promise.all(RULES.map((rule) => rule.find(documents, subject, cases)))).flat();
}

function casesOf(documents: DocumentContext, subject: Subject): CasesOf {
  let all: Promise<CaseFacts[]> | undefined;
  return async (numbers) => {
    const wanted = new Set(numbers);
    all ??= loadCases(documents, subject, {});
    return (await all).filter(({ row }) => wanted.has(row.caseNo));
  };
}

export const reasonOf = (facts: Facts, lang: Subject['lang']): string => ruleOf(facts.rule).reason(facts, lang);
