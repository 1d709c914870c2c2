-- IDENTIFIED
/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0
from rows of cases
group by u.county_code;

-- RECTIFIED
/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*) filter (where coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or s.illustrative && '{*,state}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)) as i0
from rows of cases with s
group by u.county_code;

-- OUTSTANDING
/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*) filter (where not coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or s.illustrative && '{*,state}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where not coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)) as i0
from rows of cases with s
group by u.county_code;

-- RECTIFICATION_RATE
/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*) filter (where coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or s.illustrative && '{*,state}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)) as i0,
  (count(*))::text as m1,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i1
from rows of cases with s
group by u.county_code;

-- ACCEPTED_PENDING
/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*) filter (where coalesce(s.state, 'identified') = 'accepted'))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or s.illustrative && '{*,state}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(s.state, 'identified') = 'accepted') as i0
from rows of cases with s
group by u.county_code;

-- OVERDUE
/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*) filter (where not coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false) and coalesce(r.deadline, k.deadline) < at.day))::text as m0,
  bool_or((r.illustrative && '{*,deadline}'::text[] or s.illustrative && '{*,state}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where not coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false) and coalesce(r.deadline, k.deadline) < at.day) as i0
from rows of cases with s
group by u.county_code;

-- RELAPSED
/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*) filter (where (coalesce(s.state = 'relapsed', false) or e.effective_on is not null and not coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false))))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or (s.illustrative && '{*,state}'::text[] or e.illustrative && '{*,state}'::text[]) or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where (coalesce(s.state = 'relapsed', false) or e.effective_on is not null and not coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false))) as i0
from rows of cases with s, e
group by u.county_code;

-- IDENTIFICATION_RATIO
/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*) filter (where u.kind = 'village'))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where u.kind = 'village') as i0
from rows of cases
group by u.county_code;

/* metrics:villages by county_code */
select u.county_code as unit,
  (coalesce(sum(coalesce(u.declared, 1)) filter (where u.overruled is not true), 0))::text as m0,
  bool_or((u.illustrative && '{*,declared_villages}'::text[] or k.unit_code <> u.county_code and u.illustrative && '{*,unit_code}'::text[])) filter (where u.overruled is not true) as i0
from rows of villages
group by u.county_code;

-- COMMUNITY_IDENTIFICATION_RATIO
/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*) filter (where u.kind = 'community'))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where u.kind = 'community') as i0
from rows of cases
group by u.county_code;

/* metrics:communities by county_code */
select u.county_code as unit,
  (coalesce(sum(coalesce(u.declared, 1)) filter (where u.overruled is not true), 0))::text as m0,
  bool_or((u.illustrative && '{*,declared_communities}'::text[] or k.unit_code <> u.county_code and u.illustrative && '{*,unit_code}'::text[])) filter (where u.overruled is not true) as i0
from rows of communities
group by u.county_code;

-- DAYS_TO_RECTIFY
/* metrics:cases by county_code */
select u.county_code as unit,
  (sum((f.effective_on - r.effective_on)) filter (where coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)))::text as m0,
  bool_or((r.illustrative && '{*,identified_on}'::text[] or s.illustrative && '{*,state}'::text[] or f.illustrative && '{*,state,effective_on}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)) as i0,
  (count(*) filter (where coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)))::text as m1,
  bool_or((r.illustrative && '{*}'::text[] or s.illustrative && '{*,state}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(case k.rectified_from
      when 'accepted' then s.state in ('accepted', 'struck_off', 'consolidating')
      when 'struck_off' then s.state in ('struck_off', 'consolidating')
      else s.state = 'consolidating' end, false)) as i1
from rows of cases with s, f
group by u.county_code;

-- WEAK_ECONOMY
/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*) filter (where 'C14' = any ((r.primary_cause || r.other_causes))))::text as m0,
  bool_or((r.illustrative && '{*,primary_cause,other_causes}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where 'C14' = any ((r.primary_cause || r.other_causes))) as i0
from rows of cases
group by u.county_code;

-- MEASURES
/* metrics:measures by county_code */
select u.county_code as unit,
  (count(*))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and c.illustrative && '{*,unit_code}'::text[])) as i0
from rows of measures with c
group by u.county_code;

-- MEASURES_DONE
/* metrics:measures by county_code */
select u.county_code as unit,
  (count(*) filter (where coalesce(r.done_on <= at.day, false)))::text as m0,
  bool_or((r.illustrative && '{*,done_on}'::text[] or k.unit_code <> u.county_code and c.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(r.done_on <= at.day, false)) as i0
from rows of measures with c
group by u.county_code;

-- MEASURES_OVERDUE
/* metrics:measures by county_code */
select u.county_code as unit,
  (count(*) filter (where not coalesce(r.done_on <= at.day, false) and r.due_on < at.day))::text as m0,
  bool_or((r.illustrative && '{*,done_on,due_on}'::text[] or k.unit_code <> u.county_code and c.illustrative && '{*,unit_code}'::text[])) filter (where not coalesce(r.done_on <= at.day, false) and r.due_on < at.day) as i0
from rows of measures with c
group by u.county_code;

-- MEASURE_RATE
/* metrics:measures by county_code */
select u.county_code as unit,
  (count(*) filter (where coalesce(r.done_on <= at.day, false)))::text as m0,
  bool_or((r.illustrative && '{*,done_on}'::text[] or k.unit_code <> u.county_code and c.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(r.done_on <= at.day, false)) as i0,
  (count(*))::text as m1,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and c.illustrative && '{*,unit_code}'::text[])) as i1
from rows of measures with c
group by u.county_code;

-- PLAN_COMPLETENESS
/* metrics:cases by county_code */
select u.county_code as unit,
  (sum(p.filled))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or p.illustrative or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0,
  (sum(cardinality(k.checklist)))::text as m1,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i1
from rows of cases with p
group by u.county_code;

-- VISITS
/* metrics:visits by county_code */
select u.county_code as unit,
  (count(*))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and c.illustrative && '{*,unit_code}'::text[])) as i0
from rows of visits with c
group by u.county_code;

-- PROBLEMS_FOUND
/* metrics:visits by county_code */
select u.county_code as unit,
  (sum(r.problems_found))::text as m0,
  bool_or((r.illustrative && '{*,problems_found}'::text[] or k.unit_code <> u.county_code and c.illustrative && '{*,unit_code}'::text[])) as i0,
  bool_or(r.problems_found_at_least) as l0
from rows of visits with c
group by u.county_code;

-- PROBLEMS_SOLVED
/* metrics:visits by county_code */
select u.county_code as unit,
  (sum(r.problems_solved))::text as m0,
  bool_or((r.illustrative && '{*,problems_solved}'::text[] or k.unit_code <> u.county_code and c.illustrative && '{*,unit_code}'::text[])) as i0,
  bool_or(r.problems_solved_at_least) as l0
from rows of visits with c
group by u.county_code;

-- VISIT_COMPLIANCE
/* metrics:case_months by county_code */
select u.county_code as unit,
  (count(*) filter (where v.visits >= k.visits_per_month))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or v.illustrative or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where v.visits >= k.visits_per_month) as i0,
  (count(*))::text as m1,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i1,
  (count(*) filter (where k.visits_per_month is null))::text as m2,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where k.visits_per_month is null) as i2
from rows of case_months with f, m, v
group by u.county_code;

-- VACANCIES_BEFORE
/* metrics:team by county_code */
select u.county_code as unit,
  (sum(r.count) filter (where r.item = 'vacancy'))::text as m0,
  bool_or((r.illustrative && '{*,item,count}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.item = 'vacancy') as i0,
  bool_or(r.at_least) filter (where r.item = 'vacancy') as l0
from rows of team
group by u.county_code;

-- VACANCIES_NOW
/* metrics:team by county_code */
select u.county_code as unit,
  (sum(case r.item when 'vacancy' then r.count else -r.count end) filter (where r.item in ('vacancy', 'vacancy_filled')))::text as m0,
  bool_or((r.illustrative && '{*,item,count}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.item in ('vacancy', 'vacancy_filled')) as i0,
  bool_or(r.at_least) filter (where r.item in ('vacancy', 'vacancy_filled')) as l0
from rows of team
group by u.county_code;

-- MEMBERS_ADJUSTED
/* metrics:team by county_code */
select u.county_code as unit,
  (sum(r.count) filter (where r.item = 'adjusted'))::text as m0,
  bool_or((r.illustrative && '{*,item,count}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.item = 'adjusted') as i0,
  bool_or(r.at_least) filter (where r.item = 'adjusted') as l0
from rows of team
group by u.county_code;

-- SECRETARIES_ADJUSTED
/* metrics:team by county_code */
select u.county_code as unit,
  (sum(r.count) filter (where r.item = 'secretary_adjusted'))::text as m0,
  bool_or((r.illustrative && '{*,item,count}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.item = 'secretary_adjusted') as i0,
  bool_or(r.at_least) filter (where r.item = 'secretary_adjusted') as l0
from rows of team
group by u.county_code;

-- WARNING_TALKS
/* metrics:team by county_code */
select u.county_code as unit,
  (sum(r.count) filter (where r.item = 'warning_talk'))::text as m0,
  bool_or((r.illustrative && '{*,item,count}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.item = 'warning_talk') as i0,
  bool_or(r.at_least) filter (where r.item = 'warning_talk') as l0
from rows of team
group by u.county_code;

-- CADRES_ATTACHED
/* metrics:team by county_code */
select u.county_code as unit,
  (sum(r.count) filter (where r.item = 'attached'))::text as m0,
  bool_or((r.illustrative && '{*,item,count}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.item = 'attached') as i0,
  bool_or(r.at_least) filter (where r.item = 'attached') as l0
from rows of team
group by u.county_code;

-- RESERVE_CADRES
/* metrics:team by county_code */
select u.county_code as unit,
  (sum(r.count) filter (where r.item = 'reserve'))::text as m0,
  bool_or((r.illustrative && '{*,item,count}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.item = 'reserve') as i0,
  bool_or(r.at_least) filter (where r.item = 'reserve') as l0
from rows of team
group by u.county_code;

-- SECRETARIES_TRAINED
/* metrics:team by county_code */
select u.county_code as unit,
  (sum(r.count) filter (where r.item = 'trained'))::text as m0,
  bool_or((r.illustrative && '{*,item,count}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.item = 'trained') as i0,
  bool_or(r.at_least) filter (where r.item = 'trained') as l0
from rows of team
group by u.county_code;

-- SECRETARIES_TRAINED_AWAY
/* metrics:team by county_code */
select u.county_code as unit,
  (sum(r.count) filter (where r.item = 'trained_away'))::text as m0,
  bool_or((r.illustrative && '{*,item,count}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.item = 'trained_away') as i0,
  bool_or(r.at_least) filter (where r.item = 'trained_away') as l0
from rows of team
group by u.county_code;

-- TRAINING_COVERAGE
/* metrics:team by county_code */
select u.county_code as unit,
  (sum(r.count) filter (where r.item = 'trained'))::text as m0,
  bool_or((r.illustrative && '{*,item,count}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.item = 'trained') as i0,
  bool_or(r.at_least) filter (where r.item = 'trained') as l0
from rows of team
group by u.county_code;

/* metrics:villages by county_code */
select u.county_code as unit,
  (coalesce(sum(coalesce(u.declared, 1)) filter (where u.overruled is not true), 0))::text as m0,
  bool_or((u.illustrative && '{*,declared_villages}'::text[] or k.unit_code <> u.county_code and u.illustrative && '{*,unit_code}'::text[])) filter (where u.overruled is not true) as i0
from rows of villages
group by u.county_code;

-- STATIONED_CADRES
/* metrics:supports by county_code */
select u.county_code as unit,
  (sum(r.count) filter (where r.item = 'stationed_cadre'))::text as m0,
  bool_or((r.illustrative && '{*,item,count}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.item = 'stationed_cadre') as i0,
  bool_or(r.at_least) filter (where r.item = 'stationed_cadre') as l0
from rows of supports
group by u.county_code;

-- TWINNED_UNITS
/* metrics:supports by county_code */
select u.county_code as unit,
  (sum(r.count) filter (where r.item = 'twinned_unit'))::text as m0,
  bool_or((r.illustrative && '{*,item,count}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.item = 'twinned_unit') as i0,
  bool_or(r.at_least) filter (where r.item = 'twinned_unit') as l0
from rows of supports
group by u.county_code;

-- FIRST_SECRETARIES
/* metrics:supports by county_code */
select u.county_code as unit,
  (sum(r.count) filter (where r.item = 'first_secretary'))::text as m0,
  bool_or((r.illustrative && '{*,item,count}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.item = 'first_secretary') as i0,
  bool_or(r.at_least) filter (where r.item = 'first_secretary') as l0
from rows of supports
group by u.county_code;

-- STRONG_VILLAGE_PAIRS
/* metrics:supports by county_code */
select u.county_code as unit,
  (sum(r.count) filter (where r.item = 'strong_village_pair'))::text as m0,
  bool_or((r.illustrative && '{*,item,count}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.item = 'strong_village_pair') as i0,
  bool_or(r.at_least) filter (where r.item = 'strong_village_pair') as l0
from rows of supports
group by u.county_code;

-- THEME_DAY_BRANCHES
/* metrics:supports by county_code */
select u.county_code as unit,
  (sum(r.count) filter (where r.item = 'branch_theme_day'))::text as m0,
  bool_or((r.illustrative && '{*,item,count}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.item = 'branch_theme_day') as i0,
  bool_or(r.at_least) filter (where r.item = 'branch_theme_day') as l0
from rows of supports
group by u.county_code;

-- PROBLEMS_HELPED
/* metrics:supports by county_code */
select u.county_code as unit,
  (sum(r.count) filter (where r.item = 'problem_helped'))::text as m0,
  bool_or((r.illustrative && '{*,item,count}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.item = 'problem_helped') as i0,
  bool_or(r.at_least) filter (where r.item = 'problem_helped') as l0
from rows of supports
group by u.county_code;

-- PROJECT_FUNDS
/* metrics:project_funds by county_code */
select u.county_code as unit,
  (sum(r.amount_yuan))::text as m0,
  bool_or((r.illustrative && '{*,amount_yuan}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0
from rows of project_funds
group by u.county_code;

-- VENUES_NEEDED
/* metrics:venues by county_code */
select u.county_code as unit,
  (count(*))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0
from rows of venues
group by u.county_code;

-- VENUES_DONE
/* metrics:venues by county_code */
select u.county_code as unit,
  (count(*) filter (where coalesce(r.done_on <= at.day, false)))::text as m0,
  bool_or((r.illustrative && '{*,done_on}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(r.done_on <= at.day, false)) as i0
from rows of venues
group by u.county_code;

-- VENUE_COST
/* metrics:venues by county_code */
select u.county_code as unit,
  (sum(r.estimate_yuan))::text as m0,
  bool_or((r.illustrative && '{*,estimate_yuan}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0,
  (count(*) filter (where r.estimate_yuan is null))::text as m1,
  bool_or((r.illustrative && '{*,estimate_yuan}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.estimate_yuan is null) as i1
from rows of venues
group by u.county_code;

/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*) filter (where v.estimated is not null))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where v.estimated is not null) as i0,
  (count(*) filter (where v.estimated is not null and not v.estimated))::text as m1,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where v.estimated is not null and not v.estimated) as i1
from rows of cases with v
group by u.county_code;

-- VENUE_RAISED
/* metrics:venue_funds by county_code */
select u.county_code as unit,
  (sum(r.amount_yuan))::text as m0,
  bool_or((r.illustrative && '{*,amount_yuan}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0
from rows of venue_funds
group by u.county_code;

-- VENUE_GAP
/* metrics:venues by county_code */
select u.county_code as unit,
  (sum(case when r.estimate_yuan is not null then greatest(r.estimate_yuan - coalesce(f.amount, 0), 0) end))::text as m0,
  bool_or((r.illustrative && '{*,estimate_yuan}'::text[] or f.illustrative or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0,
  (count(*) filter (where r.estimate_yuan is null))::text as m1,
  bool_or((r.illustrative && '{*,estimate_yuan}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.estimate_yuan is null) as i1
from rows of venues with f
group by u.county_code;

/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*) filter (where v.estimated is not null))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where v.estimated is not null) as i0,
  (count(*) filter (where v.estimated is not null and not v.estimated))::text as m1,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where v.estimated is not null and not v.estimated) as i1
from rows of cases with v
group by u.county_code;

-- VENUE_NEED_SHARE
/* metrics:venues by county_code */
select u.county_code as unit,
  (count(*) filter (where l.identified))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where l.identified) as i0
from rows of venues with l
group by u.county_code;

/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0
from rows of cases
group by u.county_code;

-- OPERATING_DUE
/* metrics:operating_funds by county_code */
select u.county_code as unit,
  (sum(coalesce(r.due_yuan, y.due_yuan)))::text as m0,
  bool_or((r.illustrative && '{*,due_yuan}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0,
  (count(*) filter (where coalesce(r.due_yuan, y.due_yuan) is null))::text as m1,
  bool_or((r.illustrative && '{*,due_yuan}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(r.due_yuan, y.due_yuan) is null) as i1
from rows of operating_funds with y
group by u.county_code;

/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0,
  (count(*) filter (where not operatingFunds.entered))::text as m1,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where not operatingFunds.entered) as i1
from rows of cases with operatingFunds
group by u.county_code;

-- OPERATING_PAID
/* metrics:operating_funds by county_code */
select u.county_code as unit,
  (sum((case when r.paid_on <= at.day then r.paid_yuan else 0 end)) filter (where r.paid_on <= at.day))::text as m0,
  bool_or((r.illustrative && '{*,paid_yuan}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.paid_on <= at.day) as i0
from rows of operating_funds
group by u.county_code;

/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0,
  (count(*) filter (where not operatingFunds.entered))::text as m1,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where not operatingFunds.entered) as i1
from rows of cases with operatingFunds
group by u.county_code;

-- OPERATING_GAP
/* metrics:operating_funds by county_code */
select u.county_code as unit,
  (sum(case when coalesce(r.due_yuan, y.due_yuan) is not null then greatest(coalesce(r.due_yuan, y.due_yuan) - case when r.paid_on <= at.day then r.paid_yuan else 0 end, 0) end))::text as m0,
  bool_or((r.illustrative && '{*,due_yuan,paid_yuan}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0,
  (count(*) filter (where coalesce(r.due_yuan, y.due_yuan) is null))::text as m1,
  bool_or((r.illustrative && '{*,due_yuan}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(r.due_yuan, y.due_yuan) is null) as i1
from rows of operating_funds with y
group by u.county_code;

/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0,
  (count(*) filter (where not operatingFunds.entered))::text as m1,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where not operatingFunds.entered) as i1
from rows of cases with operatingFunds
group by u.county_code;

-- OPERATING_RATE
/* metrics:operating_funds by county_code */
select u.county_code as unit,
  (sum((case when r.paid_on <= at.day then r.paid_yuan else 0 end)) filter (where r.paid_on <= at.day))::text as m0,
  bool_or((r.illustrative && '{*,paid_yuan}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.paid_on <= at.day) as i0,
  (sum(coalesce(r.due_yuan, y.due_yuan)))::text as m1,
  bool_or((r.illustrative && '{*,due_yuan}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i1,
  (count(*) filter (where coalesce(r.due_yuan, y.due_yuan) is null))::text as m2,
  bool_or((r.illustrative && '{*,due_yuan}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(r.due_yuan, y.due_yuan) is null) as i2
from rows of operating_funds with y
group by u.county_code;

/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0,
  (count(*) filter (where not operatingFunds.entered))::text as m1,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where not operatingFunds.entered) as i1
from rows of cases with operatingFunds
group by u.county_code;

-- COLLECTIVE_INCOME
/* metrics:economy by county_code */
select u.county_code as unit,
  (sum(r.income_yuan))::text as m0,
  bool_or((r.illustrative && '{*,income_yuan}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0
from rows of economy
group by u.county_code;

/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0,
  (count(*) filter (where not economy.entered))::text as m1,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where not economy.entered) as i1
from rows of cases with economy
group by u.county_code;

-- NO_INCOME
/* metrics:economy by county_code */
select u.county_code as unit,
  (count(*) filter (where r.income_yuan <= 0))::text as m0,
  bool_or((r.illustrative && '{*,income_yuan}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.income_yuan <= 0) as i0
from rows of economy
group by u.county_code;

/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0,
  (count(*) filter (where not economy.entered))::text as m1,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where not economy.entered) as i1
from rows of cases with economy
group by u.county_code;

-- LEADING_PAY_INCREASE
/* metrics:remuneration by county_code */
select u.county_code as unit,
  (sum(r.headcount * (r.after_yuan - r.before_yuan)) filter (where r.class = 'leading'))::text as m0,
  bool_or((r.illustrative && '{*,class,headcount,before_yuan,after_yuan}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.class = 'leading') as i0,
  (sum(r.headcount * r.before_yuan) filter (where r.class = 'leading'))::text as m1,
  bool_or((r.illustrative && '{*,class,headcount,before_yuan}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.class = 'leading') as i1
from rows of remuneration
group by u.county_code;

/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0,
  (count(*) filter (where not leadingPay.entered))::text as m1,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where not leadingPay.entered) as i1
from rows of cases with leadingPay
group by u.county_code;

-- GENERAL_PAY_INCREASE
/* metrics:remuneration by county_code */
select u.county_code as unit,
  (sum(r.headcount * (r.after_yuan - r.before_yuan)) filter (where r.class = 'general'))::text as m0,
  bool_or((r.illustrative && '{*,class,headcount,before_yuan,after_yuan}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.class = 'general') as i0,
  (sum(r.headcount * r.before_yuan) filter (where r.class = 'general'))::text as m1,
  bool_or((r.illustrative && '{*,class,headcount,before_yuan}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.class = 'general') as i1
from rows of remuneration
group by u.county_code;

/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0,
  (count(*) filter (where not generalPay.entered))::text as m1,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where not generalPay.entered) as i1
from rows of cases with generalPay
group by u.county_code;

-- PAID_ON_TIME
/* metrics:remuneration by county_code */
select u.county_code as unit,
  (coalesce(sum(r.headcount) filter (where r.paid_on_time), 0))::text as m0,
  bool_or((r.illustrative && '{*,paid_on_time,headcount}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.paid_on_time) as i0,
  (coalesce(sum(r.headcount) filter (where r.paid_on_time is not null), 0))::text as m1,
  bool_or((r.illustrative && '{*,paid_on_time,headcount}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where r.paid_on_time is not null) as i1
from rows of remuneration
group by u.county_code;

/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0,
  (count(*) filter (where not payOnTime.entered))::text as m1,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where not payOnTime.entered) as i1
from rows of cases with payOnTime
group by u.county_code;

-- SATISFACTION
/* metrics:ballots by county_code */
select u.county_code as unit,
  (sum((r.satisfied + r.fairly)))::text as m0,
  bool_or((r.illustrative && '{*,satisfied,fairly}'::text[] or k.unit_code <> u.county_code and c.illustrative && '{*,unit_code}'::text[])) as i0,
  (sum(r.returned))::text as m1,
  bool_or((r.illustrative && '{*,returned}'::text[] or k.unit_code <> u.county_code and c.illustrative && '{*,unit_code}'::text[])) as i1
from rows of ballots with c
group by u.county_code;

/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*) filter (where coalesce(s.state, 'identified') in ('accepted', 'struck_off', 'consolidating')))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or s.illustrative && '{*,state}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(s.state, 'identified') in ('accepted', 'struck_off', 'consolidating')) as i0,
  (count(*) filter (where coalesce(s.state, 'identified') in ('accepted', 'struck_off', 'consolidating') and not coalesce(b.counted, false)))::text as m1,
  bool_or((r.illustrative && '{*}'::text[] or s.illustrative && '{*,state}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(s.state, 'identified') in ('accepted', 'struck_off', 'consolidating') and not coalesce(b.counted, false)) as i1
from rows of cases with s, b
group by u.county_code;

-- GRADE_GOOD
/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*) filter (where g.grade = 'good'))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or g.illustrative && '{*,grade}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where g.grade = 'good') as i0
from rows of cases with g
group by u.county_code;

-- GRADE_FAIRLY_GOOD
/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*) filter (where g.grade = 'fairly_good'))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or g.illustrative && '{*,grade}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where g.grade = 'fairly_good') as i0
from rows of cases with g
group by u.county_code;

-- GRADE_AVERAGE
/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*) filter (where g.grade = 'average'))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or g.illustrative && '{*,grade}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where g.grade = 'average') as i0
from rows of cases with g
group by u.county_code;

-- GRADE_POOR
/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*) filter (where g.grade = 'poor'))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or g.illustrative && '{*,grade}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where g.grade = 'poor') as i0
from rows of cases with g
group by u.county_code;

-- REPORTS_DUE
/* metrics:reports by county_code */
select u.county_code as unit,
  (count(*))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0
from rows of reports
group by u.county_code;

/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0,
  (count(*) filter (where not reports.entered))::text as m1,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where not reports.entered) as i1
from rows of cases with reports
group by u.county_code;

-- REPORT_COMPLETENESS
/* metrics:reports by county_code */
select u.county_code as unit,
  (count(*) filter (where coalesce(r.submitted_on <= at.day, false)))::text as m0,
  bool_or((r.illustrative && '{*,submitted_on}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(r.submitted_on <= at.day, false)) as i0,
  (count(*))::text as m1,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i1
from rows of reports
group by u.county_code;

/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0,
  (count(*) filter (where not reports.entered))::text as m1,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where not reports.entered) as i1
from rows of cases with reports
group by u.county_code;

-- REPORT_TIMELINESS
/* metrics:reports by county_code */
select u.county_code as unit,
  (count(*) filter (where coalesce(r.submitted_on <= at.day and r.submitted_on <= r.effective_on, false)))::text as m0,
  bool_or((r.illustrative && '{*,submitted_on,due_on}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where coalesce(r.submitted_on <= at.day and r.submitted_on <= r.effective_on, false)) as i0,
  (count(*))::text as m1,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i1
from rows of reports
group by u.county_code;

/* metrics:cases by county_code */
select u.county_code as unit,
  (count(*))::text as m0,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) as i0,
  (count(*) filter (where not reports.entered))::text as m1,
  bool_or((r.illustrative && '{*}'::text[] or k.unit_code <> u.county_code and r.illustrative && '{*,unit_code}'::text[])) filter (where not reports.entered) as i1
from rows of cases with reports
group by u.county_code;
