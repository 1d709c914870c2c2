import type { SheetSpec } from '../../ledger/sheets/index.ts';
import { stageTable, storedColumns } from './stage-table.ts';
import { county } from './effective.sql.ts';

/** Temporary table of a sheet's rows with their county, their day and the current row of the same identity. */
export const locatedTable = (sheet: SheetSpec): string => `located_${sheet.key}`;

/** Columns of a fact's table that the sheet fills, without `effective_on`. */
export const factColumns = (sheet: SheetSpec): string[] =>
  storedColumns(sheet)
    .map(({ name }) => name)
    .filter((name) => name !== 'effective_on');

/** Stored columns that tell a row of a sheet from another one. */
export const identityOf = (sheet: SheetSpec): string[] =>
  sheet.columns.filter((column) => column.identity).map((column) => column.target);

/** SQL of a staged row's effective day; `k` is its case. */
export function effectiveDay(sheet: SheetSpec): string {
  const column = sheet.columns.find(({ key }) => key === sheet.effective);
  if (!column) return 'k.identified_on';
  if (column.type.kind === 'year') return 'make_date(s.year, 1, 1)';
  return column.required ? `s.${column.target}` : `coalesce(s.${column.target}, k.identified_on)`;
}

/** The stored columns of a staged row `s`; those that its sheet does not have as the known row has them. */
export const stagedOrKept = (sheet: SheetSpec, kept: ReadonlySet<string>, known: string): string =>
  storedColumns(sheet)
    .map(({ name }) =>
      kept.has(name)
        ? `case when ${known}.id is null then s.${name} else ${known}.${name} end as ${name}`
        : `s.${name}`,
    )
    .join(', ');

/** Statement that gives the staged rows what their known rows lend them, for checks that read the staging table. */
export function keepStaged(sheet: SheetSpec, kept: ReadonlySet<string>): string {
  const names = [...kept];
  const row = (of: string): string => `row(${names.map((name) => `${of}.${name}`).join(', ')})`;
  return `/* imports: keep ${sheet.key} */
    update ${stageTable(sheet)} s set ${names.map((name) => `${name} = l.${name}`).join(', ')}
    from ${locatedTable(sheet)} l where l.row_no = s.row_no and l.old_id is not null and ${row('s')} is distinct from ${row('l')}`;
}

const isYearly = (sheet: SheetSpec): boolean => sheet.effective === 'year';

function placeJoins(sheet: SheetSpec): { readonly home: string; readonly columns: string; readonly joins: string } {
  if (sheet.scope === 'of-case') {
    return {
      home: 'k.county_code',
      columns: 'k.case_no is not null as case_known, k.homes, k.identified_on',
      joins: 'left join eff_case k on k.case_no = s.case_no',
    };
  }
  const day = effectiveDay(sheet);
  // a yearly row belongs to the unit if it lived on any day of the year
  const until = isYearly(sheet) ? `make_date(s.year + 1, 1, 1)` : `(${day} + 1)`;
  const campaign = sheet.scope !== 'of-unit';
  return {
    home: county('u'),
    columns: `u.code is not null as alive, u.kind as unit_kind${
      campaign
        ? `, c.campaign is not null as campaign_known,
          c.unit_code in (u.province_code, u.prefecture_code, u.county_code, u.town_code, u.village_code) as inside`
        : ''
    }`,
    joins: `left join eff_unit u on u.code = s.unit_code and u.valid_from < ${until} and u.valid_to > ${day}
      ${campaign ? 'left join eff_campaign c on c.campaign = s.campaign' : ''}`,
  };
}

/** Statement that creates the located table of a fact sheet. Needs what `locatedRows` reads. */
export const createLocated = (
  sheet: SheetSpec,
  kept: ReadonlySet<string>,
): string => `/* imports: locate ${sheet.key} */
    create temp table ${locatedTable(sheet)} on commit drop as ${locatedRows(sheet, kept)}`;

/**
 * Selects the staged rows of a fact sheet with their county, their day and the current row of the same identity. Reads eff_unit
 * and eff_campaign, or eff_case for rows of a case.
 *
 * @param kept stored columns that the sheet does not have: a known row lends them, and they make no correction
 */
export function locatedRows(sheet: SheetSpec, kept: ReadonlySet<string>): string {
  const { home, columns, joins } = placeJoins(sheet);
  const stagedDay = effectiveDay(sheet);
  const day = kept.has('effective_on') ? `coalesce(f.effective_on, ${stagedDay})` : stagedDay;
  const known = identityOf(sheet).map((name) => `f.${name} = ${name === 'effective_on' ? stagedDay : `s.${name}`}`);
  const content = factColumns(sheet).filter((name) => !identityOf(sheet).includes(name) && !kept.has(name));
  const mine = [...content.map((name) => `s.${name}`), day];
  const theirs = [...content.map((name) => `f.${name}`), 'f.effective_on'];
  return `select ${isYearly(sheet) ? 'distinct on (s.row_no)' : ''} s.row_no, s.broken, ${stagedOrKept(sheet, kept, 'f')}, ${home} as home, ${day} as day, ${columns}, f.id as old_id, f.effective_on as old_day,
      f.id is not null and row(${mine.join(', ')}) is not distinct from row(${theirs.join(', ')}) as same
    from ${stageTable(sheet)} s
    ${joins}
    left join ${sheet.table} f on f.superseded_at = 'infinity' and f.county_code = ${home} and ${known.join(' and ')}
    ${isYearly(sheet) ? 'order by s.row_no, u.valid_from' : ''}`;
}

/** Statement that tells how many staged rows are new, corrected and unchanged. */
export const countLocated = (sheet: SheetSpec): string => `/* imports: count ${sheet.key} */
  select count(*) filter (where old_id is null)::int as new, count(*) filter (where old_id is not null and not same)::int as corrected,
    count(*) filter (where same)::int as unchanged
  from ${locatedTable(sheet)}`;

/** Corrected rows that this import ($1) itself wrote a moment ago, under a new county: no one has seen them. */
export const forgetMoved = (sheet: SheetSpec): string => `/* imports: forget moved ${sheet.key} */
  delete from ${sheet.table} f using ${locatedTable(sheet)} l
  where l.old_id = f.id and l.home = f.county_code and not l.same and f.import_id = $1`;

/** Corrected rows: the current one is superseded at $1. */
export const supersedeFacts = (sheet: SheetSpec): string => `/* imports: supersede ${sheet.key} */
  update ${sheet.table} f set superseded_at = $1
  from ${locatedTable(sheet)} l where l.old_id = f.id and l.home = f.county_code and not l.same`;

/** New and corrected rows: $1 recorded_at, $2 recorded_by, $3 import. */
export function insertFacts(sheet: SheetSpec): string {
  const columns = factColumns(sheet);
  return `/* imports: insert ${sheet.key} */
    insert into ${sheet.table} (county_code, effective_on, ${columns.join(', ')}, recorded_at, recorded_by, import_id, source_row)
    select l.home, l.day, ${columns.map((name) => `l.${name}`).join(', ')}, $1, $2, $3, l.row_no
    from ${locatedTable(sheet)} l where not l.same`;
}
