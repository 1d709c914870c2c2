/** The question that all three answer: "this county's towns with identified, rectified, rate". */
export const QUESTION = { campaign: 'county-2014', county: '350322', asOf: '2014-07-31' } as const;

/** A town's answer; the rate to four decimals, null without a case. */
export interface TownFigures {
  code: string;
  identified: number;
  rectified: number;
  rate: string | null;
}

export function rate(rectified: number, identified: number): string | null {
  return identified === 0 ? null : (rectified / identified).toFixed(4);
}

const STATES =
  "array['identified','planned','rectifying','submitted','accepted','struck_off','consolidating','relapsed']";

/** Every town with its cases as of a day: a town without one comes once, with no case. Parameters: campaign, county, day. */
const townCases = (campaign: string, county: string, asOf: string): string => `
select t.code as town_code, t.name as town_name, k.case_no, k.rectified
from org_unit_version t
left join (
  select v.town_code, c.case_no,
    case when s.rank >= array_position(${STATES}, p.rectified_from) and s.rank < 8 then 1 else 0 end as rectified
  from cases c
  join campaign_version p on p.campaign = c.campaign and p.superseded_at = 'infinity'
  join org_unit_version v on v.code = c.unit_code and v.superseded_at = 'infinity'
    and v.valid_from <= ${asOf} and ${asOf} < v.valid_to
  left join lateral (
    select array_position(${STATES}, r.state) as rank
    from transitions r
    where r.county_code = c.county_code and r.case_no = c.case_no and r.superseded_at = 'infinity'
      and r.effective_on <= ${asOf}
    order by r.effective_on desc, rank desc limit 1) s on true
  where c.campaign = ${campaign} and c.county_code = ${county} and c.superseded_at = 'infinity'
    and c.effective_on <= ${asOf}
) k on k.town_code = t.code
where t.parent_code = ${county} and t.superseded_at = 'infinity' and t.valid_from <= ${asOf} and ${asOf} < t.valid_to`;

/** The statement of the bare server, as someone who needs nothing else would write it. */
export const STATEMENT = `
select town_code as code, town_name as name, count(case_no)::int as identified,
  coalesce(sum(rectified), 0)::int as rectified, round(sum(rectified)::numeric / nullif(count(case_no), 0), 10) as rate
from (${townCases('$1', '$2', '$3::date')}) town_case
group by 1, 2 order by 1`;

/** What PostGraphile is given: rows of cases as of a day, which its aggregates then count per town in one query. */
export const SCHEMA = `
drop schema if exists bench cascade;
create schema bench;
create view bench.town_case as
  select null::text as town_code, null::text as town_name, null::text as case_no, null::int as rectified where false;
create function bench.town_cases(campaign_id text, county text, as_of date) returns setof bench.town_case
  language sql stable as $$ ${townCases('$1', '$2', '$3')} $$;
comment on function bench.town_cases is E'@behavior +queryField:resource:connection +aggregates +groupedAggregates';`;

export const POSTGRAPHILE_QUERY = `query TownFigures($campaign: String!, $county: String!, $asOf: Date!) {
  townCases(campaignId: $campaign, county: $county, asOf: $asOf) {
    groupedAggregates(groupBy: [TOWN_CODE, TOWN_NAME]) {
      keys
      distinctCount { caseNo }
      sum { rectified }
      average { rectified }
    }
  }
}`;

export const WALLCHART_QUERY = `query TownFigures($campaign: ID!, $county: ID!, $asOf: Date!) {
  orgUnit(code: $county, on: $asOf) {
    report(campaign: $campaign, asOf: $asOf) {
      breakdown(by: CHILD_UNIT, ids: [IDENTIFIED, RECTIFIED, RECTIFICATION_RATE]) {
        rows { key label values { id value } }
      }
    }
  }
}`;
