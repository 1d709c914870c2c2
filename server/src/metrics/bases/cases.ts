import { sql } from 'kysely';
import { defineBase } from '../base.ts';
import { raw } from '../../database/sql.ts';
import {
  DEADLINE,
  earlierRelapse,
  firstOfOrganisation,
  firstRectified,
  inEffect,
  latestBallot,
  latestGrade,
  latestOfOrganisation,
  latestTransition,
  planItems,
  RECTIFIED,
  STATE,
  STATE_SINCE,
  venueOfOrganisation,
} from '../../ledger/temporal/index.ts';
import { entryColumns, entryJoins } from './entries.ts';

const illustrativeState = raw("s.illustrative && '{*,state}'::text[]");

/** One row for an organisation: its latest case identified on or before the day, with the state on that day. */
export const cases = defineBase({
  name: 'cases',
  sheet: 'cases',
  from: () => raw('cases r'),
  joins: {
    a: firstOfOrganisation,
    s: latestTransition,
    e: earlierRelapse,
    f: firstRectified,
    g: latestGrade,
    p: planItems,
    v: venueOfOrganisation,
    b: latestBallot,
    ...entryJoins,
  },
  where: (context) => [raw('r.campaign = k.campaign'), inEffect('r', context), latestOfOrganisation(context)],
  unitCode: raw('r.unit_code'),
  place: 'r',
  columns: {
    identifiedOn: { sql: raw('r.effective_on'), reads: ['identified_on'] },
    kind: { sql: raw('u.kind') },
    primaryCause: { sql: raw('r.primary_cause'), reads: ['primary_cause'] },
    causes: { sql: raw('(r.primary_cause || r.other_causes)'), reads: ['primary_cause', 'other_causes'] },
    deadline: { sql: DEADLINE, reads: ['deadline'] },
    state: { sql: STATE, joins: ['s'], illustrative: illustrativeState },
    stateSince: {
      sql: STATE_SINCE,
      joins: ['s'],
      illustrative: raw("s.illustrative && '{*,effective_on}'::text[]"),
    },
    rectified: {
      sql: RECTIFIED,
      joins: ['s'],
      illustrative: illustrativeState,
    },
    relapsed: {
      sql: sql`(coalesce(s.state = 'relapsed', false) or e.effective_on is not null and not ${RECTIFIED})`,
      joins: ['s', 'e'],
      illustrative: sql`(${illustrativeState} or e.illustrative && '{*,state}'::text[])`,
    },
    relapsedOn: {
      sql: raw("case when s.state = 'relapsed' then s.effective_on else e.effective_on end"),
      joins: ['s', 'e'],
      illustrative: raw(
        "coalesce(case when s.state = 'relapsed' then s.illustrative else e.illustrative end && '{*,effective_on}'::text[], false)",
      ),
    },
    rectifiedOn: {
      sql: raw('f.effective_on'),
      joins: ['f'],
      illustrative: raw("f.illustrative && '{*,effective_on}'::text[]"),
    },
    daysToRectify: {
      sql: raw('(f.effective_on - r.effective_on)'),
      joins: ['f'],
      reads: ['identified_on'],
      illustrative: raw("f.illustrative && '{*,state,effective_on}'::text[]"),
    },
    grade: { sql: raw('g.grade'), joins: ['g'], illustrative: raw("g.illustrative && '{*,grade}'::text[]") },
    itemsFilled: { sql: raw('p.filled'), joins: ['p'], illustrative: raw('p.illustrative') },
    itemsDue: { sql: raw('cardinality(k.checklist)') },
    firstCase: { sql: raw('a.case_no'), joins: ['a'] },
    day: { sql: raw('at.day') },
    venueNeeded: { sql: raw('v.estimated is not null'), joins: ['v'] },
    venueEstimated: { sql: raw('v.estimated'), joins: ['v'] },
    balloted: { sql: raw('coalesce(b.counted, false)'), joins: ['b'] },
    ...entryColumns,
  },
  dimensions: {
    CHILD_UNIT: {},
    UNIT_KIND: { column: 'kind' },
    STATE: { column: 'state' },
    PRIMARY_CAUSE: { column: 'primaryCause' },
    CAUSE: { overlapping: 'causes' },
    GRADE: { column: 'grade' },
    WEEK: {},
    MONTH: {},
  },
  day: 'identifiedOn',
  identity: [raw('a.case_no')],
  caseNo: raw('r.case_no'),
  effectiveOn: raw('r.effective_on'),
  cells: {
    case_no: raw('r.case_no'),
    campaign: raw('r.campaign'),
    unit_code: raw('r.unit_code'),
    identified_on: raw('r.effective_on'),
    primary_cause: raw('r.primary_cause'),
    other_causes: raw("array_to_string(r.other_causes, ';')"),
    deadline: raw('r.deadline'),
    symptoms: raw('r.symptoms'),
    aim: raw('r.aim'),
    relapse_of: raw('r.relapse_of'),
  },
});
