/* metrics:children by county_code */
select u.county_code as unit, u.code, u.name, u.valid_from <= at.tree and at.tree < u.valid_to as valid, u.kind = 'other' as other, t.since, t.until
from (select $1::date as tree, $2::timestamptz as known) at
cross join lateral (
  select nullif(max(b.day) filter (where b.day <= at.tree), '-infinity') as since,
    nullif(min(b.day) filter (where b.day > at.tree), 'infinity') as until
  from org_unit_version v cross join lateral (values (v.valid_from), (v.valid_to)) b(day)
  where (v.code in (select c.code from org_unit_version c
      where c.county_code = any ($3::text[]) and c.town_code = c.code and c.recorded_at <= at.known and at.known < c.superseded_at) or v.code = any ($4::text[])) and v.recorded_at <= at.known and at.known < v.superseded_at) t
join org_unit_version u on true
where u.county_code = any ($5::text[]) and u.town_code = u.code and u.recorded_at <= at.known and at.known < u.superseded_at and (u.valid_from <= at.tree and at.tree < u.valid_to or not (u.valid_from <= at.tree and at.tree < u.valid_to) and not exists (
    select from org_unit_version o where o.code = u.code and o.recorded_at <= at.known and at.known < o.superseded_at
      and case when u.valid_from <= at.tree
        then o.valid_from > u.valid_from and o.valid_from <= at.tree
        else o.valid_from < u.valid_from end)) and ((u.province_code = any ($6::text[]) or u.prefecture_code = any ($7::text[]) or u.county_code = any ($8::text[]) or u.town_code = any ($9::text[]) or u.village_code = any ($10::text[])) or exists (select from org_unit_version w where w.code = any ($11::text[])
    and w.town_code = u.code and w.recorded_at <= at.known and at.known < w.superseded_at and (w.valid_from <= at.tree and at.tree < w.valid_to or not (w.valid_from <= at.tree and at.tree < w.valid_to) and not exists (
    select from org_unit_version o where o.code = w.code and o.recorded_at <= at.known and at.known < o.superseded_at
      and case when w.valid_from <= at.tree
        then o.valid_from > w.valid_from and o.valid_from <= at.tree
        else o.valid_from < w.valid_from end))))
order by u.code;
-- $1 tree0, $2 known0, $3 units, $4 scope, $5 units, $6 scope, $7 scope, $8 scope, $9 scope, $10 scope, $11 scope
