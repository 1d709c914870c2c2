/* metrics:cases by county_code and grade */
select u.county_code as unit,
  d.key,
  grouping(d.key) = 1 as whole,
  (count(*))::text as m0,
  case when grouping(d.key) = 1 then bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) else bool_or((r.illustrative && '{*}'::text[] or g.illustrative && '{*,grade}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) end as i0
from (select $1::date as day, $2::date as tree) at
join campaign_version k on k.campaign = $3 and k.superseded_at = 'infinity'
cross join cases r
join org_unit_version u on u.code = r.unit_code and u.superseded_at = 'infinity' and (u.valid_from <= at.tree and at.tree < u.valid_to or not (u.valid_from <= at.tree and at.tree < u.valid_to) and not exists (
    select from org_unit_version o where o.code = u.code and o.superseded_at = 'infinity'
      and case when u.valid_from <= at.tree
        then o.valid_from > u.valid_from and o.valid_from <= at.tree
        else o.valid_from < u.valid_from end))
left join lateral (
  select e.grade, e.illustrative from evaluations e
  where e.county_code = r.county_code and e.case_no = r.case_no and e.effective_on <= at.day and e.superseded_at = 'infinity'
    and e.grade is not null
  order by e.effective_on desc, array_position('{self,ballot,group,city}'::text[], e.kind) desc limit 1) g on true
cross join lateral (select g.grade as key) d
where r.campaign = k.campaign and r.effective_on <= at.day and r.superseded_at = 'infinity' and not exists (select from cases n
  where n.campaign = r.campaign and n.unit_code = r.unit_code and n.effective_on <= at.day and n.superseded_at = 'infinity'
    and (n.effective_on, n.case_no) > (r.effective_on, r.case_no)) and u.county_code = any ($4::text[])
group by u.county_code, rollup (d.key);
-- $1 day0, $2 tree0, $3 campaign, $4 units
