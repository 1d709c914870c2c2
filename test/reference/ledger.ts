/**
 * A ledger in memory: rows as the workbook has them, each with its two clocks. Days are 'YYYY-MM-DD', moments ISO in
 * UTC, money a decimal string; null is "not said". Written from the specification alone, to check the engine against.
 */
export type Kind =
  | 'province'
  | 'prefecture'
  | 'county'
  | 'street'
  | 'town'
  | 'township'
  | 'village'
  | 'community'
  | 'other';
export type State =
  | 'identified'
  | 'planned'
  | 'rectifying'
  | 'submitted'
  | 'accepted'
  | 'struck_off'
  | 'consolidating'
  | 'relapsed';

/** The order of life; a case on its way may go back from submitted to rectifying only. */
export const STATES: readonly State[] = [
  'identified',
  'planned',
  'rectifying',
  'submitted',
  'accepted',
  'struck_off',
  'consolidating',
  'relapsed',
];

/** When a row was said, and when it was said differently (null: it still stands). */
export interface Wording {
  recorded_at: string;
  superseded_at: string | null;
  /** Columns whose content is illustrative; '*' is the whole row. */
  illustrative: string[];
}
export interface Dated extends Wording {
  effective_on: string;
}

export interface UnitRow extends Wording {
  code: string;
  name: string;
  kind: Kind;
  level: number;
  parent_code: string | null;
  population: number | null;
  members: number | null;
  /** Half open; null is open. */
  valid_from: string | null;
  valid_to: string | null;
}
export interface CampaignRow extends Wording {
  campaign: string;
  unit_code: string;
  name_zh: string;
  start_on: string;
  deadline: string | null;
  rectified_from: 'accepted' | 'struck_off' | 'consolidating';
  declared_villages: number | null;
  declared_communities: number | null;
  visits_per_month: number | null;
  checklist: string[];
}
export interface CaseRow extends Dated {
  case_no: string;
  campaign: string;
  unit_code: string;
  primary_cause: string;
  other_causes: string[];
  deadline: string | null;
}
export interface TransitionRow extends Dated {
  case_no: string;
  state: Exclude<State, 'identified'>;
}
export interface MeasureRow extends Dated {
  case_no: string;
  no: number;
  area: 'people' | 'place' | 'money' | 'rules';
  content: string;
  due_on: string | null;
  done_on: string | null;
}
export interface ContactRow extends Dated {
  case_no: string;
  role: string;
  holder: string;
  until: string | null;
}
export interface VisitRow extends Dated {
  case_no: string;
  role: string;
  problems_found: number | null;
  problems_found_at_least: boolean;
  problems_solved: number | null;
  problems_solved_at_least: boolean;
}
/** A row of `team` or `supports`. */
export interface CountRow extends Dated {
  campaign: string;
  unit_code: string;
  item: string;
  count: number;
  at_least: boolean;
}
export interface VenueRow extends Dated {
  campaign: string;
  unit_code: string;
  way: 'build' | 'rebuild' | 'repair';
  estimate_yuan: string | null;
  done_on: string | null;
}
export interface FundRow extends Dated {
  campaign: string;
  unit_code: string;
  source: 'upper' | 'county_town' | 'village' | 'other';
  amount_yuan: string;
}
export interface OperatingRow extends Dated {
  unit_code: string;
  year: number;
  due_yuan: string | null;
  paid_yuan: string;
  paid_on: string;
}
export interface PayRow extends Dated {
  unit_code: string;
  class: 'leading' | 'general';
  headcount: number;
  before_yuan: string;
  after_yuan: string;
  paid_on_time: boolean | null;
}
export interface EconomyRow extends Dated {
  unit_code: string;
  year: number;
  income_yuan: string;
}
export interface EvaluationRow extends Dated {
  case_no: string;
  kind: 'self' | 'ballot' | 'group' | 'city';
  issued: number | null;
  returned: number | null;
  satisfied: number | null;
  fairly: number | null;
  dissatisfied: number | null;
  grade: 'good' | 'fairly_good' | 'average' | 'poor' | null;
}
export interface ReportRow extends Dated {
  campaign: string;
  unit_code: string;
  period: string;
  submitted_on: string | null;
}
/** Yearly operating funds due to a unit of this kind with more people than this. */
export interface Tier {
  county_code: string;
  kind: 'village' | 'community';
  population_over: number;
  due_yuan: string;
}

export interface Ledger {
  units: UnitRow[];
  campaigns: CampaignRow[];
  cases: CaseRow[];
  transitions: TransitionRow[];
  measures: MeasureRow[];
  contacts: ContactRow[];
  visits: VisitRow[];
  team: CountRow[];
  supports: CountRow[];
  venues: VenueRow[];
  venue_funds: FundRow[];
  project_funds: FundRow[];
  operating_funds: OperatingRow[];
  remuneration: PayRow[];
  economy: EconomyRow[];
  evaluations: EvaluationRow[];
  reports: ReportRow[];
  tiers: Tier[];
}

/** An empty ledger, with the tiers of a new installation (docs/domain.md#operating-funds). */
export function emptyLedger(): Ledger {
  const village = (population_over: number, due_yuan: string): Tier => ({
    county_code: '*',
    kind: 'village',
    population_over,
    due_yuan,
  });
  return {
    units: [],
    campaigns: [],
    cases: [],
    transitions: [],
    measures: [],
    contacts: [],
    visits: [],
    team: [],
    supports: [],
    venues: [],
    venue_funds: [],
    project_funds: [],
    operating_funds: [],
    remuneration: [],
    economy: [],
    evaluations: [],
    reports: [],
    tiers: [
      village(-1, '30000.00'),
      village(3000, '40000.00'),
      village(5000, '50000.00'),
      { county_code: '*', kind: 'community', population_over: -1, due_yuan: '30000.00' },
    ],
  };
}

/** The rows that stood at the moment (null: the rows that stand now). Half open: a row superseded at the moment is out. */
export function knownAt<T extends Wording>(rows: readonly T[], moment: string | null): T[] {
  const found: T[] = [];
  for (const row of rows) {
    if (moment === null ? row.superseded_at === null : text(row, moment)) found.push(row);
  }
  return found;
}

function text(row: Wording, moment: string): boolean {
  const at = Date.parse(moment);
  return Date.parse(row.recorded_at) <= at && (row.superseded_at === null || at < Date.parse(row.superseded_at));
}

/** The whole ledger as it stood at the moment: no superseded and no later row is left in it. */
export function ledgerAt(ledger: Ledger, moment: string | null): Ledger {
  return {
    units: knownAt(ledger.units, moment),
    campaigns: knownAt(ledger.campaigns, moment),
    cases: knownAt(ledger.cases, moment),
    transitions: knownAt(ledger.transitions, moment),
    measures: knownAt(ledger.measures, moment),
    contacts: knownAt(ledger.contacts, moment),
    visits: knownAt(ledger.visits, moment),
    team: knownAt(ledger.team, moment),
    supports: knownAt(ledger.supports, moment),
    venues: knownAt(ledger.venues, moment),
    venue_funds: knownAt(ledger.venue_funds, moment),
    project_funds: knownAt(ledger.project_funds, moment),
    operating_funds: knownAt(ledger.operating_funds, moment),
    remuneration: knownAt(ledger.remuneration, moment),
    economy: knownAt(ledger.economy, moment),
    evaluations: knownAt(ledger.evaluations, moment),
    reports: knownAt(ledger.reports, moment),
    tiers: ledger.tiers,
  };
}
