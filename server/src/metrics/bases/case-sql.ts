import { sql } from 'kysely';
import type { RowContext } from '../base.ts';
import { raw, type Sql } from '../sql.ts';
import { STATES } from '../words.ts';

const ranked = `'{${Object.keys(STATES).join(',')}}'::text[]`;

/** Place of a state in the life of a case, from 1. */
export const rank = (state: string): Sql => raw(`array_position(${ranked}, ${state})`);

/** True for a state that the campaign `k` counts as rectified: its own or a later one; relapsed never. */
export const countsAsRectified = (state: string): Sql =>
  raw(`case k.rectified_from
      when 'accepted' then ${state} in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then ${state} in ('struck_off', 'consolidating')
      else ${state} = 'consolidating' end`);

/** The latest transition of case `r` on the day, as `s`. */
export const latestTransition = ({ day, known }: RowContext): Sql => sql`left join lateral (
  select t.state, t.effective_on, t.illustrative from transitions t
  where t.county_code = r.county_code and t.case_no = r.case_no and t.effective_on <= ${day} and ${known('t')}
  order by t.effective_on desc, ${rank('t.state')} desc limit 1) s on true`;

/** The first transition of case `r` that made it rectified, as `f`; no row when it never was. */
export const firstRectified = ({ day, known }: RowContext): Sql => sql`left join lateral (
  select t.effective_on, t.illustrative from transitions t
  where t.county_code = r.county_code and t.case_no = r.case_no and t.effective_on <= ${day} and ${known('t')}
    and ${countsAsRectified('t.state')}
  order by t.effective_on limit 1) f on true`;

/** The latest evaluation of case `r` that gives a grade, as `g`. On one day the later kind of evaluation wins. */
export const latestGrade = ({ day, known }: RowContext): Sql => sql`left join lateral (
  select e.grade, e.illustrative from evaluations e
  where e.county_code = r.county_code and e.case_no = r.case_no and e.effective_on <= ${day} and ${known('e')}
    and e.grade is not null
  order by e.effective_on desc, array_position('{self,ballot,group,city}'::text[], e.kind) desc limit 1) g on true`;

/** How many items of the campaign's checklist case `r` has in place, as `p`. */
export const planItems = ({ day, known }: RowContext): Sql => sql`left join lateral (
  select count(*) filter (where i.item = 'ledger' or h.present) as filled, bool_or(h.illustrative) as illustrative
  from unnest(k.checklist) i(item)
  cross join lateral (
    select bool_or(true) as present, bool_and(x.illustrative) as illustrative from (
      select m.illustrative && '{*,no}'::text[] as illustrative from measures m
      where i.item = 'measures' and m.county_code = r.county_code and m.case_no = r.case_no and ${known('m')}
      union all
      select o.illustrative && '{*,role}'::text[] from contacts o
      where o.role = i.item and o.county_code = r.county_code and o.case_no = r.case_no and ${known('o')}
        and o.effective_on <= ${day} and (o.until is null or o.until >= ${day})) x) h) p on true`;
