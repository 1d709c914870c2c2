/* metrics:ballots by county_code */
select u.county_code as unit,
  (sum((r.satisfied + r.fairly)))::text as m0,
  bool_or((r.illustrative && '{*,satisfied,fairly}'::text[] or k.unit_code <> u.county_code and c.illustrative && '{*,unit_code}'::text[])) as i0,
  (sum(r.returned))::text as m1,
  bool_or((r.illustrative && '{*,returned}'::text[] or k.unit_code <> u.county_code and c.illustrative && '{*,unit_code}'::text[])) as i1
from (select $1::date as day, $2::date as tree) at
join campaign_version k on k.campaign = $3 and k.superseded_at = 'infinity'
cross join evaluations r
join cases c on c.county_code = r.county_code
  and c.case_no = r.case_no and c.campaign = k.campaign and c.superseded_at = 'infinity'
join org_unit_version u on u.code = c.unit_code and u.superseded_at = 'infinity' and (u.valid_from <= at.tree and at.tree < u.valid_to or not (u.valid_from <= at.tree and at.tree < u.valid_to) and not exists (
    select from org_unit_version o where o.code = u.code and o.superseded_at = 'infinity'
      and case when u.valid_from <= at.tree
        then o.valid_from > u.valid_from and o.valid_from <= at.tree
        else o.valid_from < u.valid_from end))
where r.kind = 'ballot' and r.effective_on <= at.day and r.superseded_at = 'infinity' and not exists (select from evaluations n where n.county_code = r.county_code and n.case_no = r.case_no
      and n.kind = 'ballot' and n.effective_on > r.effective_on and n.effective_on <= at.day and n.superseded_at = 'infinity') and u.county_code = any ($4::text[])
group by u.county_code;
-- $1 day0, $2 tree0, $3 campaign, $4 units

/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*) filter (where coalesce(s.state, 'identified') in ('accepted', 'struck_off', 'consolidating')))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or s.illustrative && '{*,state}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(s.state, 'identified') in ('accepted', 'struck_off', 'consolidating')) as i0,
  (count(*) filter (where coalesce(s.state, 'identified') in ('accepted', 'struck_off', 'consolidating') and not coalesce(b.counted, false)))::text as m1,
  bool_or((r.illustrative && '{*}'::text[] or s.illustrative && '{*,state}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(s.state, 'identified') in ('accepted', 'struck_off', 'consolidating') and not coalesce(b.counted, false)) as i1
from (select $1::date as day, $2::date as tree) at
join campaign_version k on k.campaign = $3 and k.superseded_at = 'infinity'
cross join cases r
join org_unit_version u on u.code = r.unit_code and u.superseded_at = 'infinity' and (u.valid_from <= at.tree and at.tree < u.valid_to or not (u.valid_from <= at.tree and at.tree < u.valid_to) and not exists (
    select from org_unit_version o where o.code = u.code and o.superseded_at = 'infinity'
      and case when u.valid_from <= at.tree
        then o.valid_from > u.valid_from and o.valid_from <= at.tree
        else o.valid_from < u.valid_from end))
left join lateral (
  select t.state, t.effective_on, t.illustrative from transitions t
  where t.county_code = r.county_code and t.case_no = r.case_no and t.effective_on <= at.day and t.superseded_at = 'infinity'
  order by t.effective_on desc, array_position('{identified,planned,rectifying,submitted,accepted,struck_off,consolidating,relapsed}'::text[], t.state) desc limit 1) s on true
left join lateral (
  select x.returned is not null and x.satisfied is not null and x.fairly is not null as counted from evaluations x
  where x.county_code = r.county_code and x.case_no = r.case_no and x.kind = 'ballot' and x.effective_on <= at.day
    and x.superseded_at = 'infinity'
  order by x.effective_on desc limit 1) b on true
where r.campaign = k.campaign and r.effective_on <= at.day and r.superseded_at = 'infinity' and not exists (select from cases n
  where n.campaign = r.campaign and n.unit_code = r.unit_code and n.effective_on <= at.day and n.superseded_at = 'infinity'
    and (n.effective_on, n.case_no) > (r.effective_on, r.case_no)) and u.county_code = any ($4::text[])
group by u.county_code;
-- $1 day0, $2 tree0, $3 campaign, $4 units
