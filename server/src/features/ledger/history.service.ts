import { sql, type RawBuilder } from 'kysely';
import type { ViewerDb } from '../../database/handles.ts';
import type * as Sheets from '../../ledger/sheets/index.ts';
import { recordedUpTo, supersededBy, supersededByRun } from '../../ledger/temporal/index.ts';
import type { HistoryEntry } from './case-detail.types.ts';
import type { Case, CaseView } from './case.types.ts';
import { ofCampaignUnits, ofCases } from './case-details.sql.ts';

const OF_CASE = ['cases', 'transitions', 'measures', 'contacts', 'visits', 'evaluations'] as const;
const OF_UNIT = ['venues', 'venue_funds', 'project_funds'] as const;

interface VersionRow {
  sheet: string;
  county: string;
  id: string;
  key: string;
  effective_on: string;
  recorded_at: string;
  superseded_at: string | null;
  recorded_by: string;
  /** of the run at whose moment it was superseded */
  superseded_by: string | null;
  file_name: string | null;
  by_form: boolean | null;
  source_row: number | null;
  /** Every column as text, so that amounts stay exact. */
  cells: Record<string, string | null>;
}

/**
 * Everything that was recorded about each case up to the moment of the view, corrections included, newest first: its
 * own rows, and the venue and money of its unit in the campaign. One statement for all the cases.
 */
export async function historyOf(db: ViewerDb, view: CaseView, cases: readonly Case[]): Promise<HistoryEntry[][]> {
  const sheets = await import('../../ledger/sheets/index.ts');
  const parts = [
    ...OF_CASE.map((table) => versionsOf(table, sql`r.case_no`, ofCases(cases), view)),
    ...OF_UNIT.map((table) => versionsOf(table, sql`r.unit_code`, ofCampaignUnits(cases), view)),
  ];
  const { rows } = await sql<VersionRow>`/* case.history */
    select * from (${sql.join(parts, sql` union all `)}) said
    order by recorded_at desc, effective_on desc, sheet, source_row`.execute(db);
  const byKey = Map.groupBy(rows, (row) => row.key);
  const ofCase = ({ caseNo, countyCode }: Case): VersionRow[] =>
    byKey.get(caseNo)?.filter(({ county }) => county === countyCode) ?? [];
  return cases.map((row) => entriesOf([...ofCase(row), ...(byKey.get(row.unitCode) ?? [])], sheets));
}

function versionsOf(
  table: string,
  key: RawBuilder<unknown>,
  which: RawBuilder<unknown>,
  view: CaseView,
): RawBuilder<unknown> {
  return sql`select ${sql.lit(table)} as sheet, ${key} as key, r.county_code as county, r.id, r.effective_on, r.recorded_at,
      ${supersededBy('r', view.knownAt)} as superseded_at,
      r.recorded_by, concat_ws(' · ', s.recorded_by, s.file_name) as superseded_by, i.file_name, i.channel = 'form' as by_form, r.source_row,
      (select jsonb_object_agg(c.key, c.value) from jsonb_each_text(to_jsonb(r)) c) as cells
    from ${sql.table(table)} r left join import_run i on i.id = r.import_id
    left join import_run s on ${supersededByRun('r', 's')} where ${which} and ${recordedUpTo('r', view.knownAt)}`;
}

function entriesOf(rows: readonly VersionRow[], { sheetOf, cellsOf, rowId }: typeof Sheets): HistoryEntry[] {
  const entries = rows
    .toSorted((a, b) => b.recorded_at.localeCompare(a.recorded_at))
    .flatMap((row) => {
      const spec = sheetOf(row.sheet);
      return spec ? [{ row, spec, cells: cellsOf(spec, row.cells) }] : [];
    });
  const identity = ({ spec, cells }: (typeof entries)[number]): string =>
    spec.columns
      .filter((column) => column.identity)
      .map((column) => cells.find((cell) => cell.column === column.key)?.value)
      .join('|');
  const versions = Map.groupBy(entries, (entry) => `${entry.spec.key}|${identity(entry)}`);
  return entries.map((entry) => {
    const { row, spec, cells } = entry;
    const before = versions
      .get(`${spec.key}|${identity(entry)}`)
      ?.find((other) => other.row.superseded_at === row.recorded_at);
    const withdrawn =
      row.superseded_at !== null &&
      !versions.get(`${spec.key}|${identity(entry)}`)?.some((other) => other.row.recorded_at === row.superseded_at);
    const valueBefore = new Map(before?.cells.map((cell) => [cell.column, cell.value]));
    return {
      id: rowId({ sheet: spec.key, county: row.county, id: row.id }),
      sheet: spec.key,
      effectiveOn: row.effective_on,
      recordedAt: row.recorded_at,
      supersededAt: row.superseded_at,
      withdrawn,
      withdrawnBy: withdrawn ? row.superseded_by : null,
      recordedBy: row.recorded_by,
      source: sourceOf(row, spec.zh),
      cells,
      changed: before
        ? cells.filter((cell) => cell.value !== valueBefore.get(cell.column)).map((cell) => cell.column)
        : [],
    };
  });
}

/** The file, sheet and row that a row comes from, or the form. */
function sourceOf({ by_form, file_name, source_row }: VersionRow, sheet: string): string | null {
  if (by_form) return `form · ${sheet}`;
  return file_name === null ? null : `${file_name} · ${sheet} · ${source_row ?? '?'}`;
}
