import { sql } from 'kysely';
import type { ViewerDb } from '../../database/handles.ts';
import type { Sql } from '../../database/sql.ts';
import type { CaseStateName, GradeName, UnitKindName } from '../../graphql-types/enums.ts';
import { inScope } from '../../ledger/scope.ts';
import {
  DEADLINE,
  firstRectified,
  inEffect,
  isOverdue,
  isStruckOff,
  isUnder,
  latestGrade,
  latestOfOrganisation,
  latestTransition,
  placedUnits,
  RECTIFIED,
  STATE,
  STATE_SINCE,
  viewAt,
  type RecordView,
} from '../../ledger/temporal/index.ts';
import type { CaseView } from './case.types.ts';

/** Which cases of a campaign are looked at, and from where. */
export interface CaseListKey extends CaseView {
  readonly campaign: string;
  /** Unit whose subtree counts, and its level. */
  readonly unit: string;
  readonly level: number;
}

export interface CaseRow {
  county_code: string;
  case_no: string;
  campaign: string;
  unit_code: string;
  unit_name: string;
  unit_kind: UnitKindName;
  town_code: string | null;
  state: CaseStateName;
  state_since: string;
  identified_on: string;
  primary_cause: string;
  other_causes: string[];
  deadline: string | null;
  overdue: boolean;
  rectified: boolean;
  rectified_on: string | null;
  symptoms: string | null;
  symptoms_en: string | null;
  aim: string | null;
  relapse_of: string | null;
  grade: GradeName | null;
  contact_leader: string | null;
  document_no: string | null;
  illustrative: string[];
}

/** The post that is contact leader of case `r` on the day, as `l`. */
const contactLeader = (view: RecordView): Sql => sql`left join lateral (
      select o.holder from contacts o
      where o.county_code = r.county_code and o.case_no = r.case_no and ${inEffect('o', view)}
        and o.role = 'leader' and (o.until is null or o.until >= ${view.day})
      order by o.effective_on desc, o.holder limit 1) l on true`;

/** The document that struck case `r` off, else its latest, as `d`. */
const lastDocument = (view: RecordView): Sql => sql`left join lateral (
      select t.document_no from transitions t
      where t.county_code = r.county_code and t.case_no = r.case_no and ${inEffect('t', view)} and t.document_no is not null
      order by ${isStruckOff('t.state')} desc, t.effective_on desc limit 1) d on true`;

/**
 * The common table expressions `placed` (units of the campaign on the day of the tree) and `ledger`: one row a case that
 * was identified on or before the day, with its state, deadline and contact as of that day, and whether it is the latest of its
 * organisation, which is the one that figures count.
 */
export function ledgerOf(key: CaseListKey, db: ViewerDb): Sql {
  const view = viewAt(key);
  return sql`${placedUnits('cases', key.campaign, view)},
    ledger as (
      select r.county_code, r.case_no, r.campaign, r.unit_code, u.name as unit_name, u.kind as unit_kind, u.town_code,
        ${STATE} as state, ${STATE_SINCE} as state_since, r.effective_on as identified_on, r.primary_cause, r.other_causes,
        ${DEADLINE} as deadline, ${RECTIFIED} as rectified, case when ${RECTIFIED} then f.effective_on end as rectified_on,
        r.symptoms, r.symptoms_en, r.aim, r.relapse_of, g.grade, l.holder as contact_leader, d.document_no, r.illustrative,
        n.latest, coalesce(n.latest and ${isOverdue(RECTIFIED, DEADLINE, view.day)}, false) as overdue
      from campaign_version k
      join cases r on r.campaign = k.campaign and ${inEffect('r', view)}
      join placed u on u.code = r.unit_code
      ${latestTransition(view)}
      ${firstRectified(view)}
      ${latestGrade(view)}
      ${contactLeader(view)}
      ${lastDocument(view)}
      cross join lateral (select ${latestOfOrganisation(view)} as latest offset 0) n
      where k.campaign = ${key.campaign} and ${view.known('k')} and ${isUnder('u', key.level, key.unit)} and ${inScope('u', db)}
    )`;
}
