/* metrics:economy by county_code */
select u.county_code as unit,
  (count(*) filter (where r.income_yuan <= 0))::text as m0,
  bool_or((r.illustrative && '{*,income_yuan}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.income_yuan <= 0) as i0
from (select $1::date as day, $2::date as tree) at
join campaign_version k on k.campaign = $3 and k.superseded_at = 'infinity'
cross join economy r
join org_unit_version u on u.code = r.unit_code and u.superseded_at = 'infinity' and (u.valid_from <= at.tree and at.tree < u.valid_to or not (u.valid_from <= at.tree and at.tree < u.valid_to) and not exists (
    select from org_unit_version o where o.code = u.code and o.superseded_at = 'infinity'
      and case when u.valid_from <= at.tree
        then o.valid_from > u.valid_from and o.valid_from <= at.tree
        else o.valid_from < u.valid_from end))
where r.year = extract(year from at.day)::integer and r.superseded_at = 'infinity' and k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) and u.county_code = any ($4::text[])
group by u.county_code;
-- $1 day0, $2 tree0, $3 campaign, $4 units

/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0,
  (count(*) filter (where not economy.entered))::text as m1,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where not economy.entered) as i1
from (select $1::date as day, $2::date as tree) at
join campaign_version k on k.campaign = $3 and k.superseded_at = 'infinity'
cross join cases r
join org_unit_version u on u.code = r.unit_code and u.superseded_at = 'infinity' and (u.valid_from <= at.tree and at.tree < u.valid_to or not (u.valid_from <= at.tree and at.tree < u.valid_to) and not exists (
    select from org_unit_version o where o.code = u.code and o.superseded_at = 'infinity'
      and case when u.valid_from <= at.tree
        then o.valid_from > u.valid_from and o.valid_from <= at.tree
        else o.valid_from < u.valid_from end))
cross join lateral (select exists (
  select from economy x where x.unit_code in (case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code) then u.county_code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code) then u.town_code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) then u.village_code end) and x.year = extract(year from at.day)::integer and x.superseded_at = 'infinity') as entered offset 0) economy
where r.campaign = k.campaign and r.effective_on <= at.day and r.superseded_at = 'infinity' and not exists (select from cases n
  where n.campaign = r.campaign and n.unit_code = r.unit_code and n.effective_on <= at.day and n.superseded_at = 'infinity'
    and (n.effective_on, n.case_no) > (r.effective_on, r.case_no)) and u.county_code = any ($4::text[])
group by u.county_code;
-- $1 day0, $2 tree0, $3 campaign, $4 units
