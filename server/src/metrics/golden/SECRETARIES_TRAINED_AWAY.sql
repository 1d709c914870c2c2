/* metrics:team by county_code */
select u.county_code as unit,
  (sum(r.count) filter (where r.item = 'trained_away'))::text as m0,
  bool_or((r.illustrative && '{*,item,count}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.item = 'trained_away') as i0,
  bool_or(r.at_least) filter (where r.item = 'trained_away') as l0
from (select $1::date as day, $2::date as tree) at
join campaign_version k on k.campaign = $3 and k.superseded_at = 'infinity'
cross join team r
join org_unit_version u on u.code = r.unit_code and u.superseded_at = 'infinity' and (u.valid_from <= at.tree and at.tree < u.valid_to or not (u.valid_from <= at.tree and at.tree < u.valid_to) and not exists (
    select from org_unit_version o where o.code = u.code and o.superseded_at = 'infinity'
      and case when u.valid_from <= at.tree
        then o.valid_from > u.valid_from and o.valid_from <= at.tree
        else o.valid_from < u.valid_from end))
where r.campaign = k.campaign and r.effective_on <= at.day and r.superseded_at = 'infinity' and u.county_code = any ($4::text[])
group by u.county_code;
-- $1 day0, $2 tree0, $3 campaign, $4 units
