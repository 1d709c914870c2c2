-- RECTIFICATION_RATE by CHILD_UNIT
/* metrics:cases by county_code and child */
select u.county_code as unit,
  d.key,
  grouping(d.key) = 1 as whole,
  (count(*) filter (where coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)))::text as m0,
  case when grouping(d.key) = 1 then bool_or((r.illustrative && '{*}'::text[] or s.illustrative && '{*,state}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)) else bool_or((r.illustrative && '{*,unit_code}'::text[] or s.illustrative && '{*,state}'::text[])) filter (where coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)) end as i0,
  (count(*))::text as m1,
  case when grouping(d.key) = 1 then bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) else bool_or(r.illustrative && '{*,unit_code}'::text[]) end as i1
from rows of cases with s
cross join lateral (select u.town_code as key) d
group by u.county_code, rollup (d.key);

-- IDENTIFIED by UNIT_KIND
/* metrics:cases by county_code and kind */
select u.county_code as unit,
  d.key,
  grouping(d.key) = 1 as whole,
  (count(*))::text as m0,
  case when grouping(d.key) = 1 then bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) else bool_or(r.illustrative && '{*,unit_code}'::text[]) end as i0
from rows of cases
cross join lateral (select u.kind as key) d
group by u.county_code, rollup (d.key);

-- IDENTIFIED by STATE
/* metrics:cases by county_code and state */
select u.county_code as unit,
  d.key,
  grouping(d.key) = 1 as whole,
  (count(*))::text as m0,
  case when grouping(d.key) = 1 then bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) else bool_or((r.illustrative && '{*}'::text[] or s.illustrative && '{*,state}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) end as i0
from rows of cases
cross join lateral (select coalesce(s.state, 'identified') as key) d
group by u.county_code, rollup (d.key);

-- RECTIFIED by PRIMARY_CAUSE
/* metrics:cases by county_code and primary_cause */
select u.county_code as unit,
  d.key,
  grouping(d.key) = 1 as whole,
  (count(*) filter (where coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)))::text as m0,
  case when grouping(d.key) = 1 then bool_or((r.illustrative && '{*}'::text[] or s.illustrative && '{*,state}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)) else bool_or((r.illustrative && '{*,primary_cause}'::text[] or s.illustrative && '{*,state}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)) end as i0
from rows of cases with s
cross join lateral (select r.primary_cause as key) d
group by u.county_code, rollup (d.key);

-- IDENTIFIED by CAUSE
/* metrics:cases by county_code and cause */
select u.county_code as unit,
  d.key,
  d.whole,
  (count(*))::text as m0,
  case when d.whole then bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) else bool_or((r.illustrative && '{*,primary_cause,other_causes}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) end as i0
from rows of cases
cross join lateral (select null::text as key, true as whole
  union all select x.key, false from unnest((r.primary_cause || r.other_causes)) x(key)) d
group by u.county_code, d.whole, d.key;

-- IDENTIFIED by GRADE
/* metrics:cases by county_code and grade */
select u.county_code as unit,
  d.key,
  grouping(d.key) = 1 as whole,
  (count(*))::text as m0,
  case when grouping(d.key) = 1 then bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) else bool_or((r.illustrative && '{*}'::text[] or g.illustrative && '{*,grade}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) end as i0
from rows of cases
cross join lateral (select g.grade as key) d
group by u.county_code, rollup (d.key);

-- VENUE_GAP by VENUE_WAY
/* metrics:venues by county_code and way */
select u.county_code as unit,
  d.key,
  grouping(d.key) = 1 as whole,
  (sum(case when r.estimate_yuan is not null then greatest(r.estimate_yuan - coalesce(f.amount, 0), 0) end))::text as m0,
  case when grouping(d.key) = 1 then bool_or((r.illustrative && '{*,estimate_yuan}'::text[] or f.illustrative or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) else bool_or((r.illustrative && '{*,estimate_yuan,way}'::text[] or f.illustrative or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) end as i0,
  (count(*) filter (where r.estimate_yuan is null))::text as m1,
  case when grouping(d.key) = 1 then bool_or((r.illustrative && '{*,estimate_yuan}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.estimate_yuan is null) else bool_or((r.illustrative && '{*,estimate_yuan,way}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.estimate_yuan is null) end as i1
from rows of venues with f
cross join lateral (select r.way as key) d
group by u.county_code, rollup (d.key);

-- VENUE_RAISED by FUND_SOURCE
/* metrics:venue_funds by county_code and source */
select u.county_code as unit,
  d.key,
  grouping(d.key) = 1 as whole,
  (sum(r.amount_yuan))::text as m0,
  case when grouping(d.key) = 1 then bool_or((r.illustrative && '{*,amount_yuan}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) else bool_or((r.illustrative && '{*,amount_yuan,source}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) end as i0
from rows of venue_funds
cross join lateral (select r.source as key) d
group by u.county_code, rollup (d.key);

-- PAID_ON_TIME by CADRE_CLASS
/* metrics:remuneration by county_code and class */
select u.county_code as unit,
  d.key,
  grouping(d.key) = 1 as whole,
  (coalesce(sum(r.headcount) filter (where r.paid_on_time), 0))::text as m0,
  case when grouping(d.key) = 1 then bool_or((r.illustrative && '{*,paid_on_time,headcount}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.paid_on_time) else bool_or((r.illustrative && '{*,paid_on_time,headcount,class}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.paid_on_time) end as i0,
  (coalesce(sum(r.headcount) filter (where r.paid_on_time is not null), 0))::text as m1,
  case when grouping(d.key) = 1 then bool_or((r.illustrative && '{*,paid_on_time,headcount}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.paid_on_time is not null) else bool_or((r.illustrative && '{*,paid_on_time,headcount,class}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.paid_on_time is not null) end as i1
from rows of remuneration
cross join lateral (select r.class as key) d
group by u.county_code, rollup (d.key);

-- MEASURE_RATE by MEASURE_AREA
/* metrics:measures by county_code and area */
select u.county_code as unit,
  d.key,
  grouping(d.key) = 1 as whole,
  (count(*) filter (where coalesce(r.done_on <= at.day, false)))::text as m0,
  case when grouping(d.key) = 1 then bool_or((r.illustrative && '{*,done_on}'::text[] or k.unit_code <> u.county_code and c.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(r.done_on <= at.day, false)) else bool_or((r.illustrative && '{*,done_on,area}'::text[] or k.unit_code <> u.county_code and c.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(r.done_on <= at.day, false)) end as i0,
  (count(*))::text as m1,
  case when grouping(d.key) = 1 then bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and c.illustrative && '{*,unit_code}'::text[])) else bool_or((r.illustrative && '{*,area}'::text[] or k.unit_code <> u.county_code and c.illustrative && '{*,unit_code}'::text[])) end as i1
from rows of measures with c
cross join lateral (select r.area as key) d
group by u.county_code, rollup (d.key);

-- RECTIFIED by WEEK
/* metrics:cases by county_code and week */
select u.county_code as unit,
  d.key,
  grouping(d.key) = 1 as whole,
  (count(*) filter (where coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)))::text as m0,
  case when grouping(d.key) = 1 then bool_or((r.illustrative && '{*}'::text[] or s.illustrative && '{*,state}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)) else bool_or((r.illustrative && '{*}'::text[] or s.illustrative && '{*,state}'::text[] or f.illustrative && '{*,effective_on}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)) end as i0
from rows of cases with s
cross join lateral (select x.clock, x.day, to_char(x.day, 'IYYY-"W"IW') as key
  from (values ('rectifiedOn', f.effective_on::date)) x(clock, day)) d
group by u.county_code, rollup (d.key);

-- VISITS by MONTH
/* metrics:visits by county_code and month */
select u.county_code as unit,
  d.key,
  grouping(d.key) = 1 as whole,
  (count(*))::text as m0,
  case when grouping(d.key) = 1 then bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and c.illustrative && '{*,unit_code}'::text[])) else bool_or((r.illustrative && '{*,visited_on}'::text[] or k.unit_code <> u.county_code and c.illustrative && '{*,unit_code}'::text[])) end as i0
from rows of visits with c
cross join lateral (select x.clock, x.day, to_char(x.day, 'YYYY-MM') as key
  from (values ('visitedOn', r.effective_on::date)) x(clock, day)) d
group by u.county_code, rollup (d.key);

-- RECTIFICATION_RATE by CHILD_UNIT, several days
/* metrics:cases by county_code and child and day */
select u.county_code as unit,
  to_char(at.day, 'YYYY-MM-DD') as day,
  d.key,
  grouping(d.key) = 1 as whole,
  (count(*) filter (where coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)))::text as m0,
  case when grouping(d.key) = 1 then bool_or((r.illustrative && '{*}'::text[] or s.illustrative && '{*,state}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)) else bool_or((r.illustrative && '{*,unit_code}'::text[] or s.illustrative && '{*,state}'::text[])) filter (where coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)) end as i0,
  (count(*))::text as m1,
  case when grouping(d.key) = 1 then bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) else bool_or(r.illustrative && '{*,unit_code}'::text[]) end as i1
from rows of cases with s
cross join lateral (select u.town_code as key) d
group by u.county_code, at.day, rollup (d.key);
