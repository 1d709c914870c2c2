/* metrics:children by county_code */
select u.county_code as unit, u.code, u.name, u.valid_from <= at.tree and at.tree < u.valid_to as valid, u.kind = 'other' as other, t.since, t.until
from (select $1::date as tree) at
cross join lateral (
  select nullif(max(b.day) filter (where b.day <= at.tree), '-infinity') as since,
    nullif(min(b.day) filter (where b.day > at.tree), 'infinity') as until
  from org_unit_version v cross join lateral (values (v.valid_from), (v.valid_to)) b(day)
  where v.code in (select c.code from org_unit_version c
      where c.county_code = any ($2::text[]) and c.town_code = c.code and c.superseded_at = 'infinity') and v.superseded_at = 'infinity') t
join org_unit_version u on true
where u.county_code = any ($3::text[]) and u.town_code = u.code and u.superseded_at = 'infinity' and (u.valid_from <= at.tree and at.tree < u.valid_to or not (u.valid_from <= at.tree and at.tree < u.valid_to) and not exists (
    select from org_unit_version o where o.code = u.code and o.superseded_at = 'infinity'
      and case when u.valid_from <= at.tree
        then o.valid_from > u.valid_from and o.valid_from <= at.tree
        else o.valid_from < u.valid_from end))
order by u.code;
-- $1 tree0, $2 units, $3 units
