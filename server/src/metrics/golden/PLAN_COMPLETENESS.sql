/* metrics:cases by county_code */
select u.county_code as unit,
  (sum(p.filled))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or p.illustrative or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0,
  (sum(cardinality(k.checklist)))::text as m1,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i1
from (select $1::date as day, $2::date as tree) at
join campaign_version k on k.campaign = $3 and k.superseded_at = 'infinity'
cross join cases r
join org_unit_version u on u.code = r.unit_code and u.superseded_at = 'infinity' and (u.valid_from <= at.tree and at.tree < u.valid_to or not (u.valid_from <= at.tree and at.tree < u.valid_to) and not exists (
    select from org_unit_version o where o.code = u.code and o.superseded_at = 'infinity'
      and case when u.valid_from <= at.tree
        then o.valid_from > u.valid_from and o.valid_from <= at.tree
        else o.valid_from < u.valid_from end))
left join lateral (
  select count(*) filter (where i.item = 'ledger' or h.present) as filled, bool_or(h.illustrative) as illustrative
  from unnest(k.checklist) i(item)
  cross join lateral (
    select bool_or(true) as present, bool_and(x.illustrative) as illustrative from (
      select m.illustrative && '{*,no}'::text[] as illustrative from measures m
      where i.item = 'measures' and m.county_code = r.county_code and m.case_no = r.case_no and m.superseded_at = 'infinity'
      union all
      select o.illustrative && '{*,role}'::text[] from contacts o
      where o.role = i.item and o.county_code = r.county_code and o.case_no = r.case_no and o.superseded_at = 'infinity'
        and o.effective_on <= at.day and (o.until is null or o.until >= at.day)) x) h) p on true
where r.campaign = k.campaign and r.effective_on <= at.day and r.superseded_at = 'infinity' and not exists (select from cases n
  where n.campaign = r.campaign and n.unit_code = r.unit_code and n.effective_on <= at.day and n.superseded_at = 'infinity'
    and (n.effective_on, n.case_no) > (r.effective_on, r.case_no)) and u.county_code = any ($4::text[])
group by u.county_code;
-- $1 day0, $2 tree0, $3 campaign, $4 units
