-- cases
from (select $1::date as day, $2::date as tree) at
join campaign_version k on k.campaign = $3 and k.superseded_at = 'infinity'
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
left join lateral (
  select t.effective_on, t.illustrative from transitions t
  where t.county_code = r.county_code and t.case_no = r.case_no and t.effective_on <= at.day and t.superseded_at = 'infinity'
    and case k.rectified_from
      when 'accepted' then t.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then t.state in ('struck_off', 'consolidating')
      else t.state = 'consolidating' end
  order by t.effective_on limit 1) f on true
left join lateral (
  select e.grade, e.illustrative from evaluations e
  where e.county_code = r.county_code and e.case_no = r.case_no and e.effective_on <= at.day and e.superseded_at = 'infinity'
    and e.grade is not null
  order by e.effective_on desc, array_position('{self,ballot,group,city}'::text[], e.kind) desc limit 1) g on true
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
left join lateral (
  select x.estimate_yuan is not null as estimated from venues x
  where x.campaign = r.campaign and x.unit_code = r.unit_code and x.effective_on <= at.day and x.superseded_at = 'infinity') v on true
left join lateral (
  select x.returned is not null and x.satisfied is not null and x.fairly is not null as counted from evaluations x
  where x.county_code = r.county_code and x.case_no = r.case_no and x.kind = 'ballot' and x.effective_on <= at.day
    and x.superseded_at = 'infinity'
  order by x.effective_on desc limit 1) b on true
cross join lateral (select exists (
  select from operating_funds x where x.unit_code in (case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code) then u.county_code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code) then u.town_code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) then u.village_code end) and x.year = extract(year from at.day)::integer and x.superseded_at = 'infinity') as entered offset 0) operatingFunds
cross join lateral (select exists (
  select from operating_funds x where x.unit_code in (case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) then u.code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code) then u.town_code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) then u.village_code end) and x.year = extract(year from at.day)::integer and x.superseded_at = 'infinity') as entered offset 0) operatingFundsInPart
cross join lateral (select exists (
  select from operating_funds x where x.unit_code in (u.code) and x.year = extract(year from at.day)::integer and x.superseded_at = 'infinity') as entered offset 0) operatingFundsHere
cross join lateral (select exists (
  select from economy x where x.unit_code in (case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code) then u.county_code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code) then u.town_code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) then u.village_code end) and x.year = extract(year from at.day)::integer and x.superseded_at = 'infinity') as entered offset 0) economy
cross join lateral (select exists (
  select from economy x where x.unit_code in (case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) then u.code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code) then u.town_code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) then u.village_code end) and x.year = extract(year from at.day)::integer and x.superseded_at = 'infinity') as entered offset 0) economyInPart
cross join lateral (select exists (
  select from economy x where x.unit_code in (u.code) and x.year = extract(year from at.day)::integer and x.superseded_at = 'infinity') as entered offset 0) economyHere
cross join lateral (select exists (
  select from remuneration x where x.unit_code in (case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code) then u.county_code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code) then u.town_code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) then u.village_code end) and x.class = 'leading' and x.effective_on <= at.day and x.superseded_at = 'infinity') as entered offset 0) leadingPay
cross join lateral (select exists (
  select from remuneration x where x.unit_code in (case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) then u.code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code) then u.town_code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) then u.village_code end) and x.class = 'leading' and x.effective_on <= at.day and x.superseded_at = 'infinity') as entered offset 0) leadingPayInPart
cross join lateral (select exists (
  select from remuneration x where x.unit_code in (u.code) and x.class = 'leading' and x.effective_on <= at.day and x.superseded_at = 'infinity') as entered offset 0) leadingPayHere
cross join lateral (select exists (
  select from remuneration x where x.unit_code in (case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code) then u.county_code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code) then u.town_code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) then u.village_code end) and x.class = 'general' and x.effective_on <= at.day and x.superseded_at = 'infinity') as entered offset 0) generalPay
cross join lateral (select exists (
  select from remuneration x where x.unit_code in (case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) then u.code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code) then u.town_code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) then u.village_code end) and x.class = 'general' and x.effective_on <= at.day and x.superseded_at = 'infinity') as entered offset 0) generalPayInPart
cross join lateral (select exists (
  select from remuneration x where x.unit_code in (u.code) and x.class = 'general' and x.effective_on <= at.day and x.superseded_at = 'infinity') as entered offset 0) generalPayHere
cross join lateral (select exists (
  select from remuneration x where x.unit_code in (case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code) then u.county_code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code) then u.town_code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) then u.village_code end) and x.paid_on_time is not null and x.effective_on <= at.day
    and not exists (select from remuneration n where n.unit_code = x.unit_code and n.class = x.class
      and n.effective_on > x.effective_on and n.effective_on <= at.day and n.superseded_at = 'infinity') and x.superseded_at = 'infinity') as entered offset 0) payOnTime
cross join lateral (select exists (
  select from remuneration x where x.unit_code in (case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) then u.code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code) then u.town_code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) then u.village_code end) and x.paid_on_time is not null and x.effective_on <= at.day
    and not exists (select from remuneration n where n.unit_code = x.unit_code and n.class = x.class
      and n.effective_on > x.effective_on and n.effective_on <= at.day and n.superseded_at = 'infinity') and x.superseded_at = 'infinity') as entered offset 0) payOnTimeInPart
cross join lateral (select exists (
  select from remuneration x where x.unit_code in (u.code) and x.paid_on_time is not null and x.effective_on <= at.day
    and not exists (select from remuneration n where n.unit_code = x.unit_code and n.class = x.class
      and n.effective_on > x.effective_on and n.effective_on <= at.day and n.superseded_at = 'infinity') and x.superseded_at = 'infinity') as entered offset 0) payOnTimeHere
cross join lateral (select exists (
  select from reports x where x.unit_code in (case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code) then u.county_code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code) then u.town_code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) then u.village_code end) and x.campaign = k.campaign and x.effective_on <= at.day and x.superseded_at = 'infinity') as entered offset 0) reports
cross join lateral (select exists (
  select from reports x where x.unit_code in (case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) then u.code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code) then u.town_code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) then u.village_code end) and x.campaign = k.campaign and x.effective_on <= at.day and x.superseded_at = 'infinity') as entered offset 0) reportsInPart
cross join lateral (select exists (
  select from reports x where x.unit_code in (u.code) and x.campaign = k.campaign and x.effective_on <= at.day and x.superseded_at = 'infinity') as entered offset 0) reportsHere
where r.campaign = k.campaign and r.effective_on <= at.day and r.superseded_at = 'infinity' and not exists (select from cases n
  where n.campaign = r.campaign and n.unit_code = r.unit_code and n.effective_on <= at.day and n.superseded_at = 'infinity'
    and (n.effective_on, n.case_no) > (r.effective_on, r.case_no));
-- $1 day0, $2 tree0, $3 campaign
