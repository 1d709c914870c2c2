import { CASE_STATES } from '@wallchart/db';
import { sql, type RawBuilder } from 'kysely';
import type { CaseStateName, GradeName, UnitKindName } from '../../graphql-types/enums.ts';
import type { Scope } from '../../metrics/index.ts';
import { bestVersionFirst, inScope, knownAt, levelColumn } from '../units/index.ts';
import type { CaseView } from './case.types.ts';

/** Which cases of a campaign are looked at, and from where. */
export interface CaseListKey extends CaseView {
  readonly campaign: string;
  /** Unit whose subtree counts, and its level. */
  readonly unit: string;
  readonly level: number;
  /** The campaign's own deadline, for cases without one. */
  readonly deadline: string | null;
  readonly rectifiedFrom: CaseStateName;
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

const STATES = sql.lit(`{${CASE_STATES.join(',')}}`);

/** Place of a state in the life of a case, 1 to 8. */
export const rankOf = (state: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`array_position(${STATES}::text[], ${state})`;

/**
 * The common table expressions `placed` (units of the campaign on the day of the tree) and `ledger`: one row a case that
 * was identified on or before the day, with its state, deadline and contact as of that day, and whether it is the latest of its
 * organisation, which is the one that figures count.
 */
export function ledgerOf(key: CaseListKey, scope: Scope): RawBuilder<unknown> {
  const { asOf, knownAt: at } = key;
  return sql`placed as (
      select distinct on (v.code) v.* from org_unit_version v
      where v.code in (select unit_code from cases where campaign = ${key.campaign}) and ${knownAt('v', at)}
      order by v.code, ${bestVersionFirst(key.treeDay)}
    ),
    stated as (
      select c.*, u.name as unit_name, u.kind as unit_kind, u.town_code,
        coalesce(t.state, 'identified') as state, coalesce(t.effective_on, c.effective_on) as state_since,
        first_time.day as first_rectified_on, coalesce(c.deadline, ${key.deadline}::date) as due_on,
        g.grade, l.holder as contact_leader, d.document_no,
        not exists (select from cases n
          where n.campaign = c.campaign and n.unit_code = c.unit_code and n.effective_on <= ${asOf}::date and ${knownAt('n', at)}
            and (n.effective_on, n.case_no) > (c.effective_on, c.case_no)) as latest
      from cases c
      join placed u on u.code = c.unit_code
      left join lateral (
        select t.state, t.effective_on from transitions t
        where t.county_code = c.county_code and t.case_no = c.case_no and t.effective_on <= ${asOf}::date and ${knownAt('t', at)}
        order by t.effective_on desc, ${rankOf(sql.ref('t.state'))} desc limit 1) t on true
      left join lateral (
        select min(t.effective_on) as day from transitions t
        where t.county_code = c.county_code and t.case_no = c.case_no and t.effective_on <= ${asOf}::date and ${knownAt('t', at)}
          and t.state <> 'relapsed' and ${rankOf(sql.ref('t.state'))} >= ${rankOf(sql`${key.rectifiedFrom}`)}) first_time on true
      left join lateral (
        select e.grade from evaluations e
        where e.county_code = c.county_code and e.case_no = c.case_no and e.effective_on <= ${asOf}::date and ${knownAt('e', at)}
          and e.grade is not null
        order by e.effective_on desc, array_position('{self,ballot,group,city}'::text[], e.kind) desc limit 1) g on true
      left join lateral (
        select k.holder from contacts k
        where k.county_code = c.county_code and k.case_no = c.case_no and k.effective_on <= ${asOf}::date and ${knownAt('k', at)}
          and k.role = 'leader' and (k.until is null or k.until >= ${asOf}::date)
        order by k.effective_on desc, k.holder limit 1) l on true
      left join lateral (
        select t.document_no from transitions t
        where t.county_code = c.county_code and t.case_no = c.case_no and t.effective_on <= ${asOf}::date and ${knownAt('t', at)}
          and t.document_no is not null
        order by t.state = 'struck_off' desc, t.effective_on desc limit 1) d on true
      where c.campaign = ${key.campaign} and c.effective_on <= ${asOf}::date and ${knownAt('c', at)}
        and ${sql.ref(`u.${levelColumn(key.level)}`)} = ${key.unit} and ${inScope(scope)}
    ),
    judged as (
      select s.*, s.state <> 'relapsed' and ${rankOf(sql.ref('s.state'))} >= ${rankOf(sql`${key.rectifiedFrom}`)} as rectified
      from stated s
    ),
    ledger as (
      select county_code, case_no, campaign, unit_code, unit_name, unit_kind, town_code, state, state_since, effective_on as identified_on,
        primary_cause, other_causes, due_on as deadline, rectified,
        case when rectified then first_rectified_on end as rectified_on, symptoms, symptoms_en, aim, relapse_of, grade, contact_leader,
        document_no, illustrative, latest, coalesce(latest and not rectified and due_on < ${asOf}::date, false) as overdue
      from judged
    )`;
}
