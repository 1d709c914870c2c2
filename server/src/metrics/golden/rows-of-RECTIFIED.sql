/* metrics:rows of cases */
select x.sheet, x.unit, x.case_no, x.effective_on, x.contribution::text, x.source, x.recorded_at, x.cells, x.illustrative,
  count(*) over ()::text as total, (sum(x.contribution) over ())::text as sum
from (select 'cases' as sheet, r.unit_code as unit,
  r.case_no as case_no, r.effective_on::text as effective_on,
  1 as contribution, i.file_name || ', row ' || r.source_row as source,
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
