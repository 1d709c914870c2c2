import { fullMonths, daysBetween } from './days.ts';
import { firstRectified, isOverdue, isRectified, latestEvaluation, stateOn } from './case-life.ts';
import { casesOf, kindOf, latestCasesOf, share } from './context.ts';
import { hundredths } from './amount.ts';
import type { Figure, Question, Share } from './context.ts';
import type { CaseRow, ContactRow, Dated } from './ledger.ts';

const DEFAULT_MEASURES = 'measures';
const DEFAULT_LEDGER = 'ledger';

/** The keys under which a case is counted in each dimension of cases. */
function caseKeys(q: Question, row: CaseRow): Record<string, string[]> {
  const graded = latestEvaluation(q.ledger, row.case_no, q.day, (e) => e.grade !== null);
  return {
    STATE: [stateOn(q.ledger, row.case_no, q.day)],
    PRIMARY_CAUSE: [row.primary_cause],
    CAUSE: [row.primary_cause, ...row.other_causes],
    GRADE: graded === null ? [] : [String(graded.grade)],
    DAY: [row.effective_on],
  };
}

function caseShare(q: Question, row: CaseRow, amount?: bigint | null): Share {
  return share(row, {
    unit: row.unit_code,
    caseNo: row.case_no,
    ...(amount === undefined ? {} : { amount }),
    keys: caseKeys(q, row),
  });
}

function countCases(q: Question, test: (row: CaseRow) => boolean): Share[] {
  const found: Share[] = [];
  for (const row of latestCasesOf(q)) if (test(row)) found.push(caseShare(q, row));
  return found;
}

/** Rows that hang on a counted case, with what they add. */
function sumBehind<T extends Dated & { case_no: string }>(
  q: Question,
  rows: readonly T[],
  add: (row: T) => { amount?: bigint | null; atLeast?: boolean; keys?: Share['keys'] } | null,
): Share[] {
  const found: Share[] = [];
  for (const owner of casesOf(q)) {
    for (const row of rows) {
      if (row.case_no !== owner.case_no) continue;
      const added = add(row);
      if (added === null) continue;
      const keys = { ...caseKeys(q, owner), DAY: [row.effective_on], ...added.keys };
      found.push(share(row, { unit: owner.unit_code, caseNo: owner.case_no, ...added, keys }));
    }
  }
  return found;
}

const rectified = (q: Question) => (row: CaseRow) => isRectified(q.ledger, q.campaign, row.case_no, q.day);
const identified = (q: Question): Share[] => countCases(q, () => true);

/** Whether the organisation has a relapsed case in the campaign and has not been rectified since. */
function hasRelapsed(q: Question, latest: CaseRow): boolean {
  if (rectified(q)(latest)) return false;
  return casesOf(q).some(
    (row) => row.unit_code === latest.unit_code && stateOn(q.ledger, row.case_no, q.day) === 'relapsed',
  );
}

function daysToRectify(q: Question): Share[] {
  const found: Share[] = [];
  for (const row of latestCasesOf(q)) {
    const first = firstRectified(q.ledger, q.campaign, row.case_no, q.day);
    if (first !== null && rectified(q)(row)) {
      found.push(caseShare(q, row, hundredths(daysBetween(row.effective_on, first))));
    }
  }
  return found;
}

function planItems(q: Question, filled: boolean): Share[] {
  const found: Share[] = [];
  for (const row of latestCasesOf(q)) {
    let items = 0;
    for (const item of q.campaign.checklist) if (!filled || isFilled(q, row, item)) items += 1;
    found.push(caseShare(q, row, hundredths(items)));
  }
  return found;
}

function isFilled(q: Question, row: CaseRow, item: string): boolean {
  if (item === DEFAULT_LEDGER) return true;
  if (item === DEFAULT_MEASURES) return q.ledger.measures.some((measure) => measure.case_no === row.case_no);
  return q.ledger.contacts.some(
    (contact) => contact.case_no === row.case_no && contact.role === item && overlaps(contact, q.day, q.day),
  );
}

function overlaps(contact: ContactRow, from: string, to: string): boolean {
  return contact.effective_on <= to && (contact.until === null || contact.until >= from);
}

function caseMonths(q: Question, compliant: boolean): Share[] {
  const found: Share[] = [];
  const wanted = q.campaign.visits_per_month ?? Number.POSITIVE_INFINITY;
  for (const row of casesOf(q)) {
    const done = firstRectified(q.ledger, q.campaign, row.case_no, q.day);
    const own = <T extends { case_no: string; role: string }>(rows: readonly T[]): T[] =>
      rows.filter((other) => other.case_no === row.case_no && other.role === 'leader');
    for (const month of fullMonths(row.effective_on, q.day)) {
      if (done !== null && month.last >= done) continue;
      if (!own(q.ledger.contacts).some((contact) => overlaps(contact, month.first, month.last))) continue;
      const visits = own(q.ledger.visits).filter(
        (visit) => visit.effective_on >= month.first && visit.effective_on <= month.last,
      );
      if (!compliant || visits.length >= wanted) found.push(caseShare(q, row));
    }
  }
  return found;
}

function satisfaction(q: Question, part: 'pleased' | 'returned'): Share[] {
  const found: Share[] = [];
  for (const row of casesOf(q)) {
    const ballot = latestEvaluation(q.ledger, row.case_no, q.day, (e) => e.kind === 'ballot');
    if (ballot === null) continue;
    const pleased = ballot.satisfied === null || ballot.fairly === null ? null : ballot.satisfied + ballot.fairly;
    const amount = part === 'returned' ? ballot.returned : pleased;
    found.push({
      ...caseShare(q, row, amount === null ? null : hundredths(amount)),
      illustrative: ballot.illustrative.includes('*'),
    });
  }
  return found;
}

/** A ballot is expected of every accepted case; one without results does not count. */
function ofBallots(q: Question): NonNullable<Figure['coverage']> {
  return {
    expected: latestCasesOf(q).filter((row) =>
      ['accepted', 'struck_off', 'consolidating'].includes(stateOn(q.ledger, row.case_no, q.day)),
    ),
    at: (unit, row) => {
      const ballot = latestEvaluation(q.ledger, row.case_no, q.day, (e) => e.kind === 'ballot');
      return (
        unit === row.unit_code &&
        ballot !== null &&
        ballot.returned !== null &&
        ballot.satisfied !== null &&
        ballot.fairly !== null
      );
    },
  };
}

const graded =
  (grade: string) =>
  (q: Question): Figure => ({
    kind: 'count',
    num: countCases(
      q,
      (row) => latestEvaluation(q.ledger, row.case_no, q.day, (e) => e.grade !== null)?.grade === grade,
    ),
  });

function measures(q: Question, test: (done: boolean, due: string | null) => boolean): Share[] {
  return sumBehind(q, q.ledger.measures, (row) =>
    test(row.done_on !== null && row.done_on <= q.day, row.due_on) ? { keys: { MEASURE_AREA: [row.area] } } : null,
  );
}

function visits(q: Question, column: 'problems_found' | 'problems_solved' | null): Share[] {
  return sumBehind(q, q.ledger.visits, (row) => {
    if (row.effective_on > q.day) return null;
    if (column === null) return {};
    const count = row[column];
    return { amount: count === null ? null : hundredths(count), atLeast: count !== null && row[`${column}_at_least`] };
  });
}

/** Every figure about cases and what hangs on them, by its identifier. */
export const caseFigures: Readonly<Record<string, (q: Question) => Figure>> = {
  IDENTIFIED: (q) => ({ kind: 'count', num: identified(q) }),
  RECTIFIED: (q) => ({ kind: 'count', num: countCases(q, rectified(q)) }),
  OUTSTANDING: (q) => ({ kind: 'count', num: countCases(q, (row) => !rectified(q)(row)) }),
  RECTIFICATION_RATE: (q) => ({ kind: 'count', num: countCases(q, rectified(q)), den: identified(q) }),
  ACCEPTED_PENDING: (q) => ({
    kind: 'count',
    num: countCases(q, (row) => stateOn(q.ledger, row.case_no, q.day) === 'accepted'),
  }),
  OVERDUE: (q) => ({ kind: 'count', num: countCases(q, (row) => isOverdue(q.ledger, q.campaign, row, q.day)) }),
  RELAPSED: (q) => ({
    kind: 'count',
    num: countCases(q, (row) => hasRelapsed(q, row)),
  }),
  IDENTIFICATION_RATIO: (q) => ({
    kind: 'count',
    num: countCases(q, (row) => kindOf(q, row.unit_code) === 'village'),
    den: 'villages',
  }),
  COMMUNITY_IDENTIFICATION_RATIO: (q) => ({
    kind: 'count',
    num: countCases(q, (row) => kindOf(q, row.unit_code) === 'community'),
    den: 'communities',
  }),
  DAYS_TO_RECTIFY: (q) => ({ kind: 'sum', denKind: 'count', num: daysToRectify(q), den: countCases(q, rectified(q)) }),
  MEASURES: (q) => ({ kind: 'count', num: measures(q, () => true) }),
  MEASURES_DONE: (q) => ({ kind: 'count', num: measures(q, (done) => done) }),
  MEASURES_OVERDUE: (q) => ({
    kind: 'count',
    num: measures(q, (done, due) => !done && due !== null && due < q.day),
  }),
  MEASURE_RATE: (q) => ({ kind: 'count', num: measures(q, (done) => done), den: measures(q, () => true) }),
  PLAN_COMPLETENESS: (q) => ({ kind: 'sum', num: planItems(q, true), den: planItems(q, false) }),
  VISITS: (q) => ({ kind: 'count', num: visits(q, null) }),
  PROBLEMS_FOUND: (q) => ({ kind: 'sum', num: visits(q, 'problems_found') }),
  PROBLEMS_SOLVED: (q) => ({ kind: 'sum', num: visits(q, 'problems_solved') }),
  VISIT_COMPLIANCE: (q) => ({
    kind: 'count',
    num: caseMonths(q, true),
    den: caseMonths(q, false),
    void: q.campaign.visits_per_month === null,
  }),
  WEAK_ECONOMY: (q) => ({
    kind: 'count',
    num: countCases(q, (row) => [row.primary_cause, ...row.other_causes].includes('C14')),
  }),
  SATISFACTION: (q) => ({
    kind: 'sum',
    num: satisfaction(q, 'pleased'),
    den: satisfaction(q, 'returned'),
    coverage: ofBallots(q),
  }),
  GRADE_GOOD: graded('good'),
  GRADE_FAIRLY_GOOD: graded('fairly_good'),
  GRADE_AVERAGE: graded('average'),
  GRADE_POOR: graded('poor'),
};
