import { sql, type RawBuilder } from 'kysely';
import type { ViewerDb } from '../../../database/handles.ts';
import { identityOf } from '../../../recording/writer/located.sql.ts';
import { SHEETS, type SheetSpec } from '../../../ledger/sheets/index.ts';
import { cellsOf, type RecordedCell } from '../../../ledger/sheets/recorded-cells.ts';
import { supersededByRun } from '../../../ledger/temporal/index.ts';
import { rowId } from '../../../ledger/sheets/row-id.ts';
import { isFact } from '../../../recording/withdrawing/withdrawals.sql.ts';

/** Which rows a run recorded and superseded. */
export interface RunKey {
  readonly id: string;
  /** ISO moment; of no other run of the same county. */
  readonly recordedAt: string;
}

/** Predicate: the run superseded this row. */
export function supersededIn(sheet: SheetSpec, row: string, { id, recordedAt }: RunKey): RawBuilder<unknown> {
  const county =
    sheet.scope === 'campaigns' ? 'null' : isFact(sheet) ? undefined : `coalesce(${row}.county_code, ${row}.code)`;
  return sql`${sql.raw(row)}.superseded_at = ${recordedAt}::timestamptz and exists (
    select from import_run i where i.id = ${id}::bigint and ${supersededByRun(row, 'i', county)})`;
}

export type RowChangeKind = 'withdrawn' | 'corrected' | 'new';

export interface CellChange {
  readonly column: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a run did to one row. */
export interface RowChange {
  /** Id of the row now in force, or of the withdrawn row. */
  readonly id: string;
  readonly sheet: string;
  readonly kind: RowChangeKind;
  readonly caseNo: string | null;
  readonly unitCode: string | null;
  readonly unitName: string | null;
  readonly effectiveOn: string | null;
  /** Row of the file that says so; null where none does. */
  readonly sourceRow: number | null;
  /** The cells that identify the row within its sheet. */
  readonly identity: readonly RecordedCell[];
  /** Of a corrected row the cells that changed, of others all that are filled in; without the identity. */
  readonly cells: readonly CellChange[];
}

type TextCells = Record<string, string | null>;

/** A row as it is fetched: `before` and `after` have every column as text, so that amounts stay exact. */
export interface ChangeRow {
  readonly county: string | null;
  readonly id: string;
  readonly case_no: string | null;
  readonly unit_code: string | null;
  readonly unit_name: string | null;
  readonly effective_on: string | null;
  readonly source_row: number | null;
  readonly before: TextCells | null;
  readonly after: TextCells | null;
}

/**
 * The changes of a run, sheet by sheet in the order of the workbook; in each what was withdrawn, then what was corrected,
 * then what is new.
 */
export async function rowChanges(
  db: ViewerDb,
  run: RunKey,
  { first, offset = 0, sheets = SHEETS }: { first: number; offset?: number; sheets?: readonly SheetSpec[] },
): Promise<RowChange[]> {
  const changes: RowChange[] = [];
  let skip = offset;
  for (const sheet of sheets) {
    if (changes.length >= first) break;
    const { rows } = await sql<ChangeRow & { total: string }>`/* imports.changes */
      ${changesIn(sheet, run)} limit ${first - changes.length} offset ${skip}`.execute(db);
    changes.push(...rows.map((row) => changeOf(sheet, row)));
    skip = Math.max(0, skip - (rows.length > 0 ? skip : await countChanges(db, sheet, run)));
  }
  return changes;
}

async function countChanges(db: ViewerDb, sheet: SheetSpec, run: RunKey): Promise<number> {
  const { rows } = await sql<{ n: string }>`/* imports.count_changes */
    select count(*) as n from ${together(sheet, run)}`.execute(db);
  return Number(rows[0]?.n ?? 0);
}

/** Rows `n` that the run recorded beside the rows `o` that they took the place of. */
function together(sheet: SheetSpec, run: RunKey): RawBuilder<unknown> {
  const table = sql.table(sheet.table);
  const same = sql.join(
    identityOf(sheet).map((name) => sql`${sql.ref(`n.${name}`)} = ${sql.ref(`o.${name}`)}`),
    sql` and `,
  );
  return sql`(select * from ${table} where import_id = ${run.id}::bigint) n
    full join (select r.* from ${table} r where ${supersededIn(sheet, 'r', run)}) o on ${same}`;
}

function changesIn(sheet: SheetSpec, run: RunKey): RawBuilder<unknown> {
  const of = (name: string): RawBuilder<unknown> => sql`coalesce(${sql.ref(`n.${name}`)}, ${sql.ref(`o.${name}`)})`;
  const order = sql.join([
    sql`case when n.id is null then 1 when o.id is not null then 2 else 3 end`,
    ...identityOf(sheet).map(of),
  ]);
  return sql`select x.county, x.id, x.case_no, x.unit_code, ${UNIT_NAME} as unit_name, x.effective_on, x.source_row,
      case when x.old_id is not null then ${asText(sql`x.old`)} end as before,
      case when x.new_id is not null then ${asText(sql`x.new`)} end as after
    from (select n.id as new_id, o.id as old_id, n as new, o as old, ${of('id')} as id, n.source_row,
        ${placeOf(sheet, of)} from ${together(sheet, run)} order by ${order}) x`;
}

/** County, case, unit and day of a row, whose columns `of` gives. */
export function placeOf(sheet: SheetSpec, of: (name: string) => RawBuilder<unknown>): RawBuilder<unknown> {
  const nothing = sql`null::text`;
  const ofCase = sheet.scope === 'cases' || sheet.scope === 'of-case';
  const unit =
    sheet.scope === 'units'
      ? of('code')
      : sheet.scope === 'of-case'
        ? sql`(select c.unit_code from cases c where c.county_code = ${of('county_code')} and c.case_no = ${of('case_no')}
            order by c.superseded_at desc limit 1)`
        : of('unit_code');
  return sql`${isFact(sheet) ? of('county_code') : nothing} as county, ${ofCase ? of('case_no') : nothing} as case_no,
    ${unit} as unit_code, ${isFact(sheet) ? of('effective_on') : sql`null::date`} as effective_on`;
}

export const UNIT_NAME = sql`(select v.name from org_unit_version v where v.code = x.unit_code
  order by v.superseded_at desc, v.valid_from desc limit 1)`;

export const asText = (row: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select jsonb_object_agg(c.key, c.value) from jsonb_each_text(to_jsonb(${row})) c)`;

function changeOf(sheet: SheetSpec, row: ChangeRow): RowChange {
  const kind = row.after === null ? 'withdrawn' : row.before === null ? 'new' : 'corrected';
  const before = row.before && cellsOf(sheet, row.before);
  const after = row.after && cellsOf(sheet, row.after);
  const isIdentity = new Set(sheet.columns.filter(({ identity }) => identity).map(({ key }) => key));
  const cells = (after ?? before ?? []).map(({ column }, at): CellChange => ({
    column,
    before: before?.[at]?.value ?? null,
    after: after?.[at]?.value ?? null,
  }));
  return {
    id: rowId({ sheet: sheet.key, county: row.county ?? '', id: row.id }),
    sheet: sheet.key,
    kind,
    caseNo: row.case_no,
    unitCode: row.unit_code,
    unitName: row.unit_name,
    effectiveOn: row.effective_on,
    sourceRow: row.source_row,
    identity: (after ?? before ?? []).filter(({ column }) => isIdentity.has(column)),
    cells: cells.filter((cell) => !isIdentity.has(cell.column) && cell.before !== cell.after),
  };
}
