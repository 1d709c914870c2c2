import { always, runSetCheck } from '../checks/set-check.ts';
import { BOUNDARY_FACTS } from './write-boundaries.ts';
import type { ProblemLog } from '../problems.ts';
import { SHEETS, type SheetSpec } from '../../ledger/sheets/index.ts';
import { cases } from '../../ledger/sheets/case-sheets.ts';
import { county } from './effective.sql.ts';
import type { Recording } from '../recording.ts';
import { factColumns } from './located.sql.ts';
import type { Statements } from '../statements.ts';

/** Units that lie in another county than before on some day. */
const MOVED_UNITS = `
  select distinct s.code from unit_segment s
  join org_unit_version v on v.code = s.code and v.superseded_at = 'infinity' and v.valid_from < s.valid_to and s.valid_from < v.valid_to
  where ${county('s')} <> ${county('v')}`;

/**
 * Cases whose county on the day of their identification is another now: by the tree, by the workbook's own row, or since
 * the workbook's row of another unit was chosen to be the same case (`continued_case`).
 */
const MOVED_CASES = `
  select distinct on (c.case_no, c.county_code) c.case_no, c.county_code as old_county, ${county('u')} as new_county
  from cases c
  left join stage_cases s on s.case_no = c.case_no and (s.unit_code = c.unit_code
    or exists (select from continued_case k where k.id = c.id and k.county_code = c.county_code))
  join (
    select code, county_code, valid_from, valid_to from unit_segment
    union all
    select code, county_code, valid_from, valid_to from eff_unit e where not exists (select 1 from affected_unit a where a.code = e.code)
  ) u on u.code = coalesce(s.unit_code, c.unit_code) and u.valid_from <= coalesce(s.effective_on, c.effective_on) and coalesce(s.effective_on, c.effective_on) < u.valid_to
  where c.superseded_at = 'infinity' and ${county('u')} <> c.county_code
    and (s.case_no is not null or c.unit_code in (select code from moved_unit))`;

/** Counts, for `exists` would be planned as if a row were found at once. */
const COUNT_MOVED = `/* imports: count moved */
  with moved_unit as materialized (${MOVED_UNITS})
  select (select count(*) from moved_unit) > 0 as unit, (select count(*) from (${MOVED_CASES}) moved) > 0 as "case"`;

const TAKEN = `select s.row_no, m.case_no as value, m.new_county as hint from moved_case m left join stage_cases s using (case_no)
  where exists (select 1 from cases c where c.superseded_at = 'infinity' and c.county_code = m.new_county and c.case_no = m.case_no)`;

/**
 * Every fact carries the county of its unit on its day. Where the workbook moves a unit to another county, facts that
 * stand in the database follow: their rows are superseded and written again under the new county, before the workbook's own
 * rows are set beside them. Needs `unit_segment`, `affected_unit`, `eff_unit`.
 *
 * @returns whether anything moved
 */
export async function moveCounties(client: Statements, record: Recording, log: ProblemLog): Promise<boolean> {
  const { rows } = await client.query<{ unit: boolean; case: boolean }>(COUNT_MOVED);
  const { unit: anyUnit = false, case: anyCase = false } = rows[0] ?? {};
  if (!anyUnit && !anyCase) return false;
  await client.query(`create temp table moved_unit on commit drop as ${MOVED_UNITS}`);
  await client.query(`create temp table moved_case on commit drop as ${MOVED_CASES}`);
  const before = log.errorCount;
  await runSetCheck(
    client,
    {
      sheet: cases,
      column: 'case_no',
      code: 'CASE_NO_TAKEN',
      sql: TAKEN,
      expected: always('新的县内没有用过的编号', 'a case number not yet used in the new county'),
      message: always(
        '单位划入另一县，该县已有同一编号',
        'its unit moved to another county, which already uses this case number',
      ),
    },
    log,
  );
  if (log.errorCount > before) return false;
  if (anyCase) {
    await client.query(
      'insert into case_register (county_code, case_no) select new_county, case_no from moved_case on conflict do nothing',
    );
  }
  for (const sheet of SHEETS) {
    const find = findMoved(sheet);
    const facts = { table: sheet.table, columns: factColumns(sheet) };
    if (find && (isOfCase(sheet) ? anyCase : anyUnit)) await moveRows(client, facts, find, record);
  }
  if (anyUnit) await moveRows(client, BOUNDARY_FACTS, MOVED_BOUNDARIES, record);
  return true;
}

const isOfCase = (sheet: SheetSpec): boolean => sheet.scope === 'cases' || sheet.scope === 'of-case';

function findMoved(sheet: SheetSpec): string | null {
  if (isOfCase(sheet)) {
    return `select f.*, m.new_county from ${sheet.table} f
      join moved_case m on m.case_no = f.case_no and m.old_county = f.county_code where f.superseded_at = 'infinity'`;
  }
  if (sheet.scope !== 'of-unit' && sheet.scope !== 'of-campaign-unit') return null;
  return `select f.*, ${county('u')} as new_county from ${sheet.table} f
    join unit_segment u on u.code = f.unit_code and u.valid_from <= f.effective_on and f.effective_on < u.valid_to
    where f.superseded_at = 'infinity' and f.unit_code in (select code from moved_unit) and ${county('u')} <> f.county_code`;
}

/** A boundary that was always so lies in the county in which its unit began. */
const MOVED_BOUNDARIES = `select f.*, ${county('u')} as new_county from boundaries f
  join lateral (
    select * from unit_segment s where s.code = f.unit_code and f.effective_on < s.valid_to order by s.valid_from limit 1) u on true
  where f.superseded_at = 'infinity' and f.unit_code in (select code from moved_unit) and ${county('u')} <> f.county_code`;

interface Facts {
  readonly table: string;
  /** Columns that the file fills, without the county and the day. */
  readonly columns: readonly string[];
}

async function moveRows(client: Statements, facts: Facts, find: string, record: Recording): Promise<void> {
  const { table } = facts;
  const { rowCount } = await client.query(
    `/* imports: moved ${table} */ create temp table moved_${table} on commit drop as ${find}`,
  );
  if ((rowCount ?? 0) === 0) return;
  const values = await record.values();
  const columns = facts.columns.join(', ');
  await client.query(
    `/* imports: supersede moved ${table} */
     update ${table} f set superseded_at = $1 from moved_${table} m where m.id = f.id and m.county_code = f.county_code`,
    [values[0]],
  );
  await client.query(
    `/* imports: insert moved ${table} */
     insert into ${table} (county_code, effective_on, ${columns}, recorded_at, recorded_by, import_id, source_row)
     select new_county, effective_on, ${columns}, $1, $2, $3, null from moved_${table}`,
    [...values],
  );
}
