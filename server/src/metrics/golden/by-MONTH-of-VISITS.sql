/* metrics:visits by county_code and month */
select u.county_code as unit,
  d.key,
  grouping(d.key) = 1 as whole,
  (count(*))::text as m0,
  case when grouping(d.key) = 1 then bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and c.illustrative && '{*,unit_code}'::text[])) else bool_or((r.illustrative && '{*,visited_on}'::text[] or k.unit_code <> u.county_code and c.illustrative && '{*,unit_code}'::text[])) end as i0
from (select $1::date as day, $2::date as tree) at
join campaign_version k on k.campaign = $3 and k.superseded_at = 'infinity'
cross join visits r
join cases c on c.county_code = r.county_code
  and c.case_no = r.case_no and c.campaign = k.campaign and c.superseded_at = 'infinity'
join org_unit_version u on u.code = c.unit_code and u.superseded_at = 'infinity' and (u.valid_from <= at.tree and at.tree < u.valid_to or not (u.valid_from <= at.tree and at.tree < u.valid_to) and not exists (
    select from org_unit_version o where o.code = u.code and o.superseded_at = 'infinity'
      and case when u.valid_from <= at.tree
        then o.valid_from > u.valid_from and o.valid_from <= at.tree
        else o.valid_from < u.valid_from end))
cross join lateral (select x.clock, x.day, to_char(x.day, 'YYYY-MM') as key
  from (values ('visitedOn', r.effective_on::date)) x(clock, day)) d
where r.effective_on <= at.day and r.superseded_at = 'infinity' and u.county_code = any ($4::text[])
group by u.county_code, rollup (d.key);
-- $1 day0, $2 tree0, $3 campaign, $4 units
