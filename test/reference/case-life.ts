import { STATES } from './ledger.ts';
import type { CampaignRow, CaseRow, EvaluationRow, Ledger, State, TransitionRow } from './ledger.ts';

const rank = (state: State): number => STATES.indexOf(state);

function stepsUntil(ledger: Ledger, caseNo: string, day: string): TransitionRow[] {
  const steps: TransitionRow[] = [];
  for (const step of ledger.transitions) if (step.case_no === caseNo && step.effective_on <= day) steps.push(step);
  return steps.sort((a, b) =>
    a.effective_on === b.effective_on ? rank(a.state) - rank(b.state) : a.effective_on < b.effective_on ? -1 : 1,
  );
}

/** The state of a case on a day: its last step until then, else identified. */
export function stateOn(ledger: Ledger, caseNo: string, day: string): State {
  return stepsUntil(ledger, caseNo, day).at(-1)?.state ?? 'identified';
}

function counts(state: State, campaign: CampaignRow): boolean {
  return state !== 'relapsed' && rank(state) >= rank(campaign.rectified_from);
}

/** Whether the case counts as rectified on the day, by its campaign's setting; a relapsed one no longer does. */
export function isRectified(ledger: Ledger, campaign: CampaignRow, caseNo: string, day: string): boolean {
  return counts(stateOn(ledger, caseNo, day), campaign);
}

/** The first day on which the case ever counted as rectified, known up to that day. */
export function firstRectified(ledger: Ledger, campaign: CampaignRow, caseNo: string, day: string): string | null {
  return stepsUntil(ledger, caseNo, day).find((step) => counts(step.state, campaign))?.effective_on ?? null;
}

/** Outstanding on the day with a deadline (its own, else the campaign's) before it. */
export function isOverdue(ledger: Ledger, campaign: CampaignRow, row: CaseRow, day: string): boolean {
  const deadline = row.deadline ?? campaign.deadline;
  return !isRectified(ledger, campaign, row.case_no, day) && deadline !== null && deadline < day;
}

/** The last evaluation of a case until the day that the test accepts. */
export function latestEvaluation(
  ledger: Ledger,
  caseNo: string,
  day: string,
  accepts: (row: EvaluationRow) => boolean,
): EvaluationRow | null {
  let latest: EvaluationRow | null = null;
  for (const row of ledger.evaluations) {
    if (row.case_no !== caseNo || row.effective_on > day || !accepts(row)) continue;
    if (latest === null || row.effective_on > latest.effective_on) latest = row;
  }
  return latest;
}
