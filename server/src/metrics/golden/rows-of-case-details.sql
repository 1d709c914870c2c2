-- measures
from (select $1::date as day, $2::date as tree) at
join campaign_version k on k.campaign = $3 and k.superseded_at = 'infinity'
cross join measures r
join cases c on c.county_code = r.county_code
  and c.case_no = r.case_no and c.campaign = k.campaign and c.superseded_at = 'infinity'
join org_unit_version u on u.code = c.unit_code and u.superseded_at = 'infinity' and (u.valid_from <= at.tree and at.tree < u.valid_to or not (u.valid_from <= at.tree and at.tree < u.valid_to) and not exists (
    select from org_unit_version o where o.code = u.code and o.superseded_at = 'infinity'
      and case when u.valid_from <= at.tree
        then o.valid_from > u.valid_from and o.valid_from <= at.tree
        else o.valid_from < u.valid_from end))
where c.effective_on <= at.day and r.superseded_at = 'infinity';
-- $1 day0, $2 tree0, $3 campaign

-- visits
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
where r.effective_on <= at.day and r.superseded_at = 'infinity';
-- $1 day0, $2 tree0, $3 campaign

-- ballots
from (select $1::date as day, $2::date as tree) at
join campaign_version k on k.campaign = $3 and k.superseded_at = 'infinity'
cross join evaluations r
join cases c on c.county_code = r.county_code
  and c.case_no = r.case_no and c.campaign = k.campaign and c.superseded_at = 'infinity'
join org_unit_version u on u.code = c.unit_code and u.superseded_at = 'infinity' and (u.valid_from <= at.tree and at.tree < u.valid_to or not (u.valid_from <= at.tree and at.tree < u.valid_to) and not exists (
    select from org_unit_version o where o.code = u.code and o.superseded_at = 'infinity'
      and case when u.valid_from <= at.tree
        then o.valid_from > u.valid_from and o.valid_from <= at.tree
        else o.valid_from < u.valid_from end))
where r.kind = 'ballot' and r.effective_on <= at.day and r.superseded_at = 'infinity' and not exists (select from evaluations n where n.county_code = r.county_code and n.case_no = r.case_no
      and n.kind = 'ballot' and n.effective_on > r.effective_on and n.effective_on <= at.day and n.superseded_at = 'infinity');
-- $1 day0, $2 tree0, $3 campaign

-- case_months
from (select $1::date as day, $2::date as tree) at
join campaign_version k on k.campaign = $3 and k.superseded_at = 'infinity'
cross join cases r
left join lateral (
  select t.effective_on, t.illustrative from transitions t
  where t.county_code = r.county_code and t.case_no = r.case_no and t.effective_on <= at.day and t.superseded_at = 'infinity'
    and case k.rectified_from
      when 'accepted' then t.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then t.state in ('struck_off', 'consolidating')
      else t.state = 'consolidating' end
  order by t.effective_on limit 1) f on true
join lateral (
  select x::date as starts, (x + interval '1 month - 1 day')::date as ends
  from generate_series(date_trunc('month', r.effective_on + interval '1 month - 1 day'),
    least(at.day::timestamp, f.effective_on::timestamp), interval '1 month') x) m
  on m.starts >= r.effective_on and m.ends <= at.day and (f.effective_on is null or m.ends < f.effective_on)
join org_unit_version u on u.code = r.unit_code and u.superseded_at = 'infinity' and (u.valid_from <= at.tree and at.tree < u.valid_to or not (u.valid_from <= at.tree and at.tree < u.valid_to) and not exists (
    select from org_unit_version o where o.code = u.code and o.superseded_at = 'infinity'
      and case when u.valid_from <= at.tree
        then o.valid_from > u.valid_from and o.valid_from <= at.tree
        else o.valid_from < u.valid_from end))
cross join lateral (
  select count(*) as visits, bool_or(v.illustrative && '{*,role,visited_on}'::text[]) as illustrative from visits v
  where v.county_code = r.county_code and v.case_no = r.case_no and v.role = 'leader'
    and v.effective_on between m.starts and m.ends and v.superseded_at = 'infinity') v
where r.campaign = k.campaign and r.effective_on <= at.day and r.superseded_at = 'infinity' and exists (select from contacts o where o.county_code = r.county_code and o.case_no = r.case_no
      and o.role = 'leader' and o.effective_on <= m.ends and (o.until is null or o.until >= m.starts) and o.superseded_at = 'infinity');
-- $1 day0, $2 tree0, $3 campaign
