/* metrics:cases by county_code and week */
select u.county_code as unit,
  d.key,
  grouping(d.key) = 1 as whole,
  (count(*) filter (where d.clock = 'identifiedOn'))::text as m0,
  case when grouping(d.key) = 1 then bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where d.clock = 'identifiedOn') else bool_or((r.illustrative && '{*,identified_on}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where d.clock = 'identifiedOn') end as i0,
  (count(*) filter (where coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false) and d.clock = 'rectifiedOn'))::text as m1,
  case when grouping(d.key) = 1 then bool_or((r.illustrative && '{*}'::text[] or s.illustrative && '{*,state}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false) and d.clock = 'rectifiedOn') else bool_or((r.illustrative && '{*}'::text[] or s.illustrative && '{*,state}'::text[] or f.illustrative && '{*,effective_on}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false) and d.clock = 'rectifiedOn') end as i1
from (select $1::date as day, $2::date as tree) at
join campaign_version k on k.campaign = $3 and k.superseded_at = 'infinity'
cross join cases r
join org_unit_version u on u.code = r.unit_code and u.superseded_at = 'infinity' and (u.valid_from <= at.tree and at.tree < u.valid_to or not (u.valid_from <= at.tree and at.tree < u.valid_to) and not exists (
    select from org_unit_version o where o.code = u.code and o.superseded_at = 'infinity'
      and case when u.valid_from <= at.tree
        then o.valid_from > u.valid_from and o.valid_from <= at.tree
        else o.valid_from < u.valid_from end))
left join lateral (
  select t.state, t.effective_on, t.illustrative from transitions t
  where t.county_code = r.county_code and t.case_no = r.case_no and t.effective_on <= at.day and t.superseded_at = 'infinity'
  order by t.effective_on desc, array_position('{identified,planned,rectifying,submitted,accepted,struck_off,consolidating,relapsed}'::text[], t.state) desc limit 1) s on true
left join lateral (
  select t.effective_on, t.illustrative from transitions t
  where t.county_code = r.county_code and t.case_no = r.case_no and t.effective_on <= at.day and t.superseded_at = 'infinity'
    and case k.rectified_from
      when 'accepted' then t.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then t.state in ('struck_off', 'consolidating')
      else t.state = 'consolidating' end
  order by t.effective_on limit 1) f on true
cross join lateral (select x.clock, x.day, to_char(x.day, 'IYYY-"W"IW') as key
  from (values ('identifiedOn', r.effective_on::date), ('rectifiedOn', f.effective_on::date)) x(clock, day)) d
where r.campaign = k.campaign and r.effective_on <= at.day and r.superseded_at = 'infinity' and not exists (select from cases n
  where n.campaign = r.campaign and n.unit_code = r.unit_code and n.effective_on <= at.day and n.superseded_at = 'infinity'
    and (n.effective_on, n.case_no) > (r.effective_on, r.case_no)) and u.county_code = any ($4::text[]) and d.day >= $5::date and d.day < $6::date
group by u.county_code, rollup (d.key);
-- $1 day0, $2 tree0, $3 campaign, $4 units, $5 from, $6 to
