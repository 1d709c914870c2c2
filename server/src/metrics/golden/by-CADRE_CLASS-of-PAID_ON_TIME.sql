/* metrics:remuneration by county_code and class */
select u.county_code as unit,
  d.key,
  grouping(d.key) = 1 as whole,
  (coalesce(sum(r.headcount) filter (where r.paid_on_time), 0))::text as m0,
  case when grouping(d.key) = 1 then bool_or((r.illustrative && '{*,paid_on_time,headcount}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.paid_on_time) else bool_or((r.illustrative && '{*,paid_on_time,headcount,class}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.paid_on_time) end as i0,
  (coalesce(sum(r.headcount) filter (where r.paid_on_time is not null), 0))::text as m1,
  case when grouping(d.key) = 1 then bool_or((r.illustrative && '{*,paid_on_time,headcount}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.paid_on_time is not null) else bool_or((r.illustrative && '{*,paid_on_time,headcount,class}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.paid_on_time is not null) end as i1
from (select $1::date as day, $2::date as tree) at
join campaign_version k on k.campaign = $3 and k.superseded_at = 'infinity'
cross join remuneration r
join org_unit_version u on u.code = r.unit_code and u.superseded_at = 'infinity' and (u.valid_from <= at.tree and at.tree < u.valid_to or not (u.valid_from <= at.tree and at.tree < u.valid_to) and not exists (
    select from org_unit_version o where o.code = u.code and o.superseded_at = 'infinity'
      and case when u.valid_from <= at.tree
        then o.valid_from > u.valid_from and o.valid_from <= at.tree
        else o.valid_from < u.valid_from end))
cross join lateral (select r.class as key) d
where r.effective_on <= at.day and r.superseded_at = 'infinity' and k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) and not exists (select from remuneration n where n.unit_code = r.unit_code and n.class = r.class
      and n.effective_on > r.effective_on and n.effective_on <= at.day and n.superseded_at = 'infinity') and u.county_code = any ($4::text[])
group by u.county_code, rollup (d.key);
-- $1 day0, $2 tree0, $3 campaign, $4 units
