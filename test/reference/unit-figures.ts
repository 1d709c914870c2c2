import { casesOf, latestCasesOf, ofCampaign, ofCampaignUnit, share } from './context.ts';
import { hundredths } from './amount.ts';
import { ancestorAt, unitOn } from './tree.ts';
import { caseFigures } from './case-figures.ts';
import type { Figure, Question, Share } from './context.ts';
import type { CountRow, OperatingRow, PayRow, VenueRow } from './ledger.ts';

const COUNTY_LEVEL = 3;

function items(q: Question, rows: readonly CountRow[], signs: Readonly<Record<string, bigint>>): Share[] {
  const found: Share[] = [];
  for (const row of ofCampaign(q, rows)) {
    const sign = signs[row.item];
    if (sign === undefined) continue;
    const keys = { DAY: [row.effective_on] };
    found.push(share(row, { unit: row.unit_code, amount: sign * hundredths(row.count), atLeast: row.at_least, keys }));
  }
  return found;
}

const team =
  (signs: Readonly<Record<string, bigint>>) =>
  (q: Question): Figure => ({
    kind: 'sum',
    num: items(q, q.ledger.team, signs),
  });
const support =
  (item: string) =>
  (q: Question): Figure => ({
    kind: 'sum',
    num: items(q, q.ledger.supports, { [item]: 1n }),
  });

function venues(q: Question, add: (row: VenueRow) => bigint | null | 'leave out' = () => hundredths(1)): Share[] {
  const found: Share[] = [];
  for (const row of ofCampaign(q, q.ledger.venues)) {
    const amount = add(row);
    if (amount === 'leave out') continue;
    found.push(share(row, { unit: row.unit_code, amount, keys: { VENUE_WAY: [row.way], DAY: [row.effective_on] } }));
  }
  return found;
}

function raisedFor(q: Question, unit: string): bigint {
  let sum = 0n;
  for (const fund of ofCampaign(q, q.ledger.venue_funds)) {
    if (fund.unit_code === unit) sum += hundredths(fund.amount_yuan);
  }
  return sum;
}

function venueGap(q: Question, row: VenueRow): bigint | null {
  if (row.estimate_yuan === null) return null;
  const gap = hundredths(row.estimate_yuan) - raisedFor(q, row.unit_code);
  return gap > 0n ? gap : 0n;
}

function funds(q: Question, table: 'venue_funds' | 'project_funds'): Share[] {
  return ofCampaign(q, q.ledger[table]).map((row) =>
    share(row, {
      unit: row.unit_code,
      amount: hundredths(row.amount_yuan),
      keys: { FUND_SOURCE: [row.source], DAY: [row.effective_on] },
    }),
  );
}

/** What is due to a unit: as entered, else by the county's own tiers, else by the general ones. */
function dueOf(q: Question, row: OperatingRow): bigint | null {
  if (row.due_yuan !== null) return hundredths(row.due_yuan);
  const unit = unitOn(q.ledger, row.unit_code, q.treeDay);
  const county = ancestorAt(q.ledger, row.unit_code, COUNTY_LEVEL, q.treeDay);
  const ofKind = q.ledger.tiers.filter((tier) => tier.kind === unit?.kind);
  const own = ofKind.filter((tier) => tier.county_code === county);
  const tiers = own.length > 0 ? own : ofKind.filter((tier) => tier.county_code === '*');
  if (unit?.kind === 'community') return tiers[0] === undefined ? null : hundredths(tiers[0].due_yuan);
  let due: bigint | null = null;
  let over = -2;
  for (const tier of tiers) {
    if (unit === null || unit.population === null || unit.population <= tier.population_over) continue;
    if (tier.population_over > over) {
      over = tier.population_over;
      due = hundredths(tier.due_yuan);
    }
  }
  return due;
}

function operating(
  q: Question,
  amount: (due: bigint | null, paid: bigint | null) => bigint | null,
  onlyPaid = false,
): Share[] {
  const found: Share[] = [];
  for (const row of ofCampaignUnit(q, q.ledger.operating_funds)) {
    if (row.year !== Number(q.day.slice(0, 4))) continue;
    const paid = row.paid_on <= q.day ? hundredths(row.paid_yuan) : null;
    if (onlyPaid && paid === null) continue;
    const keys = { DAY: [row.effective_on] };
    found.push(share(row, { unit: row.unit_code, amount: amount(dueOf(q, row), paid), keys }));
  }
  return found;
}

function gapOf(due: bigint | null, paid: bigint | null): bigint | null {
  if (due === null) return null;
  return due > (paid ?? 0n) ? due - (paid ?? 0n) : 0n;
}

function economy(q: Question, onlyWithout: boolean): Share[] {
  const found: Share[] = [];
  for (const row of ofCampaignUnit(q, q.ledger.economy)) {
    const income = hundredths(row.income_yuan);
    if (row.year !== Number(q.day.slice(0, 4)) || (onlyWithout && income > 0n)) continue;
    found.push(share(row, { unit: row.unit_code, amount: onlyWithout ? hundredths(1) : income, keys: {} }));
  }
  return found;
}

/** The last row of each unit and class until the day. */
function latestPay(q: Question): PayRow[] {
  const rows = ofCampaignUnit(q, q.ledger.remuneration);
  return rows.filter(
    (row) =>
      !rows.some(
        (other) =>
          other.unit_code === row.unit_code && other.class === row.class && other.effective_on > row.effective_on,
      ),
  );
}

function pay(q: Question, test: (row: PayRow) => boolean, amount: (row: PayRow) => bigint): Share[] {
  return latestPay(q)
    .filter(test)
    .map((row) => share(row, { unit: row.unit_code, amount: amount(row), keys: { CADRE_CLASS: [row.class] } }));
}

const increase =
  (cls: PayRow['class']) =>
  (q: Question): Figure => {
    const before = (row: PayRow): bigint => BigInt(row.headcount) * hundredths(row.before_yuan);
    const after = (row: PayRow): bigint => BigInt(row.headcount) * hundredths(row.after_yuan);
    const ofClass = (row: PayRow): boolean => row.class === cls;
    return {
      kind: 'sum',
      num: pay(q, ofClass, (row) => after(row) - before(row)),
      den: pay(q, ofClass, before),
      coverage: ofPay(q, ofClass),
    };
  };

function reports(q: Question, test: (submitted: string | null, due: string) => boolean): Share[] {
  return ofCampaign(q, q.ledger.reports)
    .filter((row) => test(row.submitted_on, row.effective_on))
    .map((row) => share(row, { unit: row.unit_code, keys: { DAY: [row.effective_on] } }));
}

type Coverage = NonNullable<Figure['coverage']>;

/** An entry is expected of every organisation on the list, made by it or by a unit above it. */
function coverage(q: Question, entries: readonly { unit_code: string }[]): Coverage {
  const units = new Set(entries.map((row) => row.unit_code));
  return { expected: latestCasesOf(q), at: (unit) => units.has(unit) };
}

const ofYear = (q: Question) => (row: { year: number }) => row.year === Number(q.day.slice(0, 4));
const ofFunds = (q: Question): Coverage => coverage(q, q.ledger.operating_funds.filter(ofYear(q)));
const ofEconomy = (q: Question): Coverage => coverage(q, q.ledger.economy.filter(ofYear(q)));
const ofPay = (q: Question, test: (row: PayRow) => boolean): Coverage => coverage(q, latestPay(q).filter(test));
const ofReports = (q: Question): Coverage => coverage(q, ofCampaign(q, q.ledger.reports));

/** An estimate is expected where a venue is needed; a venue is always that of its own unit. */
function ofVenues(q: Question): Coverage {
  const needed = ofCampaign(q, q.ledger.venues);
  return {
    expected: latestCasesOf(q).filter((row) => needed.some((venue) => venue.unit_code === row.unit_code)),
    at: (unit, row) =>
      unit === row.unit_code && needed.some((venue) => venue.unit_code === unit && venue.estimate_yuan !== null),
  };
}

const unitFigures: Readonly<Record<string, (q: Question) => Figure>> = {
  VACANCIES_BEFORE: team({ vacancy: 1n }),
  VACANCIES_NOW: team({ vacancy: 1n, vacancy_filled: -1n }),
  MEMBERS_ADJUSTED: team({ adjusted: 1n }),
  SECRETARIES_ADJUSTED: team({ secretary_adjusted: 1n }),
  WARNING_TALKS: team({ warning_talk: 1n }),
  CADRES_ATTACHED: team({ attached: 1n }),
  RESERVE_CADRES: team({ reserve: 1n }),
  SECRETARIES_TRAINED: team({ trained: 1n }),
  SECRETARIES_TRAINED_AWAY: team({ trained_away: 1n }),
  TRAINING_COVERAGE: (q) => ({ kind: 'sum', num: items(q, q.ledger.team, { trained: 1n }), den: 'villages' }),
  STATIONED_CADRES: support('stationed_cadre'),
  TWINNED_UNITS: support('twinned_unit'),
  FIRST_SECRETARIES: support('first_secretary'),
  STRONG_VILLAGE_PAIRS: support('strong_village_pair'),
  THEME_DAY_BRANCHES: support('branch_theme_day'),
  PROBLEMS_HELPED: support('problem_helped'),
  VENUES_NEEDED: (q) => ({ kind: 'count', num: venues(q) }),
  VENUES_DONE: (q) => ({
    kind: 'count',
    num: venues(q, (row) => (row.done_on !== null && row.done_on <= q.day ? hundredths(1) : 'leave out')),
  }),
  VENUE_COST: (q) => ({
    kind: 'sum',
    coverage: ofVenues(q),
    num: venues(q, (row) => (row.estimate_yuan === null ? null : hundredths(row.estimate_yuan))),
  }),
  VENUE_RAISED: (q) => ({ kind: 'sum', num: funds(q, 'venue_funds') }),
  VENUE_GAP: (q) => ({ kind: 'sum', coverage: ofVenues(q), num: venues(q, (row) => venueGap(q, row)) }),
  VENUE_NEED_SHARE: (q) => ({
    kind: 'count',
    num: venues(q, (row) => (casesOf(q).some((c) => c.unit_code === row.unit_code) ? hundredths(1) : 'leave out')),
    den: caseFigures['IDENTIFIED']?.(q)?.num ?? [],
  }),
  OPERATING_DUE: (q) => ({ kind: 'sum', coverage: ofFunds(q), num: operating(q, (due) => due) }),
  OPERATING_PAID: (q) => ({ kind: 'sum', coverage: ofFunds(q), num: operating(q, (_due, paid) => paid, true) }),
  OPERATING_GAP: (q) => ({ kind: 'sum', coverage: ofFunds(q), num: operating(q, gapOf) }),
  OPERATING_RATE: (q) => ({
    kind: 'sum',
    coverage: ofFunds(q),
    num: operating(q, (_due, paid) => paid, true),
    den: operating(q, (due) => due),
  }),
  PROJECT_FUNDS: (q) => ({ kind: 'sum', num: funds(q, 'project_funds') }),
  COLLECTIVE_INCOME: (q) => ({ kind: 'sum', coverage: ofEconomy(q), num: economy(q, false) }),
  NO_INCOME: (q) => ({ kind: 'count', coverage: ofEconomy(q), num: economy(q, true) }),
  LEADING_PAY_INCREASE: increase('leading'),
  GENERAL_PAY_INCREASE: increase('general'),
  PAID_ON_TIME: (q) => ({
    kind: 'count',
    coverage: ofPay(q, (row) => row.paid_on_time !== null),
    num: pay(
      q,
      (row) => row.paid_on_time !== null,
      (row) => (row.paid_on_time ? hundredths(row.headcount) : 0n),
    ),
    den: pay(
      q,
      (row) => row.paid_on_time !== null,
      (row) => hundredths(row.headcount),
    ),
  }),
  REPORTS_DUE: (q) => ({ kind: 'count', coverage: ofReports(q), num: reports(q, () => true) }),
  REPORT_COMPLETENESS: (q) => ({
    kind: 'count',
    coverage: ofReports(q),
    num: reports(q, (submitted) => submitted !== null && submitted <= q.day),
    den: reports(q, () => true),
  }),
  REPORT_TIMELINESS: (q) => ({
    kind: 'count',
    coverage: ofReports(q),
    num: reports(q, (submitted, due) => submitted !== null && submitted <= due && submitted <= q.day),
    den: reports(q, () => true),
  }),
};

/** Every metric of the specification by its identifier. */
export const figures: Readonly<Record<string, (q: Question) => Figure>> = { ...caseFigures, ...unitFigures };
