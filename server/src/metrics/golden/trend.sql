/* metrics:cases by town_code and day */
select u.town_code as unit,
  to_char(at.day, 'YYYY-MM-DD') as day,
  (count(*) filter (where coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or s.illustrative && '{*,state}'::text[] or f.illustrative && '{*,effective_on}'::text[] or k.unit_code <> u.town_code and r.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)) as i0
from (select x.day, x.tree, $1::timestamptz as known from unnest($2::date[], $3::date[]) x(day, tree)) at
join campaign_version k on k.campaign = $4 and k.recorded_at <= at.known and at.known < k.superseded_at
cross join cases r
join org_unit_version u on u.code = r.unit_code and u.recorded_at <= at.known and at.known < u.superseded_at and (u.valid_from <= at.tree and at.tree < u.valid_to or not (u.valid_from <= at.tree and at.tree < u.valid_to) and not exists (
    select from org_unit_version o where o.code = u.code and o.recorded_at <= at.known and at.known < o.superseded_at
      and case when u.valid_from <= at.tree
        then o.valid_from > u.valid_from and o.valid_from <= at.tree
        else o.valid_from < u.valid_from end))
left join lateral (
  select t.state, t.effective_on, t.illustrative from transitions t
  where t.county_code = r.county_code and t.case_no = r.case_no and t.effective_on <= at.day and t.recorded_at <= at.known and at.known < t.superseded_at
  order by t.effective_on desc, array_position('{identified,planned,rectifying,submitted,accepted,struck_off,consolidating,relapsed}'::text[], t.state) desc limit 1) s on true
left join lateral (
  select t.effective_on, t.illustrative from transitions t
  where t.county_code = r.county_code and t.case_no = r.case_no and t.effective_on <= at.day and t.recorded_at <= at.known and at.known < t.superseded_at
    and case k.rectified_from
      when 'accepted' then t.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then t.state in ('struck_off', 'consolidating')
      else t.state = 'consolidating' end
  order by t.effective_on limit 1) f on true
where r.campaign = k.campaign and r.effective_on <= at.day and r.recorded_at <= at.known and at.known < r.superseded_at and not exists (select from cases n
  where n.campaign = r.campaign and n.unit_code = r.unit_code and n.effective_on <= at.day and n.recorded_at <= at.known and at.known < n.superseded_at
    and (n.effective_on, n.case_no) > (r.effective_on, r.case_no)) and u.town_code = any ($5::text[]) and (u.province_code = any ($6::text[]) or u.prefecture_code = any ($7::text[]) or u.county_code = any ($8::text[]) or u.town_code = any ($9::text[]) or u.village_code = any ($10::text[]))
group by u.town_code, at.day;
-- $1 known0, $2 days, $3 trees, $4 campaign, $5 units, $6 scope, $7 scope, $8 scope, $9 scope, $10 scope
