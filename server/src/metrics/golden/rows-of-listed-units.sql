-- villages
from (select $1::date as day, $2::date as tree) at
join campaign_version k on k.campaign = $3 and k.superseded_at = 'infinity'
cross join lateral (
  select v.id, v.code, v.kind, v.province_code, v.prefecture_code, v.county_code, v.town_code, v.village_code, '{}'::text[] as illustrative, v.recorded_at, v.import_id, v.source_row,
    'units' as sheet, null::integer as declared, v.name,
    v.county_code = k.unit_code and k.declared_villages is not null and exists (
    select from org_unit_version w where w.code = k.unit_code and w.superseded_at = 'infinity' and (w.valid_from <= at.tree and at.tree < w.valid_to or not (w.valid_from <= at.tree and at.tree < w.valid_to) and not exists (
    select from org_unit_version o where o.code = w.code and o.superseded_at = 'infinity'
      and case when w.valid_from <= at.tree
        then o.valid_from > w.valid_from and o.valid_from <= at.tree
        else o.valid_from < w.valid_from end)) and true) as overruled
  from org_unit_version v
  where v.kind = 'village' and v.valid_from <= at.tree and at.tree < v.valid_to
    and v.superseded_at = 'infinity' and not '*' = any (v.illustrative)
  union all
  select k.id, v.code, v.kind, v.province_code, v.prefecture_code, v.county_code, v.town_code, v.village_code, k.illustrative, k.recorded_at, k.import_id, k.source_row,
    'campaigns', k.declared_villages, k.name_zh, v.county_code <> v.code
  from org_unit_version v
  where v.code = k.unit_code and k.declared_villages is not null and v.superseded_at = 'infinity' and (v.valid_from <= at.tree and at.tree < v.valid_to or not (v.valid_from <= at.tree and at.tree < v.valid_to) and not exists (
    select from org_unit_version o where o.code = v.code and o.superseded_at = 'infinity'
      and case when v.valid_from <= at.tree
        then o.valid_from > v.valid_from and o.valid_from <= at.tree
        else o.valid_from < v.valid_from end))) u
where true;
-- $1 day0, $2 tree0, $3 campaign

-- communities
from (select $1::date as day, $2::date as tree) at
join campaign_version k on k.campaign = $3 and k.superseded_at = 'infinity'
cross join lateral (
  select v.id, v.code, v.kind, v.province_code, v.prefecture_code, v.county_code, v.town_code, v.village_code, '{}'::text[] as illustrative, v.recorded_at, v.import_id, v.source_row,
    'units' as sheet, null::integer as declared, v.name,
    v.county_code = k.unit_code and k.declared_communities is not null and exists (
    select from org_unit_version w where w.code = k.unit_code and w.superseded_at = 'infinity' and (w.valid_from <= at.tree and at.tree < w.valid_to or not (w.valid_from <= at.tree and at.tree < w.valid_to) and not exists (
    select from org_unit_version o where o.code = w.code and o.superseded_at = 'infinity'
      and case when w.valid_from <= at.tree
        then o.valid_from > w.valid_from and o.valid_from <= at.tree
        else o.valid_from < w.valid_from end)) and true) as overruled
  from org_unit_version v
  where v.kind = 'community' and v.valid_from <= at.tree and at.tree < v.valid_to
    and v.superseded_at = 'infinity' and not '*' = any (v.illustrative)
  union all
  select k.id, v.code, v.kind, v.province_code, v.prefecture_code, v.county_code, v.town_code, v.village_code, k.illustrative, k.recorded_at, k.import_id, k.source_row,
    'campaigns', k.declared_communities, k.name_zh, v.county_code <> v.code
  from org_unit_version v
  where v.code = k.unit_code and k.declared_communities is not null and v.superseded_at = 'infinity' and (v.valid_from <= at.tree and at.tree < v.valid_to or not (v.valid_from <= at.tree and at.tree < v.valid_to) and not exists (
    select from org_unit_version o where o.code = v.code and o.superseded_at = 'infinity'
      and case when v.valid_from <= at.tree
        then o.valid_from > v.valid_from and o.valid_from <= at.tree
        else o.valid_from < v.valid_from end))) u
where true;
-- $1 day0, $2 tree0, $3 campaign
