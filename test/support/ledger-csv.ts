import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ledger, Wording } from '../reference/ledger.ts';

/** Sheets of a workbook as cells; what is not said is an empty cell. */
export type Sheets = Record<string, Record<string, string>[]>;

type CsvCells = Record<string, string | number | boolean | null>;
type Write<T> = (row: T) => CsvCells;

const atLeast = (count: number | null, least: boolean): string | null =>
  count === null ? null : `${count}${least ? '+' : ''}`;

/** Cells of the rows that stand now, under the workbook's column keys. */
export function sheetsOf(ledger: Ledger): Sheets {
  const sheets: Sheets = {};
  const write = <T extends Wording>(sheet: string, rows: readonly T[], cells: Write<T>): void => {
    sheets[sheet] = rows
      .filter((row) => row.superseded_at === null)
      .map((row) => ({ ...text(cells(row)), illustrative: row.illustrative.length > 0 ? 'yes' : '' }));
  };
  write('units', ledger.units, ({ level: _, ...row }) => bare(row));
  write('campaigns', ledger.campaigns, (row) => ({ ...bare(row), checklist: row.checklist.join(';') }));
  write('cases', ledger.cases, ({ effective_on, other_causes, ...row }) => ({
    ...bare(row),
    identified_on: effective_on,
    other_causes: other_causes.join(';'),
  }));
  write('transitions', ledger.transitions, bare);
  write('measures', ledger.measures, ({ effective_on: _, ...row }) => bare(row));
  write('contacts', ledger.contacts, ({ effective_on, ...row }) => ({ ...bare(row), since: effective_on }));
  write('visits', ledger.visits, (row) => ({
    case_no: row.case_no,
    role: row.role,
    visited_on: row.effective_on,
    problems_found: atLeast(row.problems_found, row.problems_found_at_least),
    problems_solved: atLeast(row.problems_solved, row.problems_solved_at_least),
  }));
  write('team', ledger.team, ({ at_least, ...row }) => ({ ...bare(row), count: atLeast(row.count, at_least) }));
  write('supports', ledger.supports, ({ at_least, effective_on, ...row }) => ({
    ...bare(row),
    since: effective_on,
    count: atLeast(row.count, at_least),
  }));
  write('venues', ledger.venues, ({ effective_on, ...row }) => ({ ...bare(row), identified_on: effective_on }));
  for (const sheet of ['venue_funds', 'project_funds'] as const) {
    write(sheet, ledger[sheet], ({ effective_on, ...row }) => ({ ...bare(row), received_on: effective_on }));
  }
  write('operating_funds', ledger.operating_funds, ({ effective_on: _, ...row }) => bare(row));
  write('remuneration', ledger.remuneration, (row) => ({
    ...bare(row),
    paid_on_time: row.paid_on_time === null ? null : row.paid_on_time ? 'yes' : 'no',
  }));
  write('economy', ledger.economy, ({ effective_on: _, ...row }) => bare(row));
  write('evaluations', ledger.evaluations, ({ effective_on, ...row }) => ({
    ...bare(row),
    evaluated_on: effective_on,
  }));
  write('reports', ledger.reports, ({ effective_on, ...row }) => ({ ...bare(row), due_on: effective_on }));
  return sheets;
}

/** The row's own columns. */
function bare(row: object): CsvCells {
  const { recorded_at: _r, superseded_at: _s, illustrative: _i, ...own } = row as CsvCells & Partial<Wording>;
  return own;
}

function text(cells: CsvCells): Record<string, string> {
  return Object.fromEntries(Object.entries(cells).map(([key, value]) => [key, value === null ? '' : `${value}`]));
}

/** Writes a folder of CSV files, one per sheet that has rows. */
export async function writeCsvFolder(folder: string, sheets: Sheets): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [sheet, rows] of Object.entries(sheets)) {
    const [first] = rows;
    if (first === undefined) continue;
    const keys = Object.keys(first);
    const lines = [keys, ...rows.map((row) => keys.map((key) => row[key] ?? ''))];
    await writeFile(join(folder, `${sheet}.csv`), lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join(''));
  }
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
