import { sql, type RawBuilder } from 'kysely';
import { inEffect, isOverdue, knownAt, viewAt } from '../../ledger/temporal/index.ts';
import type { Case, CaseView } from './case.types.ts';

/**
 * What a case page shows, one select a kind. Each gives the fields of the GraphQL type under their own names, and
 * `countyCode` and `caseNo` (or `unitCode`) to sort the rows by.
 */
export type DetailSql = (view: CaseView, cases: readonly Case[]) => RawBuilder<unknown>;

/** Only what took effect on or before the day of the view, as known then. */
function seen(alias: string, view: CaseView): RawBuilder<unknown> {
  return inEffect(alias, viewAt(view));
}

/** The rows `r` of these cases; the county leads every index of facts. */
export function ofCases(cases: readonly Case[]): RawBuilder<unknown> {
  const counties = [...new Set(cases.map((row) => row.countyCode))];
  return sql`r.county_code = any(${counties}::text[]) and r.case_no = any(${cases.map((row) => row.caseNo)}::text[])`;
}

/** The rows `r` of the units of these cases; a unit may have been in another county when they took effect. */
export function ofUnits(cases: readonly Case[]): RawBuilder<unknown> {
  return sql`r.unit_code = any(${cases.map((row) => row.unitCode)}::text[])`;
}

/** The rows `r` of the units of these cases in their campaign. */
export function ofCampaignUnits(cases: readonly Case[]): RawBuilder<unknown> {
  return sql`r.campaign = ${cases[0]?.campaignId ?? ''} and ${ofUnits(cases)}`;
}

const ofCase = sql`r.county_code as "countyCode", r.case_no as "caseNo"`;
const marked = sql`r.illustrative <> '{}' as illustrative`;

export const TRANSITIONS: DetailSql = (view, cases) => sql`/* case.transitions */
  select ${ofCase}, r.state, r.effective_on as "effectiveOn", r.document_no as "documentNo", r.note, ${marked}
  from transitions r where ${ofCases(cases)} and ${seen('r', view)}
  order by r.effective_on, array_position('{planned,rectifying,submitted,accepted,struck_off,consolidating,relapsed}'::text[], r.state)`;

const done = (view: CaseView) => sql`coalesce(r.done_on <= ${view.asOf}::date, false)`;

/** A measure is part of the plan from the start; only its being done is a matter of the day. */
export const MEASURES: DetailSql = (view, cases) => sql`/* case.measures */
  select ${ofCase}, r.no, r.area, r.content, r.responsible, r.due_on as "dueOn",
    case when ${done(view)} then r.done_on end as "doneOn",
    coalesce(${isOverdue(done(view), sql.ref('r.due_on'), sql`${view.asOf}::date`)}, false) as overdue, ${marked}
  from measures r where ${ofCases(cases)} and ${knownAt('r', view.knownAt)} order by r.no`;

export const CONTACTS: DetailSql = (view, cases) => sql`/* case.contacts */
  select ${ofCase}, r.role, r.holder, r.holder_en as "holderEn", r.effective_on as since, r.until, ${marked}
  from contacts r where ${ofCases(cases)} and ${seen('r', view)}
  order by array_position('{leader,unit,town_leader,first_secretary,strong_village,working_group,instructor}'::text[], r.role),
    r.effective_on, r.holder`;

export const VISITS: DetailSql = (view, cases) => sql`/* case.visits */
  select ${ofCase}, r.role, r.effective_on as "visitedOn", r.problems_found as "problemsFound",
    r.problems_found_at_least as "problemsFoundAtLeast", r.problems_solved as "problemsSolved",
    r.problems_solved_at_least as "problemsSolvedAtLeast", r.note, ${marked}
  from visits r where ${ofCases(cases)} and ${seen('r', view)} order by r.effective_on desc, r.role`;

export const EVALUATIONS: DetailSql = (view, cases) => sql`/* case.evaluations */
  select ${ofCase}, r.kind, r.effective_on as "evaluatedOn", r.issued, r.returned, r.satisfied, r.fairly,
    r.dissatisfied, r.score, r.grade, ${marked}
  from evaluations r where ${ofCases(cases)} and ${seen('r', view)} order by r.effective_on, r.kind`;

/** The gap is no one's to fill below zero: money above the estimate is no negative need. */
export const VENUE: DetailSql = (view, cases) => sql`/* case.venue */
  select r.unit_code as "unitCode", r.way, r.estimate_yuan as "estimateYuan", r.effective_on as "identifiedOn",
    case when r.done_on <= ${view.asOf}::date then r.done_on end as "doneOn", raised.yuan as "raisedYuan",
    greatest(r.estimate_yuan - raised.yuan, 0.00) as "gapYuan", ${marked}
  from venues r
  cross join lateral (
    select coalesce(sum(f.amount_yuan), 0.00) as yuan from venue_funds f
    where f.campaign = r.campaign and f.unit_code = r.unit_code and ${seen('f', view)}) raised
  where ${ofCampaignUnits(cases)} and ${seen('r', view)}`;

const funds =
  (table: 'venue_funds' | 'project_funds'): DetailSql =>
  (view, cases) =>
    sql`/* case.funds */
  select r.unit_code as "unitCode", r.source, r.effective_on as "receivedOn", r.amount_yuan as "amountYuan", ${marked}
  from ${sql.table(table)} r where ${ofCampaignUnits(cases)} and ${seen('r', view)}
  order by r.effective_on, r.source`;

export const VENUE_FUNDS = funds('venue_funds');
export const PROJECT_FUNDS = funds('project_funds');

export const OPERATING: DetailSql = (view, cases) => sql`/* case.operating_funds */
  select r.unit_code as "unitCode", r.year, r.due_yuan as "dueYuan", r.paid_yuan as "paidYuan", r.paid_on as "paidOn", ${marked}
  from operating_funds r where ${ofUnits(cases)} and ${seen('r', view)} and r.paid_on <= ${view.asOf}::date order by r.year`;

export const ECONOMY: DetailSql = (view, cases) => sql`/* case.economy */
  select r.unit_code as "unitCode", r.year, r.income_yuan as "incomeYuan", ${marked}
  from economy r where ${ofUnits(cases)} and ${seen('r', view)} order by r.year`;
