import type { SheetSpec } from '../../ledger/sheets/index.ts';
import { dayChecks } from '../checks/day-checks.ts';
import { placeChecks } from '../checks/place-checks.ts';
import { always, logFailing, type Failing, type SetCheck } from '../checks/set-check.ts';
import type { ProblemLog } from '../problems.ts';
import type { Recording, RowCounts } from '../recording.ts';
import type { Statements } from '../statements.ts';
import { knownCases, KNOWN_CAMPAIGNS } from './effective.sql.ts';
import { countLocated, insertFacts, locatedRows, locatedTable, supersedeFacts } from './located.sql.ts';
import { stageTable, storedRow } from './stage-table.ts';

/** One row of a sheet of cases' rows, given as values. */
export interface GivenRow {
  readonly sheet: SheetSpec;
  /** Canonical, in the order of the sheet's columns. */
  readonly cells: readonly (string | null)[];
  /** Stored names of the columns that were not asked for: a row that is known already keeps what they hold. */
  readonly kept: ReadonlySet<string>;
  /** Code of the county of its case, which tells it from another county's case of the same number. */
  readonly county: string | null;
}

/**
 * Common table expressions with the names of the temporary tables of an import, so that its checks and statements read the one
 * row as they read those of a file, and nothing is created.
 *
 * @param first number of the parameter that holds the first value; the last is the county
 */
function withRow({ sheet, cells, kept }: GivenRow, first: number): string {
  const values = storedRow(sheet, cells).map(({ name, type }, at) => `$${first + at}::${type} as ${name}`);
  const county = `$${first + values.length}::text`;
  return `with ${stageTable(sheet)} as materialized (select 1 as row_no, false as broken, ${values.join(', ')}),
    wanted as (select case_no from ${stageTable(sheet)}),
    eff_campaign as (${KNOWN_CAMPAIGNS}),
    eff_case as materialized (${knownCases(`and c.county_code = coalesce(${county}, c.county_code)`)}),
    ${locatedTable(sheet)} as materialized (${locatedRows(sheet, kept)})`;
}

const valuesOf = ({ sheet, cells, county }: GivenRow): (string | null)[] => [
  ...storedRow(sheet, cells).map(({ text }) => text),
  county,
];

/** Statement that runs checks on a row at once: `check` is the place of one that fails. */
export function checkGiven(row: GivenRow, checks: readonly SetCheck[]): string {
  const each = checks.map(
    ({ sql }, at) => `select ${at} as "check", value::text as value, hint::text as hint from (${sql}) failing`,
  );
  return `/* recording: check ${row.sheet.key} */ ${withRow(row, 1)} ${each.join(' union all ')} order by 1`;
}

const COUNTY_GIVEN = always('写明所属县的代码（county）', 'the code of its county, in the field county');

/** Checks a row against what is on record: its case, its campaign and its day. */
export async function checkRow(client: Statements, row: GivenRow, log: ProblemLog): Promise<void> {
  const checks = [...placeChecks(row.sheet, COUNTY_GIVEN), ...dayChecks(row.sheet)];
  const { rows } = await client.query<Pick<Failing, 'value' | 'hint'> & { check: number }>(
    checkGiven(row, checks),
    valuesOf(row),
  );
  for (const { check, ...failing } of rows) logFailing(checks[check]!, { ...failing, row_no: null }, log);
}

/** The statements that write a row: $1 recorded_at, then its values; $1 to $3 recorded_at, recorded_by and import, then its values. */
export const writeGiven = (row: GivenRow): { readonly supersede: string; readonly insert: string } => ({
  supersede: `/* recording: supersede ${row.sheet.key} */ ${withRow(row, 2)} ${supersedeFacts(row.sheet)}`,
  insert: `/* recording: insert ${row.sheet.key} */ ${withRow(row, 4)} ${insertFacts(row.sheet)}`,
});

/** Whether a checked row is new, corrects one on record, or says the same. */
export async function countRow(client: Statements, row: GivenRow): Promise<RowCounts> {
  const { rows } = await client.query<Omit<RowCounts, 'withdrawn'>>(
    `/* recording: count ${row.sheet.key} */ ${withRow(row, 1)} ${countLocated(row.sheet)}`,
    valuesOf(row),
  );
  return { ...rows[0]!, withdrawn: 0 };
}

/** Writes a checked row: the one that it corrects is superseded. */
export async function writeRow(
  client: Statements,
  row: GivenRow,
  counts: RowCounts,
  recording: Recording,
): Promise<void> {
  const record = await recording.values();
  const { supersede, insert } = writeGiven(row);
  if (counts.corrected > 0) await client.query(supersede, [record[0], ...valuesOf(row)]);
  await client.query(insert, [...record, ...valuesOf(row)]);
}
