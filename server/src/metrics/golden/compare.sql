/* metrics:compare cases */
select a.inside as a_inside, a.rectified as a_rectified, a.relapsed as a_relapsed, a.c0::text as a_c0, m.inside as m_inside, m.rectified as m_rectified, m.relapsed as m_relapsed, m.c0::text as m_c0, b.inside as b_inside, b.rectified as b_rectified, b.relapsed as b_relapsed, b.c0::text as b_c0
from (select concat_ws(chr(31), a.case_no) as id, coalesce(u.county_code = any ($1::text[]), false) as inside,
  coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false) as rectified,
  (coalesce(s.state = 'relapsed', false) or e.effective_on is not null and not coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)) as relapsed,
  case when coalesce(u.county_code = any ($2::text[]), false) and coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false) then 1 end as c0
from (select $3::date as day, $4::date as tree, $5::timestamptz as known) at
join campaign_version k on k.campaign = $6 and k.recorded_at <= at.known and at.known < k.superseded_at
cross join cases r
join org_unit_version u on u.code = r.unit_code and u.recorded_at <= at.known and at.known < u.superseded_at and (u.valid_from <= at.tree and at.tree < u.valid_to or not (u.valid_from <= at.tree and at.tree < u.valid_to) and not exists (
    select from org_unit_version o where o.code = u.code and o.recorded_at <= at.known and at.known < o.superseded_at
      and case when u.valid_from <= at.tree
        then o.valid_from > u.valid_from and o.valid_from <= at.tree
        else o.valid_from < u.valid_from end))
cross join lateral (
  select n.case_no from cases n
  where n.campaign = r.campaign and n.unit_code = r.unit_code and n.effective_on <= at.day and n.recorded_at <= at.known and at.known < n.superseded_at
  order by n.effective_on, n.case_no limit 1) a
left join lateral (
  select t.state, t.effective_on, t.illustrative from transitions t
  where t.county_code = r.county_code and t.case_no = r.case_no and t.effective_on <= at.day and t.recorded_at <= at.known and at.known < t.superseded_at
  order by t.effective_on desc, array_position('{identified,planned,rectifying,submitted,accepted,struck_off,consolidating,relapsed}'::text[], t.state) desc limit 1) s on true
left join lateral (
  select t.effective_on, t.illustrative from cases o
  cross join lateral (
    select x.state, x.effective_on, x.illustrative from transitions x
    where x.county_code = o.county_code and x.case_no = o.case_no and x.effective_on <= at.day and x.recorded_at <= at.known and at.known < x.superseded_at
    order by x.effective_on desc, array_position('{identified,planned,rectifying,submitted,accepted,struck_off,consolidating,relapsed}'::text[], x.state) desc limit 1) t
  where o.campaign = r.campaign and o.unit_code = r.unit_code and o.case_no <> r.case_no and o.effective_on <= at.day
    and o.recorded_at <= at.known and at.known < o.superseded_at and t.state = 'relapsed'
  order by t.effective_on desc limit 1) e on true
where r.campaign = k.campaign and r.effective_on <= at.day and r.recorded_at <= at.known and at.known < r.superseded_at and not exists (select from cases n
  where n.campaign = r.campaign and n.unit_code = r.unit_code and n.effective_on <= at.day and n.recorded_at <= at.known and at.known < n.superseded_at
    and (n.effective_on, n.case_no) > (r.effective_on, r.case_no))) a
full join (select concat_ws(chr(31), a.case_no) as id, coalesce(u.county_code = any ($7::text[]), false) as inside,
  coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false) as rectified,
  (coalesce(s.state = 'relapsed', false) or e.effective_on is not null and not coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)) as relapsed,
  case when coalesce(u.county_code = any ($8::text[]), false) and coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false) then 1 end as c0
from (select $9::date as day, $10::date as tree) at
join campaign_version k on k.campaign = $11 and k.superseded_at = 'infinity'
cross join cases r
join org_unit_version u on u.code = r.unit_code and u.superseded_at = 'infinity' and (u.valid_from <= at.tree and at.tree < u.valid_to or not (u.valid_from <= at.tree and at.tree < u.valid_to) and not exists (
    select from org_unit_version o where o.code = u.code and o.superseded_at = 'infinity'
      and case when u.valid_from <= at.tree
        then o.valid_from > u.valid_from and o.valid_from <= at.tree
        else o.valid_from < u.valid_from end))
cross join lateral (
  select n.case_no from cases n
  where n.campaign = r.campaign and n.unit_code = r.unit_code and n.effective_on <= at.day and n.superseded_at = 'infinity'
  order by n.effective_on, n.case_no limit 1) a
left join lateral (
  select t.state, t.effective_on, t.illustrative from transitions t
  where t.county_code = r.county_code and t.case_no = r.case_no and t.effective_on <= at.day and t.superseded_at = 'infinity'
  order by t.effective_on desc, array_position('{identified,planned,rectifying,submitted,accepted,struck_off,consolidating,relapsed}'::text[], t.state) desc limit 1) s on true
left join lateral (
  select t.effective_on, t.illustrative from cases o
  cross join lateral (
    select x.state, x.effective_on, x.illustrative from transitions x
    where x.county_code = o.county_code and x.case_no = o.case_no and x.effective_on <= at.day and x.superseded_at = 'infinity'
    order by x.effective_on desc, array_position('{identified,planned,rectifying,submitted,accepted,struck_off,consolidating,relapsed}'::text[], x.state) desc limit 1) t
  where o.campaign = r.campaign and o.unit_code = r.unit_code and o.case_no <> r.case_no and o.effective_on <= at.day
    and o.superseded_at = 'infinity' and t.state = 'relapsed'
  order by t.effective_on desc limit 1) e on true
where r.campaign = k.campaign and r.effective_on <= at.day and r.superseded_at = 'infinity' and not exists (select from cases n
  where n.campaign = r.campaign and n.unit_code = r.unit_code and n.effective_on <= at.day and n.superseded_at = 'infinity'
    and (n.effective_on, n.case_no) > (r.effective_on, r.case_no))) m on m.id = a.id
full join (select concat_ws(chr(31), a.case_no) as id, coalesce(u.county_code = any ($12::text[]), false) as inside,
  coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false) as rectified,
  (coalesce(s.state = 'relapsed', false) or e.effective_on is not null and not coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)) as relapsed,
  case when coalesce(u.county_code = any ($13::text[]), false) and coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false) then 1 end as c0
from (select $14::date as day, $15::date as tree) at
join campaign_version k on k.campaign = $16 and k.superseded_at = 'infinity'
cross join cases r
join org_unit_version u on u.code = r.unit_code and u.superseded_at = 'infinity' and (u.valid_from <= at.tree and at.tree < u.valid_to or not (u.valid_from <= at.tree and at.tree < u.valid_to) and not exists (
    select from org_unit_version o where o.code = u.code and o.superseded_at = 'infinity'
      and case when u.valid_from <= at.tree
        then o.valid_from > u.valid_from and o.valid_from <= at.tree
        else o.valid_from < u.valid_from end))
cross join lateral (
  select n.case_no from cases n
  where n.campaign = r.campaign and n.unit_code = r.unit_code and n.effective_on <= at.day and n.superseded_at = 'infinity'
  order by n.effective_on, n.case_no limit 1) a
left join lateral (
  select t.state, t.effective_on, t.illustrative from transitions t
  where t.county_code = r.county_code and t.case_no = r.case_no and t.effective_on <= at.day and t.superseded_at = 'infinity'
  order by t.effective_on desc, array_position('{identified,planned,rectifying,submitted,accepted,struck_off,consolidating,relapsed}'::text[], t.state) desc limit 1) s on true
left join lateral (
  select t.effective_on, t.illustrative from cases o
  cross join lateral (
    select x.state, x.effective_on, x.illustrative from transitions x
    where x.county_code = o.county_code and x.case_no = o.case_no and x.effective_on <= at.day and x.superseded_at = 'infinity'
    order by x.effective_on desc, array_position('{identified,planned,rectifying,submitted,accepted,struck_off,consolidating,relapsed}'::text[], x.state) desc limit 1) t
  where o.campaign = r.campaign and o.unit_code = r.unit_code and o.case_no <> r.case_no and o.effective_on <= at.day
    and o.superseded_at = 'infinity' and t.state = 'relapsed'
  order by t.effective_on desc limit 1) e on true
where r.campaign = k.campaign and r.effective_on <= at.day and r.superseded_at = 'infinity' and not exists (select from cases n
  where n.campaign = r.campaign and n.unit_code = r.unit_code and n.effective_on <= at.day and n.superseded_at = 'infinity'
    and (n.effective_on, n.case_no) > (r.effective_on, r.case_no))) b on b.id = coalesce(a.id, m.id)
where (a.c0 is distinct from m.c0 or m.c0 is distinct from b.c0);
-- $1 units, $2 units, $3 day0, $4 tree0, $5 known0, $6 campaign, $7 units, $8 units, $9 day1, $10 tree1, $11 campaign, $12 units, $13 units, $14 day2, $15 tree2, $16 campaign
