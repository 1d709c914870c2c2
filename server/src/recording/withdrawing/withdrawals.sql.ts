import { identityOf } from '../writer/located.sql.ts';
import { SHEETS, type SheetSpec } from '../../ledger/sheets/index.ts';
import { stageTable } from '../writer/stage-table.ts';

/** Rows of a sheet that withdraw others; moved here from the staging table. */
export const withdrawingTable = (sheet: SheetSpec): string => `withdrawing_${sheet.key}`;

/**
 * Rows on record that this import withdraws. `why`: a row of the file says so (`row`), the user does (`chosen`), the file
 * replaces its sheets and does not hold it (`replaced`), a row of the file gives it another day (`redated`), or its case
 * is withdrawn (`case`).
 */
export const CREATE_WITHDRAWN = `/* imports: withdrawn rows */
  create temp table withdrawn_row (sheet text not null, county_code text, id bigint not null, case_no text, row_no integer,
    why text not null, unique nulls not distinct (sheet, county_code, id)) on commit drop;
  create index on withdrawn_row (case_no)`;

export const isOfCase = ({ scope }: SheetSpec): boolean => scope === 'of-case';
/** Whether rows of the sheet belong to a campaign, by themselves or by their case. */
export const isOfCampaign = ({ scope }: SheetSpec): boolean =>
  scope === 'cases' || scope === 'of-case' || scope === 'of-campaign-unit';
export const isFact = ({ scope }: SheetSpec): boolean => scope !== 'units' && scope !== 'campaigns';

const caseOf = (sheet: SheetSpec, alias: string): string =>
  sheet.scope === 'cases' || isOfCase(sheet) ? `${alias}.case_no` : 'null';
const countyOf = (sheet: SheetSpec, alias: string): string => (isFact(sheet) ? `${alias}.county_code` : 'null');

export const sameIdentity = (sheet: SheetSpec, one: string, other: string): string =>
  identityOf(sheet)
    .map((name) => `${one}.${name} = ${other}.${name}`)
    .join(' and ');

const insert = (sheet: SheetSpec, why: string, row: string, from: string): string => `
  insert into withdrawn_row (sheet, county_code, id, case_no, row_no, why)
  select '${sheet.key}', ${countyOf(sheet, 'f')}, f.id, ${caseOf(sheet, 'f')}, ${row}, '${why}'
  ${from} on conflict do nothing`;

/** Statements that take the withdrawing rows of a sheet out of its staging table. */
export const takeWithdrawing = (sheet: SheetSpec): readonly string[] => [
  `/* imports: withdrawing rows of ${sheet.key} */
   create temp table ${withdrawingTable(sheet)} on commit drop as select * from ${stageTable(sheet)} where withdrawn`,
  `delete from ${stageTable(sheet)} where withdrawn`,
];

/** The rows on record that rows of the file withdraw by their identity. */
export const withdrawByRow = (sheet: SheetSpec): string => `/* imports: withdraw ${sheet.key} by row */
  ${insert(
    sheet,
    'row',
    'w.row_no',
    `from ${withdrawingTable(sheet)} w join ${sheet.table} f on f.superseded_at = 'infinity' and ${sameIdentity(sheet, 'f', 'w')}`,
  )}`;

/** The rows on record with these counties ($1) and ids ($2), as long as they are current. */
export const withdrawChosen = (sheet: SheetSpec): string => `/* imports: withdraw chosen ${sheet.key} */
  ${insert(
    sheet,
    'chosen',
    'null',
    `from unnest($1::text[], $2::bigint[]) chosen (county_code, id)
     join ${sheet.table} f on f.county_code = chosen.county_code and f.id = chosen.id and f.superseded_at = 'infinity'`,
  )}`;

/** Cases on record, chosen, that the file gives again with a unit of another county: they move there instead. */
export const CREATE_CONTINUED = `/* imports: continued cases */
  create temp table continued_case (county_code text not null, id bigint not null) on commit drop`;

export const CONTINUE_CHOSEN = `/* imports: continue chosen cases */
  with continued as (
    delete from withdrawn_row w using stage_cases s where w.sheet = 'cases' and w.why = 'chosen' and s.case_no = w.case_no
    returning w.county_code, w.id)
  insert into continued_case select county_code, id from continued`;

/** The campaigns that the rows of these sheets speak of. */
export const namedCampaigns = (sheets: readonly SheetSpec[]): string => `/* imports: named campaigns */
  create temp table named_campaign on commit drop as
  select distinct campaign from (${sheets
    .map((sheet) =>
      isOfCase(sheet)
        ? `select c.campaign from cases c where c.superseded_at = 'infinity' and c.case_no in (select case_no from ${stageTable(sheet)})`
        : `select campaign from ${stageTable(sheet)}`,
    )
    .join(' union all ')}) named where campaign is not null`;

/** Whether a row `f` of the sheet belongs to one of these campaigns. */
const inCampaigns = (sheet: SheetSpec): string =>
  isOfCase(sheet)
    ? `exists (select from cases c where c.county_code = f.county_code and c.case_no = f.case_no and c.superseded_at = 'infinity'
        and c.campaign in (select campaign from named_campaign))`
    : `f.campaign in (select campaign from named_campaign)`;

/** `from … where …` of the rows on record that belong to these campaigns and that the sheet of the file lacks. */
export const lackedBy = (sheet: SheetSpec): string =>
  `from ${sheet.table} f where f.superseded_at = 'infinity' and ${inCampaigns(sheet)}
    and not exists (select from ${stageTable(sheet)} s where ${sameIdentity(sheet, 's', 'f')})`;

export const withdrawLacking = (sheet: SheetSpec): string => `/* imports: withdraw ${sheet.key} that the file lacks */
  ${insert(sheet, 'replaced', 'null', lackedBy(sheet))}`;

/** States that a case comes to once in its life: a second day of one can only be a corrected one. */
const ONCE = `('planned', 'accepted', 'struck_off', 'consolidating', 'relapsed')`;

/**
 * Transitions whose day the file corrects: it gives the case this state on another day and no longer on the one on
 * record. Of the states that a case may come to again, only where the file gives all others of the case as they are.
 */
export const WITHDRAW_REDATED = `/* imports: withdraw redated transitions */
  with known as (
    select f.county_code, f.id, f.case_no, f.state, f.effective_on,
      exists (select from stage_transitions s where s.case_no = f.case_no and s.state = f.state and s.effective_on = f.effective_on) as given,
      count(*) over (partition by f.case_no, f.state) as times
    from transitions f
    where f.superseded_at = 'infinity' and f.case_no in (select case_no from stage_transitions)
      and not exists (select from withdrawn_row w where w.sheet = 'transitions' and w.county_code = f.county_code and w.id = f.id)
  ), staged as (
    select s.row_no, s.case_no, s.state, s.effective_on, s.broken, count(*) over (partition by s.case_no, s.state) as times
    from stage_transitions s
  )
  insert into withdrawn_row (sheet, county_code, id, case_no, row_no, why)
  select 'transitions', k.county_code, k.id, k.case_no, s.row_no, 'redated'
  from known k
  join staged s on s.case_no = k.case_no and s.state = k.state
  where not k.given and not s.broken and s.times = k.times
    and not exists (select from known o where o.case_no = s.case_no and o.state = s.state and o.effective_on = s.effective_on)
    and (select count(*) from known o where o.case_no = k.case_no and o.state = k.state and not o.given) = 1
    and (k.state in ${ONCE} and k.times = 1
      or not exists (select from known o where o.case_no = k.case_no and not o.given and o.id <> k.id))
  on conflict do nothing`;

/** A transition of another day keeps what its sheet has no column for, as every row does. */
export const keepRedated = (kept: ReadonlySet<string>): string => `/* imports: keep redated transitions */
  update stage_transitions s set ${[...kept].map((name) => `${name} = f.${name}`).join(', ')}
  from withdrawn_row w join transitions f on f.county_code = w.county_code and f.id = w.id
  where w.sheet = 'transitions' and w.why = 'redated' and s.row_no = w.row_no`;

/** What is recorded of withdrawn cases. */
export const withdrawOfCases = (sheet: SheetSpec): string => `/* imports: withdraw ${sheet.key} with their cases */
  ${insert(
    sheet,
    'case',
    'w.row_no',
    `from withdrawn_row w join ${sheet.table} f on f.county_code = w.county_code and f.case_no = w.case_no and f.superseded_at = 'infinity'
     where w.sheet = 'cases'`,
  )}`;

export const COUNT_WITHDRAWN = `/* imports: count withdrawn */
  select sheet, count(*)::int as count from withdrawn_row group by sheet`;

/** The rows are superseded at $1, and nothing takes their place. */
export const supersedeWithdrawn = (sheet: SheetSpec): string => `/* imports: withdraw ${sheet.key} */
  update ${sheet.table} f set superseded_at = $1 from withdrawn_row w
  where w.sheet = '${sheet.key}' and w.id = f.id ${isFact(sheet) ? 'and w.county_code = f.county_code' : ''}`;

export const OF_CASE: readonly SheetSpec[] = SHEETS.filter(isOfCase);
