/* metrics:rows of cases */
select x.sheet, x.unit, x.case_no, x.effective_on, x.contribution::text, x.source, x.recorded_at, x.cells, x.illustrative,
  count(*) over ()::text as total, (sum(x.contribution) over ())::text as sum
from (select 'cases' as sheet, r.unit_code as unit,
  r.case_no as case_no, r.effective_on::text as effective_on,
  1 as contribution, case i.channel when 'form' then 'form' else i.file_name || ', row ' || r.source_row end as source,
  to_char(r.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded_at,
  array[(r.case_no)::text, (r.campaign)::text, (r.unit_code)::text, (r.effective_on)::text, (r.primary_cause)::text, (array_to_string(r.other_causes, ';'))::text, (r.deadline)::text, (r.symptoms)::text, (r.aim)::text, (r.relapse_of)::text] as cells, r.illustrative <> '{}' as illustrative, r.id
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
left join import_run i on i.id = r.import_id
where r.campaign = k.campaign and r.effective_on <= at.day and r.superseded_at = 'infinity' and not exists (select from cases n
  where n.campaign = r.campaign and n.unit_code = r.unit_code and n.effective_on <= at.day and n.superseded_at = 'infinity'
    and (n.effective_on, n.case_no) > (r.effective_on, r.case_no)) and u.county_code = any ($4::text[]) and coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false) and $5 = any ((r.primary_cause || r.other_causes))) x
order by x.unit, x.case_no, x.effective_on, x.id
limit $6::integer offset $7::integer;
-- $1 day0, $2 tree0, $3 campaign, $4 units, $5 key, $6 first, $7 skip

/* metrics:rows of cases */
select x.sheet, x.unit, x.case_no, x.effective_on, x.contribution::text, x.source, x.recorded_at, x.cells, x.illustrative,
  count(*) over ()::text as total, (sum(x.contribution) over ())::text as sum
from (select 'cases' as sheet, r.unit_code as unit,
  r.case_no as case_no, r.effective_on::text as effective_on,
  1 as contribution, case i.channel when 'form' then 'form' else i.file_name || ', row ' || r.source_row end as source,
  to_char(r.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded_at,
  array[(r.case_no)::text, (r.campaign)::text, (r.unit_code)::text, (r.effective_on)::text, (r.primary_cause)::text, (array_to_string(r.other_causes, ';'))::text, (r.deadline)::text, (r.symptoms)::text, (r.aim)::text, (r.relapse_of)::text] as cells, r.illustrative <> '{}' as illustrative, r.id
from (select $1::date as day, $2::date as tree) at
join campaign_version k on k.campaign = $3 and k.superseded_at = 'infinity'
cross join cases r
join org_unit_version u on u.code = r.unit_code and u.superseded_at = 'infinity' and (u.valid_from <= at.tree and at.tree < u.valid_to or not (u.valid_from <= at.tree and at.tree < u.valid_to) and not exists (
    select from org_unit_version o where o.code = u.code and o.superseded_at = 'infinity'
      and case when u.valid_from <= at.tree
        then o.valid_from > u.valid_from and o.valid_from <= at.tree
        else o.valid_from < u.valid_from end))
cross join lateral (select exists (
  select from operating_funds x where x.unit_code in (case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code) and (u.province_code = any ($4::text[]) or u.prefecture_code = any ($5::text[]) or u.county_code = any ($6::text[])) then u.county_code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code) and (u.province_code = any ($7::text[]) or u.prefecture_code = any ($8::text[]) or u.county_code = any ($9::text[]) or u.town_code = any ($10::text[])) then u.town_code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) and (u.province_code = any ($11::text[]) or u.prefecture_code = any ($12::text[]) or u.county_code = any ($13::text[]) or u.town_code = any ($14::text[]) or u.village_code = any ($15::text[])) then u.village_code end) and x.year = extract(year from at.day)::integer and x.superseded_at = 'infinity') as entered offset 0) operatingFunds
cross join lateral (select exists (
  select from operating_funds x where x.unit_code in (case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) then u.code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code) and (u.province_code = any ($16::text[]) or u.prefecture_code = any ($17::text[]) or u.county_code = any ($18::text[]) or u.town_code = any ($19::text[])) then u.town_code end, case when k.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) and (u.province_code = any ($20::text[]) or u.prefecture_code = any ($21::text[]) or u.county_code = any ($22::text[]) or u.town_code = any ($23::text[]) or u.village_code = any ($24::text[])) then u.village_code end) and x.year = extract(year from at.day)::integer and x.superseded_at = 'infinity') as entered offset 0) operatingFundsInPart
left join import_run i on i.id = r.import_id
where r.campaign = k.campaign and r.effective_on <= at.day and r.superseded_at = 'infinity' and not exists (select from cases n
  where n.campaign = r.campaign and n.unit_code = r.unit_code and n.effective_on <= at.day and n.superseded_at = 'infinity'
    and (n.effective_on, n.case_no) > (r.effective_on, r.case_no)) and u.county_code = any ($25::text[]) and not operatingFundsInPart.entered and u.town_code = $26 and (u.province_code = any ($27::text[]) or u.prefecture_code = any ($28::text[]) or u.county_code = any ($29::text[]) or u.town_code = any ($30::text[]) or u.village_code = any ($31::text[]))) x
order by x.unit, x.case_no, x.effective_on, x.id
limit $32::integer offset $33::integer;
-- $1 day0, $2 tree0, $3 campaign, $4 scope, $5 scope, $6 scope, $7 scope, $8 scope, $9 scope, $10 scope, $11 scope, $12 scope, $13 scope, $14 scope, $15 scope, $16 scope, $17 scope, $18 scope, $19 scope, $20 scope, $21 scope, $22 scope, $23 scope, $24 scope, $25 units, $26 key, $27 scope, $28 scope, $29 scope, $30 scope, $31 scope, $32 first, $33 skip

select r.case_no
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
where r.campaign = k.campaign and r.effective_on <= at.day and r.superseded_at = 'infinity' and not exists (select from cases n
  where n.campaign = r.campaign and n.unit_code = r.unit_code and n.effective_on <= at.day and n.superseded_at = 'infinity'
    and (n.effective_on, n.case_no) > (r.effective_on, r.case_no)) and u.county_code = any ($4::text[]) and coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false);
-- $1 day0, $2 tree0, $3 campaign, $4 units
