import { CASE_STATES } from '@wallchart/db';
import { sql } from 'kysely';
import { raw, words, type Sql } from '../../database/sql.ts';
import { inEffect, type RecordView } from './view.ts';

/** What the fragments below need to know; they speak of a case as `r` and of its campaign as `k`. */
type Seen = Pick<RecordView, 'day' | 'known'>;

/** Place of a state in the life of a case, from 1. */
export const rank = (state: string): Sql => sql`array_position(${words(CASE_STATES)}, ${raw(state)})`;

/** True for the state that closes a case. */
export const isStruckOff = (state: string): Sql => raw(`${state} = 'struck_off'`);

/** True for a state that comes with having passed the acceptance; relapsed is none. */
export const isAccepted = (state: Sql): Sql => sql`${state} in ('accepted', 'struck_off', 'consolidating')`;

/** True for a state that the campaign `k` counts as rectified: its own or a later one; relapsed never. */
export const countsAsRectified = (state: string): Sql =>
  sql`case k.rectified_from
      when 'accepted' then ${isAccepted(raw(state))}
      when 'struck_off' then ${raw(state)} in ('struck_off', 'consolidating')
      else ${raw(state)} = 'consolidating' end`;

/** Of case `r`, whose latest transition is `s`: its state, since when, its deadline, and whether it is rectified. */
export const STATE = raw("coalesce(s.state, 'identified')");
export const STATE_SINCE = raw('coalesce(s.effective_on, r.effective_on)');
export const DEADLINE = raw('coalesce(r.deadline, k.deadline)');
export const RECTIFIED = sql`coalesce(${countsAsRectified('s.state')}, false)`;

/** Overdue from the day after the deadline for as long as it is not done; null, and so never, without a deadline. */
export const isOverdue = (done: Sql, deadline: Sql, day: Sql): Sql => sql`not ${done} and ${deadline} < ${day}`;

/** The latest transition of case `r` on the day, as `s`. */
export const latestTransition = (seen: Seen): Sql => sql`left join lateral (
  select t.state, t.effective_on, t.illustrative from transitions t
  where t.county_code = r.county_code and t.case_no = r.case_no and ${inEffect('t', seen)}
  order by t.effective_on desc, ${rank('t.state')} desc limit 1) s on true`;

/**
 * True for case `r` when it is the latest of its organisation in the campaign on the day: an organisation counts once. Of two
 * that were identified on one day it is the one with the higher number.
 */
export const latestOfOrganisation = (seen: Seen): Sql => sql`not exists (select from cases n
  where n.campaign = r.campaign and n.unit_code = r.unit_code and ${inEffect('n', seen)}
    and (n.effective_on, n.case_no) > (r.effective_on, r.case_no))`;

/** The first case of the organisation of case `r` in the campaign, as `a`: it names the organisation through all its cases. */
export const firstOfOrganisation = (seen: Seen): Sql => sql`cross join lateral (
  select n.case_no from cases n
  where n.campaign = r.campaign and n.unit_code = r.unit_code and ${inEffect('n', seen)}
  order by n.effective_on, n.case_no limit 1) a`;

/** The latest relapse of an earlier case of the organisation of case `r`, as `e`; such a case has no later state than that. */
export const earlierRelapse = (seen: Seen): Sql => sql`left join lateral (
  select t.effective_on, t.illustrative from cases o
  cross join lateral (
    select x.state, x.effective_on, x.illustrative from transitions x
    where x.county_code = o.county_code and x.case_no = o.case_no and ${inEffect('x', seen)}
    order by x.effective_on desc, ${rank('x.state')} desc limit 1) t
  where o.campaign = r.campaign and o.unit_code = r.unit_code and o.case_no <> r.case_no and o.effective_on <= ${seen.day}
    and ${seen.known('o')} and t.state = 'relapsed'
  order by t.effective_on desc limit 1) e on true`;

/** The first transition of case `r` that made it rectified, as `f`; no row when it never was. */
export const firstRectified = (seen: Seen): Sql => sql`left join lateral (
  select t.effective_on, t.illustrative from transitions t
  where t.county_code = r.county_code and t.case_no = r.case_no and ${inEffect('t', seen)}
    and ${countsAsRectified('t.state')}
  order by t.effective_on limit 1) f on true`;

/** The latest evaluation of case `r` that gives a grade, as `g`. On one day the later kind of evaluation wins. */
export const latestGrade = (seen: Seen): Sql => sql`left join lateral (
  select e.grade, e.illustrative from evaluations e
  where e.county_code = r.county_code and e.case_no = r.case_no and ${inEffect('e', seen)}
    and e.grade is not null
  order by e.effective_on desc, array_position('{self,ballot,group,city}'::text[], e.kind) desc limit 1) g on true`;

/** How many items of the campaign's checklist case `r` has in place, as `p`. */
export const planItems = (seen: Seen): Sql => sql`left join lateral (
  select count(*) filter (where i.item = 'ledger' or h.present) as filled, bool_or(h.illustrative) as illustrative
  from unnest(k.checklist) i(item)
  cross join lateral (
    select bool_or(true) as present, bool_and(x.illustrative) as illustrative from (
      select m.illustrative && '{*,no}'::text[] as illustrative from measures m
      where i.item = 'measures' and m.county_code = r.county_code and m.case_no = r.case_no and ${seen.known('m')}
      union all
      select o.illustrative && '{*,role}'::text[] from contacts o
      where o.role = i.item and o.county_code = r.county_code and o.case_no = r.case_no and ${seen.known('o')}
        and o.effective_on <= ${seen.day} and (o.until is null or o.until >= ${seen.day})) x) h) p on true`;

/** The venue that the organisation of case `r` needs, as `v`; no row when it needs none. */
export const venueOfOrganisation = (seen: Seen): Sql => sql`left join lateral (
  select x.estimate_yuan is not null as estimated from venues x
  where x.campaign = r.campaign and x.unit_code = r.unit_code and ${inEffect('x', seen)}) v on true`;

/** Whether the latest ballot of case `r` says what came back and how it voted, as `b`; no row when there is none. */
export const latestBallot = (seen: Seen): Sql => sql`left join lateral (
  select x.returned is not null and x.satisfied is not null and x.fairly is not null as counted from evaluations x
  where x.county_code = r.county_code and x.case_no = r.case_no and x.kind = 'ballot' and x.effective_on <= ${seen.day}
    and ${seen.known('x')}
  order by x.effective_on desc limit 1) b on true`;
