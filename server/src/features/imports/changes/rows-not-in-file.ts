import { sql } from 'kysely';
import type { ViewerDb } from '../../../database/handles.ts';
import type { SheetSpec } from '../../../ledger/sheets/index.ts';
import { cellsOf, type RecordedCell } from '../../../ledger/sheets/recorded-cells.ts';
import { rowId } from '../../../ledger/sheets/row-id.ts';
import { isOfCampaign, lackedBy } from '../../../recording/withdrawing/withdrawals.sql.ts';
import { asText, placeOf, UNIT_NAME, type ChangeRow } from './row-changes.ts';

/** A row on record that belongs to a campaign of the file and that its sheet of the file does not hold. */
export interface RowNotInFile {
  readonly id: string;
  readonly sheet: string;
  readonly caseNo: string | null;
  readonly unitCode: string | null;
  readonly unitName: string | null;
  readonly effectiveOn: string | null;
  readonly cells: readonly RecordedCell[];
}

export interface RowsNotInFile {
  /** Of each sheet that lacks any. */
  readonly counts: ReadonlyMap<SheetSpec, number>;
  /** The first of them. */
  readonly rows: readonly RowNotInFile[];
}

/** The rows on record that the staged sheets lack of the campaigns that they speak of. Needs `named_campaign`. */
export async function rowsNotInFile(db: ViewerDb, staged: readonly SheetSpec[], first: number): Promise<RowsNotInFile> {
  const counts = new Map<SheetSpec, number>();
  const found: RowNotInFile[] = [];
  for (const sheet of staged.filter(isOfCampaign)) {
    const lacked = sql.raw(lackedBy(sheet));
    const { rows: counted } = await sql<{ n: number }>`/* imports.count_not_in_file */
      select count(*)::int as n ${lacked}`.execute(db);
    const count = counted[0]?.n ?? 0;
    if (count === 0) continue;
    counts.set(sheet, count);
    if (found.length >= first) continue;
    const { rows } = await sql<ChangeRow>`/* imports.not_in_file */
      select x.county, x.id, x.case_no, x.unit_code, ${UNIT_NAME} as unit_name, x.effective_on, ${asText(sql`x.old`)} as before
      from (select f as old, f.id, ${placeOf(sheet, (name) => sql.ref(`f.${name}`))} ${lacked}
        order by f.effective_on desc, f.id limit ${first - found.length}) x`.execute(db);
    found.push(...rows.map((row) => rowOf(sheet, row)));
  }
  return { counts, rows: found };
}

const rowOf = (sheet: SheetSpec, row: ChangeRow): RowNotInFile => ({
  id: rowId({ sheet: sheet.key, county: row.county ?? '', id: row.id }),
  sheet: sheet.key,
  caseNo: row.case_no,
  unitCode: row.unit_code,
  unitName: row.unit_name,
  effectiveOn: row.effective_on,
  cells: cellsOf(sheet, row.before ?? {}).filter(({ value }) => value !== null),
});
