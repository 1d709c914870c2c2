import { basename, resolve } from 'node:path';
import { kyselyOn } from '@wallchart/db';
import type { Pool, PoolClient } from 'pg';
import { SYSTEM } from '../../access/principals.ts';
import { ViewerDb } from '../../database/handles.ts';
import { WallchartError } from '../../domain/errors.ts';
import { checkWorkbook } from './checks/check-workbook.ts';
import { Recording, type RecordedFile, type RecordedRun, type RowCounts } from '../../recording/recording.ts';
import { countRows, writeWorkbook } from '../../recording/writer/write-workbook.ts';
import { figureChanges } from './changes/figure-changes.ts';
import { rowChanges } from './changes/row-changes.ts';
import { rowsNotInFile, type RowsNotInFile } from './changes/rows-not-in-file.ts';
import type {
  ImportEffect,
  ImportOptions,
  ImportOutcome,
  ImportPhase,
  ImportSource,
  SheetSummary,
} from './import-outcome.ts';
import { matchSheets, specOf, type MatchedSheet } from './match-sheets.ts';
import { noRows, outcomeOf, refusalOf } from './import-result.ts';
import {
  CountiesMissed,
  lockToWrite,
  patiently,
  together,
  withCounties,
  type Counties,
} from '../../recording/counties.ts';
import { touchedCounties } from '../../recording/touched-counties.ts';
import { inTransaction } from '../../recording/transaction.ts';
import { ProblemLog } from '../../recording/problems.ts';
import { FileRefused } from '../../reading/file-refused.ts';
import { openSource, type Source } from './reading/open-source.ts';
import { cases, transitions } from '../../ledger/sheets/case-sheets.ts';
import { SHEETS, type SheetSpec } from '../../ledger/sheets/index.ts';
import { campaigns } from '../../ledger/sheets/tree-sheets.ts';
import { venueFunds, venues } from '../../ledger/sheets/unit-sheets.ts';
import { readKnown, stillHolds, type KnownSpellings } from './staging/known.ts';
import { createStageTable } from '../../recording/writer/stage-table.ts';
import { stageSheet, type StagedSheet } from './staging/stage-sheet.ts';
import { withdrawRows, type WithdrawnCounts } from '../../recording/withdrawing/withdraw-rows.ts';

/** Sheets whose staging tables are read with those of the file, though the file may not have them. */
const readWith = (sheets: readonly SheetSpec[]): SheetSpec[] => [
  campaigns,
  cases,
  ...(sheets.includes(cases) ? [transitions] : []),
  ...(sheets.includes(venueFunds) ? [venues] : []),
];

const CHANGES_SHOWN = 500;
const NOT_IN_FILE_SHOWN = 200;

const NO_COUNTS: RowCounts = { new: 0, corrected: 0, unchanged: 0, withdrawn: 0 };

/** One import while it runs. */
interface Run {
  /** Counties that are locked whatever the rows say. */
  readonly more: Counties;
  readonly client: PoolClient;
  /** null: a form, which has no sheets */
  readonly source: Source | null;
  readonly sheets: readonly MatchedSheet[];
  readonly log: ProblemLog;
  readonly options: ImportOptions;
  readonly file: RecordedFile | null;
  readonly rows: Map<SheetSpec, number>;
  readonly staged: StagedSheet[];
  readonly counts: Map<SheetSpec, RowCounts>;
  notInFile: RowsNotInFile | null;
  report(phase: ImportPhase, sheet: SheetSpec | null, fraction?: number): void;
}

/**
 * Imports a ledger workbook, all or nothing: reads it sheet by sheet into temporary tables, checks it against itself and
 * the database, and writes what is new or corrected in one transaction. Recordings of the same counties wait for each other.
 *
 * Whatever is wrong with the file is in the outcome's problems.
 *
 * @param database one client of the pool is used
 * @throws WallchartError FILE_NOT_FOUND, ABORTED
 */
export function importWorkbook(database: Pool, source: ImportSource, options: ImportOptions): Promise<ImportOutcome> {
  return withCounties((more) => attempt(database, source, { options, more }));
}

async function attempt(
  database: Pool,
  source: ImportSource,
  { options, more }: Pick<Run, 'options' | 'more'>,
): Promise<ImportOutcome> {
  const log = new ProblemLog();
  const fileName = source.fileName ?? basename(resolve(source.path));
  options.onProgress?.({ phase: 'opening', rowsDone: 0, rowsTotal: null, fraction: 0, sheet: null });
  let opened: Source | undefined;
  try {
    const workbook = (opened = await openSource(source.path, fileName));
    const sheets = await matchSheets(workbook.sheets, log);
    if (sheets.length === 0) return refused(log, []);
    const file = { name: fileName, sha256: workbook.sha256 };
    return await inTransaction(database, options.signal, (client) =>
      runImport(newRun({ client, source: workbook, sheets, log, options, file, more })),
    );
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    log.add(specOf(error.place.sheet ?? '') ?? error.place.sheet ?? '', refusalOf(error));
    return refused(log, []);
  } finally {
    opened?.close();
  }
}

/**
 * Withdraws rows on record without a file, under the checks of an import.
 *
 * @param rows ids of rows of facts (`rowId`)
 * @throws WallchartError ABORTED; IMPORT_RUNNING if someone else writes to their county for longer than one can wait
 */
export function withdrawOnRecord(
  database: Pool,
  rows: readonly string[],
  options: Pick<ImportOptions, 'dryRun' | 'recordedBy' | 'signal'>,
): Promise<ImportOutcome> {
  const requested: ImportOptions = { ...options, channel: 'form', withdraw: rows, withEffect: true };
  return withCounties((more) =>
    inTransaction(database, options.signal, (client) =>
      runImport(
        newRun({ client, source: null, sheets: [], log: new ProblemLog(), options: requested, file: null, more }),
      ),
    ),
  );
}

function newRun(parts: Omit<Run, 'rows' | 'staged' | 'counts' | 'notInFile' | 'report'>): Run {
  const rows = new Map<SheetSpec, number>();
  const { options } = parts;
  const rowsDone = (): number => [...rows.values()].reduce((sum, count) => sum + count, 0);
  return {
    ...parts,
    rows,
    staged: [],
    counts: new Map(),
    notInFile: null,
    report(phase, sheet, fraction = 1) {
      if (options.signal?.aborted) throw new WallchartError('ABORTED', 'the import was stopped; nothing was changed');
      const total = phase === 'reading' ? null : rowsDone();
      options.onProgress?.({ phase, rowsDone: rowsDone(), rowsTotal: total, fraction, sheet: sheet?.key ?? null });
    },
  };
}

async function runImport(run: Run): Promise<ImportOutcome> {
  const { client, log, options, source } = run;
  const known = await readSheets(run);
  if (source && !options.replace && log.errorCount === 0 && run.staged.every(({ rows }) => rows === 0))
    log.add('', noRows);
  run.report('checking', null);
  const counties = await lockTouched(run, known);
  const { channel, recordedBy, dryRun } = options;
  const record = new Recording(client, { channel, recordedBy, dryRun, file: run.file, counties });
  const { staged } = run;
  const withdrawn = await withdrawRows({ client, staged, ...withdrawing(options), log, record });
  await checkWorkbook({ client, staged, log, record, onSheet: (sheet) => run.report('checking', sheet) });
  if (log.errorCount > 0) return refused(log, summaries(run));
  await countChanges(run, withdrawn);
  if (options.withEffect && !options.replace) await findRowsNotInFile(run);
  const changed = [...run.counts.values()].some((counts) => counts.new + counts.corrected + counts.withdrawn > 0);
  if (!changed) return settled(run, { state: options.dryRun ? 'checked' : 'unchanged' });
  // A dry run writes too, so that it can tell what changes, and is rolled back.
  return options.dryRun && !options.withEffect ? settled(run, { state: 'checked' }) : await write(run, record);
}

/** Nothing was locked while the file was read: what it was read by must still hold. */
async function lockTouched({ client, staged, options, more }: Run, known: KnownSpellings | null): Promise<Counties> {
  const touching = { staged, withdraw: options.withdraw, replace: options.replace };
  const counties = together(await touchedCounties(client, touching), more);
  const lock = (): Promise<void> => lockToWrite(client, counties);
  // A person waits for a form.
  await (options.channel === 'form' ? patiently(client, lock) : lock());
  if (known && !(await stillHolds(client, known))) throw new CountiesMissed(counties);
  return counties;
}

async function countChanges({ client, staged, counts }: Run, withdrawn: WithdrawnCounts): Promise<void> {
  for (const [sheet, count] of withdrawn) counts.set(sheet, { ...NO_COUNTS, withdrawn: count });
  for (const { sheet } of staged)
    counts.set(sheet, { ...(await countRows(client, sheet)), withdrawn: withdrawn.get(sheet) ?? 0 });
}

async function findRowsNotInFile(run: Run): Promise<void> {
  const sheets = run.staged.map(({ sheet }) => sheet);
  run.notInFile = await rowsNotInFile(everythingOn(run.client), sheets, NOT_IN_FILE_SHOWN);
}

async function write(run: Run, record: Recording): Promise<ImportOutcome> {
  const { client, options } = run;
  const phase = options.dryRun ? 'checking' : 'writing';
  const written = await writeWorkbook({
    client,
    sheets: [...run.counts].map(([sheet, counts]) => ({ sheet, counts })),
    record,
    onSheet: (sheet) => run.report(phase, sheet),
  });
  const effect = options.withEffect ? await effectOf(everythingOn(client), written, run) : null;
  if (options.dryRun) return settled(run, { state: 'checked', effect });
  await client.query('commit');
  return settled(run, { state: 'accepted', effect, written });
}

/** What the transaction sees, whatever its writer may see. */
const everythingOn = (client: PoolClient): ViewerDb => new ViewerDb(kyselyOn(client), SYSTEM);

/** The file's own sheets are asked for first, those that it changes besides (with a case) after them. */
async function effectOf(db: ViewerDb, written: RecordedRun, run: Run): Promise<ImportEffect> {
  const changes = await rowChanges(db, written, { first: CHANGES_SHOWN, sheets: changedSheets(run) });
  return { changes, figures: await figureChanges(db, written) };
}

/** What follows a corrected identification day, or moves with a unit, may lie in any sheet. */
const changedSheets = ({ counts }: Run): readonly SheetSpec[] => {
  const moves = ['units', 'cases'].some((key) =>
    [...counts].some(([sheet, { corrected }]) => sheet.key === key && corrected > 0),
  );
  return moves ? SHEETS : SHEETS.filter((sheet) => counts.has(sheet));
};

const withdrawing = ({ withdraw = [], replace = false }: ImportOptions) => ({ chosen: withdraw, replace });

async function readSheets(run: Run): Promise<KnownSpellings | null> {
  const { client, log, source, options } = run;
  const sheets = run.sheets.map(({ spec }) => spec);
  // without a transition that is withdrawn, others of its case may not stand
  const withdraws = (options.withdraw ?? []).length > 0 && !sheets.includes(transitions);
  for (const sheet of new Set([...sheets, ...readWith(sheets), ...(withdraws ? [transitions] : [])]))
    await client.query(createStageTable(sheet));
  if (withdraws) run.staged.push({ sheet: transitions, rows: 0, withdrawn: 0, kept: new Set(), names: [] });
  if (!source) return null;
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
  return known;
}

function summaries(run: Run): SheetSummary[] {
  const inFile = new Set(run.sheets.map(({ spec }) => spec));
  // with a case, rows of sheets are withdrawn that the file does not have
  return SHEETS.filter((spec) => inFile.has(spec) || (run.counts.get(spec)?.withdrawn ?? 0) > 0).map((spec) => ({
    sheet: spec.key,
    title: { zh: spec.zh, en: spec.en },
    rows: run.rows.get(spec) ?? 0,
    ...(run.counts.get(spec) ?? NO_COUNTS),
    problems: run.log.problemsOf(spec.key),
    notInFile: run.notInFile?.counts.get(spec) ?? 0,
  }));
}

const SHEET_ORDER = SHEETS.map((sheet) => sheet.key);

const refused = (log: ProblemLog, sheets: readonly SheetSummary[]): ImportOutcome =>
  outcomeOf(log, SHEET_ORDER, { state: 'refused', sheets, run: null });

interface Settled {
  readonly state: ImportOutcome['state'];
  readonly effect?: ImportEffect | null;
  readonly written?: RecordedRun;
}

function settled(run: Run, { state, effect = null, written }: Settled): ImportOutcome {
  run.report('done', null);
  const notInFile = run.notInFile?.rows ?? [];
  return outcomeOf(run.log, SHEET_ORDER, { state, sheets: summaries(run), run: written ?? null, effect, notInFile });
}
