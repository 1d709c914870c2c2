-- operating_funds
from (select $1::date as day, $2::date as tree) at
join campaign_version k on k.campaign = $3 and k.superseded_at = 'infinity'
cross join operating_funds r
join org_unit_version u on u.code = r.unit_code and u.superseded_at = 'infinity' and (u.valid_from <= at.tree and at.tree < u.valid_to or not (u.valid_from <= at.tree and at.tree < u.valid_to) and not exists (
    select from org_unit_version o where o.code = u.code and o.superseded_at = 'infinity'
      and case when u.valid_from <= at.tree
        then o.valid_from > u.valid_from and o.valid_from <= at.tree
        else o.valid_from < u.valid_from end))
left join lateral (
  select t.due_yuan from operating_tier t
  where t.kind = u.kind and t.county_code in (u.county_code, '*')
    and t.population_over < case u.kind when 'community' then coalesce(u.population, 0) else u.population end
  order by t.county_code <> '*' desc, t.population_over desc limit 1) y on true
where r.year = extract(year from at.day)::integer and r.superseded_at = 'infinity' and k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code);
-- $1 day0, $2 tree0, $3 campaign

-- economy
from (select $1::date as day, $2::date as tree) at
join campaign_version k on k.campaign = $3 and k.superseded_at = 'infinity'
cross join economy r
join org_unit_version u on u.code = r.unit_code and u.superseded_at = 'infinity' and (u.valid_from <= at.tree and at.tree < u.valid_to or not (u.valid_from <= at.tree and at.tree < u.valid_to) and not exists (
    select from org_unit_version o where o.code = u.code and o.superseded_at = 'infinity'
      and case when u.valid_from <= at.tree
        then o.valid_from > u.valid_from and o.valid_from <= at.tree
        else o.valid_from < u.valid_from end))
where r.year = extract(year from at.day)::integer and r.superseded_at = 'infinity' and k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code);
-- $1 day0, $2 tree0, $3 campaign

-- remuneration
from (select $1::date as day, $2::date as tree) at
join campaign_version k on k.campaign = $3 and k.superseded_at = 'infinity'
cross join remuneration r
join org_unit_version u on u.code = r.unit_code and u.superseded_at = 'infinity' and (u.valid_from <= at.tree and at.tree < u.valid_to or not (u.valid_from <= at.tree and at.tree < u.valid_to) and not exists (
    select from org_unit_version o where o.code = u.code and o.superseded_at = 'infinity'
      and case when u.valid_from <= at.tree
        then o.valid_from > u.valid_from and o.valid_from <= at.tree
        else o.valid_from < u.valid_from end))
where r.effective_on <= at.day and r.superseded_at = 'infinity' and k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) and not exists (select from remuneration n where n.unit_code = r.unit_code and n.class = r.class
      and n.effective_on > r.effective_on and n.effective_on <= at.day and n.superseded_at = 'infinity');
-- $1 day0, $2 tree0, $3 campaign
