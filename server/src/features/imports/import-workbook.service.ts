import { basename, resolve } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import { WallchartError } from '../../errors.ts';
import { checkWorkbook } from './checks/check-workbook.ts';
import { ImportRecord } from './facts/import-record.ts';
import { countRows, writeWorkbook } from './facts/write-workbook.ts';
import type {
  ImportOptions,
  ImportOutcome,
  ImportPhase,
  ImportSource,
  RowCounts,
  SheetSummary,
} from './import-outcome.ts';
import { matchSheets, specOf, type MatchedSheet } from './match-sheets.ts';
import { outcomeOf, refusalOf } from './import-result.ts';
import { inTransaction } from './import-transaction.ts';
import { ProblemLog } from './problems.ts';
import { FileRefused } from '../../reading/file-refused.ts';
import { openSource, type Source } from './reading/open-source.ts';
import { cases, transitions } from './sheets/case-sheets.ts';
import { SHEETS, type SheetSpec } from './sheets/index.ts';
import { campaigns } from './sheets/tree-sheets.ts';
import { venueFunds, venues } from './sheets/unit-sheets.ts';
import { readKnown } from './staging/known.ts';
import { createStageTable } from './staging/stage-table.ts';
import { stageSheet, type StagedSheet } from './staging/stage-sheet.ts';

/** Sheets whose staging tables are read with those of the file, though the file may not have them. */
const readWith = (sheets: readonly SheetSpec[]): SheetSpec[] => [
  campaigns,
  cases,
  ...(sheets.includes(cases) ? [transitions] : []),
  ...(sheets.includes(venueFunds) ? [venues] : []),
];

const NO_COUNTS: RowCounts = { new: 0, corrected: 0, unchanged: 0 };

/** One import while it runs. */
interface Run {
  readonly client: PoolClient;
  readonly source: Source;
  readonly sheets: readonly MatchedSheet[];
  readonly log: ProblemLog;
  readonly options: ImportOptions;
  readonly fileName: string;
  readonly rows: Map<SheetSpec, number>;
  readonly staged: StagedSheet[];
  readonly counts: Map<SheetSpec, RowCounts>;
  report(phase: ImportPhase, sheet: SheetSpec | null, fraction?: number): void;
}

/**
 * Imports a ledger workbook, all or nothing: reads it sheet by sheet into temporary tables, checks it against itself and
 * the database, and writes what is new or corrected in one transaction. Imports wait for each other.
 *
 * Whatever is wrong with the file is in the outcome's problems.
 *
 * @param database one client of the pool is used
 * @throws WallchartError FILE_NOT_FOUND, ABORTED
 */
export async function importWorkbook(
  database: Pool,
  source: ImportSource,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const log = new ProblemLog();
  const fileName = source.fileName ?? basename(resolve(source.path));
  options.onProgress?.({ phase: 'opening', rowsDone: 0, rowsTotal: null, fraction: 0, sheet: null });
  let opened: Source | undefined;
  try {
    opened = await openSource(source.path, fileName);
    const sheets = await matchSheets(opened.sheets, log);
    if (sheets.length === 0) return refused(log, []);
    return await inTransaction(database, options.signal, (client) =>
      runImport(newRun({ client, source: opened as Source, sheets, log, options, fileName })),
    );
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    log.add(specOf(error.place.sheet ?? '') ?? error.place.sheet ?? '', refusalOf(error));
    return refused(log, []);
  } finally {
    opened?.close();
  }
}

function newRun(parts: Omit<Run, 'rows' | 'staged' | 'counts' | 'report'>): Run {
  const rows = new Map<SheetSpec, number>();
  const { options } = parts;
  const rowsDone = (): number => [...rows.values()].reduce((sum, count) => sum + count, 0);
  return {
    ...parts,
    rows,
    staged: [],
    counts: new Map(),
    report(phase, sheet, fraction = 1) {
      if (options.signal?.aborted) throw new WallchartError('ABORTED', 'the import was stopped; nothing was changed');
      const total = phase === 'reading' ? null : rowsDone();
      options.onProgress?.({ phase, rowsDone: rowsDone(), rowsTotal: total, fraction, sheet: sheet?.key ?? null });
    },
  };
}

async function runImport(run: Run): Promise<ImportOutcome> {
  const { client, log, options } = run;
  await readSheets(run);
  run.report('checking', null);
  const record = new ImportRecord(client, { name: run.fileName, sha256: run.source.sha256 }, options);
  await checkWorkbook({ client, staged: run.staged, log, record, onSheet: (sheet) => run.report('checking', sheet) });
  if (log.errorCount > 0) return refused(log, summaries(run));
  for (const { sheet } of run.staged) run.counts.set(sheet, await countRows(client, sheet));
  const changed = [...run.counts.values()].some((counts) => counts.new + counts.corrected > 0);
  if (options.dryRun || !changed) return settled(run, options.dryRun ? 'checked' : 'unchanged', null);
  const written = await writeWorkbook({
    client,
    sheets: run.staged.map(({ sheet }) => ({ sheet, counts: run.counts.get(sheet) ?? NO_COUNTS })),
    record,
    onSheet: (sheet) => run.report('writing', sheet),
  });
  await client.query('commit');
  return settled(run, 'accepted', written);
}

async function readSheets(run: Run): Promise<void> {
  const { client, log, source } = run;
  const sheets = run.sheets.map(({ spec }) => spec);
  for (const sheet of new Set([...sheets, ...readWith(sheets)])) await client.query(createStageTable(sheet));
  const total = source.sheets.reduce((sum, { bytes }) => sum + bytes, 0);
  const known = await readKnown(client);
  let before = 0;
  for (const { spec, source: sheetSource } of run.sheets) {
    let bytes = 0;
    const onProgress = (rows: number, more: number): void => {
      bytes += more;
      run.rows.set(spec, rows);
      run.report('reading', spec, Math.min((before + bytes) / Math.max(total, 1), 1));
    };
    const staged = await stageSheet({ client, sheet: spec, source: sheetSource, log, known, onProgress });
    run.rows.set(spec, staged.rows);
    run.staged.push(staged);
    before += sheetSource.bytes;
  }
}

function summaries(run: Run): SheetSummary[] {
  return run.sheets.map(({ spec }) => ({
    sheet: spec.key,
    title: { zh: spec.zh, en: spec.en },
    rows: run.rows.get(spec) ?? 0,
    ...(run.counts.get(spec) ?? NO_COUNTS),
    problems: run.log.problemsOf(spec.key),
  }));
}

const SHEET_ORDER = SHEETS.map((sheet) => sheet.key);

const refused = (log: ProblemLog, sheets: readonly SheetSummary[]): ImportOutcome =>
  outcomeOf(log, SHEET_ORDER, { state: 'refused', sheets, run: null });

function settled(run: Run, state: ImportOutcome['state'], written: ImportOutcome['run']): ImportOutcome {
  run.report('done', null);
  return outcomeOf(run.log, SHEET_ORDER, { state, sheets: summaries(run), run: written });
}
