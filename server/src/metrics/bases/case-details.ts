import { sql } from 'kysely';
import { defineBase, join, type RowContext } from '../base.ts';
import { raw, type Sql } from '../../database/sql.ts';
import { firstRectified, inEffect } from '../../ledger/temporal/index.ts';

/** The case that row `r` speaks of, as `c`. */
const ofCase = ({ known }: RowContext): Sql => sql`join cases c on c.county_code = r.county_code
  and c.case_no = r.case_no and c.campaign = k.campaign and ${known('c')}`;

const place = {
  unitCode: raw('c.unit_code'),
  place: 'c',
  always: ['c'],
  caseNo: raw('r.case_no'),
  effectiveOn: raw('r.effective_on'),
};

/** One row for a measure in the plan of a case identified on or before the day. */
export const measures = defineBase({
  ...place,
  name: 'measures',
  sheet: 'measures',
  from: () => raw('measures r'),
  tables: ['measures'],
  joins: { c: join(['cases'], ofCase) },
  where: ({ day, known }) => [sql`c.effective_on <= ${day}`, known('r')],
  columns: {
    identifiedOn: { sql: raw('c.effective_on') },
    kind: { sql: raw('u.kind') },
    area: { sql: raw('r.area'), reads: ['area'] },
    dueOn: { sql: raw('r.due_on'), reads: ['due_on'] },
    doneOn: { sql: raw('r.done_on'), reads: ['done_on'] },
    done: { sql: raw('coalesce(r.done_on <= at.day, false)'), reads: ['done_on'] },
    day: { sql: raw('at.day') },
  },
  dimensions: {
    CHILD_UNIT: {},
    UNIT_KIND: { column: 'kind' },
    MEASURE_AREA: { column: 'area' },
    WEEK: {},
    MONTH: {},
  },
  day: 'identifiedOn',
  identity: [raw('r.case_no'), raw('r.no')],
  cells: {
    case_no: raw('r.case_no'),
    no: raw('r.no'),
    area: raw('r.area'),
    content: raw('r.content'),
    responsible: raw('r.responsible'),
    due_on: raw('r.due_on'),
    done_on: raw('r.done_on'),
  },
});

/** One row for a visit on or before the day. */
export const visits = defineBase({
  ...place,
  name: 'visits',
  sheet: 'visits',
  from: () => raw('visits r'),
  tables: ['visits'],
  joins: { c: join(['cases'], ofCase) },
  where: (context) => [inEffect('r', context)],
  columns: {
    visitedOn: { sql: raw('r.effective_on'), reads: ['visited_on'] },
    kind: { sql: raw('u.kind') },
    found: { sql: raw('r.problems_found'), reads: ['problems_found'] },
    foundAtLeast: { sql: raw('r.problems_found_at_least') },
    solved: { sql: raw('r.problems_solved'), reads: ['problems_solved'] },
    solvedAtLeast: { sql: raw('r.problems_solved_at_least') },
  },
  dimensions: { CHILD_UNIT: {}, UNIT_KIND: { column: 'kind' }, WEEK: {}, MONTH: {} },
  day: 'visitedOn',
  identity: [raw('r.case_no'), raw('r.role'), raw('r.effective_on')],
  cells: {
    case_no: raw('r.case_no'),
    role: raw('r.role'),
    visited_on: raw('r.effective_on'),
    problems_found: raw("r.problems_found || case when r.problems_found_at_least then '+' else '' end"),
    problems_solved: raw("r.problems_solved || case when r.problems_solved_at_least then '+' else '' end"),
    note: raw('r.note'),
  },
});

/** One row for the latest ballot of a case that says how many sheets came back. */
export const ballots = defineBase({
  ...place,
  name: 'ballots',
  sheet: 'evaluations',
  from: () => raw('evaluations r'),
  tables: ['evaluations'],
  joins: { c: join(['cases'], ofCase) },
  where: (context) => [
    raw("r.kind = 'ballot'"),
    inEffect('r', context),
    sql`not exists (select from evaluations n where n.county_code = r.county_code and n.case_no = r.case_no
      and n.kind = 'ballot' and n.effective_on > r.effective_on and ${inEffect('n', context)})`,
  ],
  columns: {
    evaluatedOn: { sql: raw('r.effective_on'), reads: ['evaluated_on'] },
    kind: { sql: raw('u.kind') },
    satisfied: { sql: raw('(r.satisfied + r.fairly)'), reads: ['satisfied', 'fairly'] },
    returned: { sql: raw('r.returned'), reads: ['returned'] },
  },
  dimensions: { CHILD_UNIT: {}, UNIT_KIND: { column: 'kind' }, WEEK: {}, MONTH: {} },
  day: 'evaluatedOn',
  identity: [raw('r.case_no')],
  cells: {
    case_no: raw('r.case_no'),
    kind: raw('r.kind'),
    evaluated_on: raw('r.effective_on'),
    issued: raw('r.issued'),
    returned: raw('r.returned'),
    satisfied: raw('r.satisfied'),
    fairly: raw('r.fairly'),
    dissatisfied: raw('r.dissatisfied'),
    score: raw('r.score'),
    grade: raw('r.grade'),
  },
});

/** Full calendar months in which case `r` was open, not yet rectified, and the day had not cut them, as `m`. */
const openMonths = ({ day }: RowContext): Sql => sql`join lateral (
  select x::date as starts, (x + interval '1 month - 1 day')::date as ends
  from generate_series(date_trunc('month', r.effective_on + interval '1 month - 1 day'),
    least(${day}::timestamp, f.effective_on::timestamp), interval '1 month') x) m
  on m.starts >= r.effective_on and m.ends <= ${day} and (f.effective_on is null or m.ends < f.effective_on)`;

/** Visits that a contact leader paid to case `r` in month `m`, as `v`. */
const leaderVisits = ({ known }: RowContext): Sql => sql`cross join lateral (
  select count(*) as visits, bool_or(v.illustrative && '{*,role,visited_on}'::text[]) as illustrative from visits v
  where v.county_code = r.county_code and v.case_no = r.case_no and v.role = 'leader'
    and v.effective_on between m.starts and m.ends and ${known('v')}) v`;

/** One row for each full calendar month in which an open case had a contact leader. */
export const caseMonths = defineBase({
  name: 'case_months',
  sheet: 'cases',
  from: () => raw('cases r'),
  tables: ['cases', 'contacts'],
  joins: { f: join(['transitions'], firstRectified), m: join([], openMonths), v: join(['visits'], leaderVisits) },
  always: ['f', 'm'],
  where: (context) => [
    raw('r.campaign = k.campaign'),
    inEffect('r', context),
    sql`exists (select from contacts o where o.county_code = r.county_code and o.case_no = r.case_no
      and o.role = 'leader' and o.effective_on <= m.ends and (o.until is null or o.until >= m.starts) and ${context.known('o')})`,
  ],
  unitCode: raw('r.unit_code'),
  place: 'r',
  columns: {
    month: { sql: raw('m.starts') },
    kind: { sql: raw('u.kind') },
    visits: { sql: raw('v.visits'), joins: ['v'], illustrative: raw('v.illustrative') },
    duty: { sql: raw('k.visits_per_month') },
  },
  dimensions: { CHILD_UNIT: {}, UNIT_KIND: { column: 'kind' }, MONTH: {} },
  day: 'month',
  identity: [raw('r.case_no'), raw('m.starts')],
  caseNo: raw('r.case_no'),
  effectiveOn: raw('m.starts'),
  cells: {
    case_no: raw('r.case_no'),
    unit_code: raw('r.unit_code'),
    identified_on: raw('r.effective_on'),
    month: raw("to_char(m.starts, 'YYYY-MM')"),
    leader_visits: raw('v.visits'),
    visits_per_month: raw('k.visits_per_month'),
  },
  cellJoins: ['v'],
});
