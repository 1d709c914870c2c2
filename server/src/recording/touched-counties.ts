import type { SheetSpec } from '../ledger/sheets/index.ts';
import { campaigns, units } from '../ledger/sheets/tree-sheets.ts';
import { parseRowId } from '../ledger/sheets/row-id.ts';
import type { Counties } from './counties.ts';
import type { Statements } from './statements.ts';
import { DECLARED } from './tree/unit-tree.sql.ts';
import { stageTable, storedColumns, type StagedRows } from './writer/stage-table.ts';

const CURRENT = `superseded_at = 'infinity'`;
const row = (of: string, names: readonly string[]): string => `row(${names.map((name) => `${of}.${name}`).join(', ')})`;

/** Rows of the sheet `units` that say something new, and every unit above them. */
const changedUnits = (kept: ReadonlySet<string>): string => {
  const given = DECLARED.split(', ').filter((name) => !kept.has(name));
  return `changed as (
    select s.code, s.parent_code, coalesce(s.kind, (select min(v.kind) from org_unit_version v where v.code = s.code and ${CURRENT})) as kind
    from stage_units s
    where s.withdrawn
      or not exists (select from org_unit_version v where v.code = s.code and ${CURRENT} and ${row('s', given)} is not distinct from ${row('v', given)})
      or (s.valid_to is not null and not exists (
        select from org_unit_version v where v.code = s.code and ${CURRENT} and v.valid_to = s.valid_to))
  ), up as (
    select code, parent_code from changed
    union
    select p.code, p.parent_code from up join (
      select code, parent_code from stage_units
      union all
      select code, parent_code from org_unit_version where ${CURRENT}) p on p.code = up.parent_code
  )`;
};

const TREE_COUNTIES = `
  select county_code from org_unit_version where ${CURRENT} and county_code is not null and code in (select code from up)
  union
  select code from stage_units where kind = 'county' and code in (select code from up)`;

const countiesOfUnits = (kept: ReadonlySet<string>): string => `/* recording: counties of changed units */
  with recursive ${changedUnits(kept)}
  select array(${TREE_COUNTIES}) as counties,
    exists (select from changed where kind in ('province', 'prefecture', 'county')) as everything`;

const changesCampaigns = (kept: ReadonlySet<string>): string => {
  const given = storedColumns(campaigns)
    .map(({ name }) => name)
    .filter((name) => !kept.has(name));
  return `/* recording: changed campaigns */
  select '{}'::text[] as counties, exists (
    select from stage_campaigns s where s.withdrawn or not exists (
      select from campaign_version v where v.campaign = s.campaign and ${CURRENT} and ${row('s', given)} is not distinct from ${row('v', given)})
  ) as everything`;
};

/** Counties of the units and cases that the rows of a sheet name, in every version of them. */
function countiesOfRows(sheet: SheetSpec): string {
  const stage = stageTable(sheet);
  const targets = new Set(sheet.columns.map(({ target }) => target));
  const numbers = ['case_no', 'relapse_of'].filter((name) => targets.has(name));
  const parts = [
    ...(targets.has('unit_code')
      ? [
          `select coalesce(v.county_code, v.code) from org_unit_version v where ${CURRENT} and v.code in (select unit_code from ${stage})`,
        ]
      : []),
    ...numbers.map(
      (name) => `select c.county_code from cases c where ${CURRENT} and c.case_no in (select ${name} from ${stage})`,
    ),
  ];
  return `/* recording: counties of ${sheet.key} */ select array(${parts.join(' union ')}) as counties, false as everything`;
}

/** Counties with rows of the campaigns that staged sheets name, for those that are to hold all of them. */
const countiesOfCampaigns = (sheets: readonly SheetSpec[]): string => `/* recording: counties of replaced campaigns */
  select array(select distinct county_code from cases where ${CURRENT} and campaign in (${sheets
    .map((sheet) =>
      sheet.columns.some(({ target }) => target === 'campaign')
        ? `select campaign from ${stageTable(sheet)}`
        : `select c.campaign from cases c join ${stageTable(sheet)} s using (case_no) where c.${CURRENT}`,
    )
    .join(' union ')})) as counties, false as everything`;

export interface Touching {
  readonly staged: readonly StagedRows[];
  /** Ids of rows on record that are to be withdrawn. */
  readonly withdraw?: readonly string[];
  readonly replace?: boolean;
}

/**
 * The counties that a recording will write to, where its staged rows tell it before anything is locked. What it does not
 * foresee shows when the recording is closed, and the recording is done again.
 */
export async function touchedCounties(
  client: Statements,
  { staged, withdraw = [], replace = false }: Touching,
): Promise<Counties> {
  const found = new Set(withdraw.flatMap((id) => parseRowId(id)?.county || []));
  const filled = staged.filter(({ rows }) => rows > 0);
  const statements = filled.map(({ sheet, kept }) => {
    if (sheet === units) return countiesOfUnits(kept);
    return sheet === campaigns ? changesCampaigns(kept) : countiesOfRows(sheet);
  });
  const ofCampaign = filled.map(({ sheet }) => sheet).filter(({ scope }) => scope !== 'units' && scope !== 'of-unit');
  if (replace && ofCampaign.length > 0) statements.push(countiesOfCampaigns(ofCampaign));
  for (const statement of statements) {
    const { rows } = await client.query<{ counties: string[]; everything: boolean }>(statement);
    if (rows[0]!.everything) return null;
    for (const county of rows[0]!.counties) found.add(county);
  }
  return [...found].toSorted();
}
