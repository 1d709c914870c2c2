import type { SheetSpec } from '../../ledger/sheets/index.ts';
import { stageTable } from './stage-table.ts';

/** Selects the campaigns on record, as `eff_campaign`. */
export const KNOWN_CAMPAIGNS = `select null::integer as row_no, campaign, unit_code, start_on, deadline from campaign_version v
  where superseded_at = 'infinity'`;

/** Campaigns as they will be after the import. */
export const EFFECTIVE_CAMPAIGNS = `/* imports: effective campaigns */
  create temp table eff_campaign on commit drop as
  select row_no, campaign, unit_code, start_on, deadline from stage_campaigns where campaign is not null
  union all
  ${KNOWN_CAMPAIGNS} and not exists (select 1 from stage_campaigns s where s.campaign = v.campaign)`;

/** Selects every unit that these sheets of the file or its campaigns name. */
export const wantedUnits = (sheets: readonly SheetSpec[]): string =>
  ['select unit_code as code from eff_campaign', ...sheets.filter(namesUnits).map(unitsOf)].join(' union ');

const namesUnits = (sheet: SheetSpec): boolean => sheet.columns.some((column) => column.target === 'unit_code');
const unitsOf = (sheet: SheetSpec): string => `select unit_code from ${stageTable(sheet)}`;

const county = (unit: string): string => `coalesce(${unit}.county_code, ${unit}.code)`;

/** What the known cases of the sheet relapsed from, where the sheet does not say it. */
const KEPT_RELAPSES = `union select c.relapse_of from cases c join stage_cases s on s.case_no = c.case_no where c.superseded_at = 'infinity'`;

/** Selects the cases on record with numbers in `wanted`, as `eff_case`; `homes`: how many counties use the number. */
export const knownCases = (but = ''): string => `
    select distinct on (c.case_no) null::integer as row_no, c.case_no, c.county_code, c.campaign, c.unit_code,
      c.effective_on as identified_on, count(*) over (partition by c.case_no) as homes
    from cases c
    where c.superseded_at = 'infinity' and c.case_no in (select case_no from wanted) ${but}
    order by c.case_no, c.county_code`;

/**
 * Statement that makes the cases as they will be: those of the file, and those known that the file refers to. Needs eff_unit.
 *
 * @param sheets those of the file
 * @param kept columns that the sheet of cases does not have
 */
export const effectiveCases = (
  sheets: readonly SheetSpec[],
  kept: ReadonlySet<string>,
): string => `/* imports: effective cases */
  create temp table eff_case on commit drop as
  with wanted as (
    select relapse_of as case_no from stage_cases
    ${sheets
      .filter((sheet) => sheet.scope === 'of-case')
      .map((sheet) => `union select case_no from ${stageTable(sheet)}`)
      .join(' ')}
    ${kept.has('relapse_of') ? KEPT_RELAPSES : ''}
    union select case_no from withdrawn_row where sheet = 'transitions'
  )
  select s.row_no, s.case_no, ${county('u')} as county_code, s.campaign, s.unit_code, s.effective_on as identified_on, 1::bigint as homes
  from stage_cases s
  left join eff_unit u on u.code = s.unit_code and u.valid_from <= s.effective_on and s.effective_on < u.valid_to
  where s.case_no is not null
  union all
  select * from (${knownCases('and not exists (select 1 from stage_cases s where s.case_no = c.case_no)')}) known`;

export { county };
