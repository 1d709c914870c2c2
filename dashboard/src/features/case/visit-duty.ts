import { endOfMonth } from '@wallchart/charts/format';

/** The duty of a contact leader to visit so many times a month, month by month. Days are 'YYYY-MM-DD'. */

interface DutyVisit {
  readonly role: string;
  readonly visitedOn: string;
  readonly problemsFound?: number | null;
  readonly problemsFoundAtLeast: boolean;
  readonly problemsSolved?: number | null;
  readonly problemsSolvedAtLeast: boolean;
}

interface DutyContact {
  readonly role: string;
  readonly since: string;
  readonly until?: string | null;
}

export interface DutyCase {
  readonly identifiedOn: string;
  readonly firstRectifiedOn: string | null;
  readonly asOf: string;
  readonly perMonth: number | null;
  readonly visits: readonly DutyVisit[];
  readonly contacts: readonly DutyContact[];
}

/**
 * met, short: a full calendar month that the case was open and had a leader, judged as the metric VISIT_COMPLIANCE does.
 * partial: a month begun or ended within; noLeader: no one had the duty; unset: the campaign sets no number.
 */
export type DutyStanding = 'met' | 'short' | 'partial' | 'noLeader' | 'unset';

/** A number that may be a lower bound. */
interface Total {
  readonly n: number;
  readonly atLeast: boolean;
}

interface DutyMonth {
  /** '2014-07' */
  readonly month: string;
  readonly leaderVisits: number;
  readonly otherVisits: number;
  readonly found: Total;
  readonly solved: Total;
  readonly standing: DutyStanding;
}

function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  let [year, month] = from.split('-').map(Number) as [number, number];
  for (let label = from; label <= to;) {
    months.push(label);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    label = `${year}-${String(month).padStart(2, '0')}`;
  }
  return months;
}

function standingOf(duty: DutyCase, month: string, leaderVisits: number): DutyStanding {
  const first = `${month}-01`;
  const last = endOfMonth(month);
  const open =
    first >= duty.identifiedOn && last <= duty.asOf && (!duty.firstRectifiedOn || last < duty.firstRectifiedOn);
  if (!open) return 'partial';
  const led = duty.contacts.some(
    (contact) => contact.role === 'leader' && contact.since <= last && (contact.until ?? last) >= first,
  );
  if (!led) return 'noLeader';
  if (duty.perMonth === null) return 'unset';
  return leaderVisits >= duty.perMonth ? 'met' : 'short';
}

/** A sum with a lower bound in it is one. */
const totalOf = (visits: readonly DutyVisit[], of: 'problemsFound' | 'problemsSolved'): Total => ({
  n: visits.reduce((sum, visit) => sum + (visit[of] ?? 0), 0),
  atLeast: visits.some((visit) => visit[`${of}AtLeast`]),
});

/** Every month from the identification to the as-of day or, if that came first, the last visit or the rectification. */
export function visitDuty(duty: DutyCase): DutyMonth[] {
  const seen = duty.visits.filter((visit) => visit.visitedOn <= duty.asOf);
  const ended = duty.firstRectifiedOn !== null && duty.firstRectifiedOn <= duty.asOf;
  const lastVisit =
    seen
      .map((visit) => visit.visitedOn)
      .sort()
      .at(-1) ?? '';
  const end = ended ? [duty.firstRectifiedOn ?? '', lastVisit].sort().at(-1) : duty.asOf;
  const begin = [duty.identifiedOn, ...seen.map((visit) => visit.visitedOn)].sort()[0] ?? duty.identifiedOn;
  return monthsBetween(begin.slice(0, 7), (end ?? duty.asOf).slice(0, 7)).map((month) => {
    const visits = seen.filter((visit) => visit.visitedOn.startsWith(month));
    const leaderVisits = visits.filter((visit) => visit.role === 'leader').length;
    return {
      month,
      leaderVisits,
      otherVisits: visits.length - leaderVisits,
      found: totalOf(visits, 'problemsFound'),
      solved: totalOf(visits, 'problemsSolved'),
      standing: standingOf(duty, month, leaderVisits),
    };
  });
}
