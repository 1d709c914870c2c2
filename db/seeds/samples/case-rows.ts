import { addDays, daysBetween } from './days.ts';
import { cell, type Row } from './read-csv.ts';

/** Weak collective economy: the report gives it as a cause of every organisation, never as the main one. */
const WEAK_ECONOMY = 'C14';

const STATES_WITH_COLUMNS = [
  ['planned', 'planned_on'],
  ['rectifying', 'rectifying_on'],
  ['submitted', 'submitted_on'],
  ['accepted', 'accepted_on'],
  ['struck_off', 'struck_off_on'],
] as const;

/** Sheet `cases`; an organisation that the report does not name has an illustrative unit as well. */
export function caseRows(campaign: string, cases: readonly Row[], options: CaseOptions): Row[] {
  return cases.map((one) => ({
    case_no: cell(one, 'case_no'),
    campaign,
    unit_code: cell(one, 'unit_code'),
    identified_on: cell(one, 'identified_on'),
    primary_cause: cell(one, 'primary_cause'),
    other_causes: options.weakEconomy ? WEAK_ECONOMY : '',
    deadline: cell(one, 'deadline'),
    symptoms: cell(one, 'symptoms'),
    symptoms_en: cell(one, 'symptoms_en'),
    illustrative: [
      ...(cell(one, 'named') === 'seed' ? [] : ['unit_code']),
      'identified_on',
      ...(options.causesFromSeed ? [] : ['primary_cause']),
      'deadline',
    ].join(';'),
  }));
}

export interface CaseOptions {
  /** every case also has the cause C14 */
  readonly weakEconomy: boolean;
  /** the report gives the number of cases of each primary cause */
  readonly causesFromSeed: boolean;
}

/**
 * Sheet `transitions`: the course of every case by the days in the data file, and the extra steps of single cases.
 * @param consolidating whether a case goes over to consolidation on the day on which it is struck off
 */
export function transitionRows(cases: readonly Row[], extra: readonly Row[], consolidating: boolean): Row[] {
  return cases.flatMap((one) => {
    const own = STATES_WITH_COLUMNS.filter(([, column]) => cell(one, column) !== '').map(([state, column]) =>
      step(one, state, cell(one, column)),
    );
    const last = own.at(-1);
    if (last?.state === 'struck_off' && consolidating) own.push(step(one, 'consolidating', cell(last, 'effective_on')));
    const more = extra.filter((row) => row.case_no === one.case_no);
    // stable: steps of one day keep the order of the life of a case
    return [...own, ...more].toSorted((a, b) => daysBetween(cell(b, 'effective_on'), cell(a, 'effective_on')));
  });
}

function step(one: Row, state: string, day: string): Row {
  const documentNo = state === 'struck_off' ? cell(one, 'document_no') : '';
  // the report says who is done and who is not, but not that anyone waits between acceptance and striking off
  const note = state === 'accepted' && cell(one, 'struck_off_on') === '' ? '已验收，待销号（说明性）' : '';
  const marked = ['effective_on', ...(documentNo ? ['document_no'] : []), ...(note ? ['note'] : [])];
  return {
    case_no: cell(one, 'case_no'),
    state,
    effective_on: day,
    document_no: documentNo,
    note,
    illustrative: marked.join(';'),
  };
}

/** Sheet `contacts`: one row for every filled role column of the data file, from `since` on. */
export function contactRows(contacts: readonly Row[], since: string): Row[] {
  const roles = ['leader', 'unit', 'town_leader', 'first_secretary', 'working_group', 'instructor'];
  return contacts.flatMap((one) =>
    roles
      .filter((role) => (one[role] ?? '') !== '')
      .map((role) => ({
        case_no: cell(one, 'case_no'),
        role,
        holder: cell(one, role),
        holder_en: one[`${role}_en`] ?? '',
        since,
        illustrative: one.seed_holder === role ? 'since' : 'holder;since',
      })),
  );
}

/** Sheet `evaluations`: self-assessment, ballot and acceptance group of each acceptance in the data file. */
export function evaluationRows(acceptance: readonly Row[], gradesFromSeed: boolean): Row[] {
  return acceptance.flatMap((one) => {
    const base = { case_no: cell(one, 'case_no'), illustrative: 'yes' };
    const day = cell(one, 'evaluated_on');
    const ballot = ['issued', 'returned', 'satisfied', 'fairly', 'dissatisfied'].map((key) => [key, cell(one, key)]);
    return [
      { ...base, kind: 'self', evaluated_on: cell(one, 'self_on'), score: cell(one, 'self_score') },
      { ...base, kind: 'ballot', evaluated_on: day, ...Object.fromEntries(ballot) },
      {
        ...base,
        kind: 'group',
        evaluated_on: day,
        score: cell(one, 'group_score'),
        grade: cell(one, 'grade'),
        illustrative: gradesFromSeed ? 'evaluated_on;score' : 'yes',
      },
    ];
  });
}

/**
 * Sheet `measures`: the texts for the case's primary cause, for its venue and for every case, spread evenly over its
 * work. Dates are counted backwards: due before the deadline, done by the day before the (first) submission.
 */
export function measureRows(sources: MeasureSources): Row[] {
  return sources.cases.flatMap((one) => {
    const caseNo = cell(one, 'case_no');
    const wanted = [
      cell(one, 'primary_cause'),
      ...(sources.venueUnits.has(cell(one, 'unit_code')) ? ['venue'] : []),
      '*',
    ];
    const texts = wanted.flatMap((cause) => sources.texts.filter((text) => text.cause === cause));
    const start = cell(one, 'rectifying_on');
    const submitted = sources.firstSubmission(caseNo) || cell(one, 'submitted_on');
    const limit = addDays(cell(one, 'deadline'), -7);
    const done = Number(sources.done.get(caseNo) || texts.length);
    const finish = submitted === '' ? limit : addDays(submitted, -1);
    return texts.map((text, index) => ({
      case_no: caseNo,
      no: String(index + 1),
      area: cell(text, 'area'),
      content: cell(text, 'content'),
      responsible: cell(text, 'responsible'),
      due_on: between(start, limit, (index + 1) / texts.length),
      done_on: index < done ? between(start, finish, (index + 1) / texts.length) : '',
      illustrative: 'yes',
    }));
  });
}

export interface MeasureSources {
  readonly cases: readonly Row[];
  readonly texts: readonly Row[];
  readonly venueUnits: ReadonlySet<string>;
  /** number of measures done by case, where not all are */
  readonly done: ReadonlyMap<string, string>;
  /** day of a submission before the one that succeeded, or '' */
  readonly firstSubmission: (caseNo: string) => string;
}

function between(from: string, to: string, share: number): string {
  return addDays(from, Math.max(1, Math.round(daysBetween(from, to) * share)));
}
