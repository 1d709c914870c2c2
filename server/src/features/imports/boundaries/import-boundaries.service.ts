import { basename, resolve } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import { WallchartError } from '../../../domain/errors.ts';
import { Recording, type RowCounts } from '../../../recording/recording.ts';
import type { ImportOptions, ImportOutcome, ImportPhase, ImportSource } from '../import-outcome.ts';
import { outcomeOf, refusalOf } from '../import-result.ts';
import { inTransaction } from '../../../recording/transaction.ts';
import { lockToWrite, together, withCounties, type Counties } from '../../../recording/counties.ts';
import { ProblemLog, type Finding } from '../../../recording/problems.ts';
import { FileRefused } from '../../../reading/file-refused.ts';
import { BOUNDARY_SHEET } from './boundary-sheet.ts';
import { readFeature, type Feature } from './feature.ts';
import { readGeojson, type GeojsonFile } from './geojson-file.ts';
import { loadKnownUnits, spellingsOf } from './known-units.ts';
import { matchFeatures, type MatchedFeature } from './match-features.ts';
import { stageBoundaries, writeBoundaries, type SizedBoundary } from '../../../recording/writer/write-boundaries.ts';

const NO_COUNTS: RowCounts = { new: 0, corrected: 0, unchanged: 0, withdrawn: 0 };

/** One import of boundaries while it runs. */
interface Run {
  readonly file: GeojsonFile;
  readonly fileName: string;
  readonly log: ProblemLog;
  readonly options: ImportOptions;
  readonly report: (phase: ImportPhase, rows: number, fraction?: number) => void;
}

/**
 * Imports an office's own GeoJSON, all or nothing: areas of towns and villages, sites of villages. Rows are features,
 * columns their properties; a boundary that differs from the recorded one supersedes it.
 *
 * Whatever is wrong with the file is in the outcome's problems.
 *
 * @throws WallchartError FILE_NOT_FOUND, ABORTED
 */
export function importBoundaries(database: Pool, source: ImportSource, options: ImportOptions): Promise<ImportOutcome> {
  return withCounties((more) => attempt(database, source, options, more));
}

async function attempt(
  database: Pool,
  source: ImportSource,
  options: ImportOptions,
  more: Counties,
): Promise<ImportOutcome> {
  const log = new ProblemLog();
  const report = reporter(options);
  report('opening', 0, 0);
  try {
    const file = await readGeojson(source.path);
    const run: Run = { file, log, options, report, fileName: source.fileName ?? basename(resolve(source.path)) };
    const features = readFeatures(run);
    return await inTransaction(database, options.signal, (client) => runImport(run, client, features, more));
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    log.add('', refusalOf(error));
    return outcomeOf(log, [], { state: 'refused', sheets: [], run: null });
  }
}

function reporter({ signal, onProgress }: ImportOptions): Run['report'] {
  return (phase, rows, fraction = 1) => {
    if (signal?.aborted) throw new WallchartError('ABORTED', 'the import was stopped; nothing was changed');
    const sheet = phase === 'opening' || phase === 'done' ? null : BOUNDARY_SHEET.key;
    onProgress?.({ phase, rowsDone: rows, rowsTotal: phase === 'opening' ? null : rows, fraction, sheet });
  };
}

function readFeatures({ file, log, report }: Run): Feature[] {
  const features: Feature[] = [];
  for (const [at, raw] of file.features.entries()) {
    const feature = readFeature(raw, at + 1, (finding) => log.add(BOUNDARY_SHEET, finding));
    if (feature) features.push(feature);
    if (at % 100 === 99) report('reading', at + 1, (at + 1) / file.features.length);
  }
  report('reading', file.features.length);
  return features;
}

async function runImport(
  run: Run,
  client: PoolClient,
  features: readonly Feature[],
  more: Counties,
): Promise<ImportOutcome> {
  const { file, log, options, report } = run;
  const all = file.features.length;
  report('checking', all);
  // Units are looked up twice: for the counties to lock, and again under the locks.
  const counties = together(countiesOf(await match(client, features, () => undefined)), more);
  await lockToWrite(client, counties);
  const matched = await match(client, features, (finding) => log.add(BOUNDARY_SHEET, finding));
  if (log.errorCount > 0) return ended(run, 'refused', NO_COUNTS, null);
  const counts = await stageBoundaries(client, matched.map(boundaryOf), () => report('checking', all));
  if (options.dryRun) return ended(run, 'checked', counts, null);
  if (counts.new + counts.corrected === 0) return ended(run, 'unchanged', counts, null);
  report('writing', all);
  const { channel, recordedBy } = options;
  const from = { name: run.fileName, sha256: file.sha256 };
  const record = new Recording(client, { channel, recordedBy, file: from, counties });
  await writeBoundaries(client, await record.values());
  const written = await record.close(counts);
  await client.query('commit');
  return ended(run, 'accepted', counts, written);
}

async function match(
  client: PoolClient,
  features: readonly Feature[],
  report: (finding: Finding) => void,
): Promise<MatchedFeature[]> {
  const codes = features.flatMap(({ code }) => (code === null ? [] : spellingsOf(code)));
  const names = features.flatMap(({ name }) => (name === null ? [] : [name]));
  return matchFeatures(features, await loadKnownUnits(client, codes, names), report);
}

const countiesOf = (matched: readonly MatchedFeature[]): string[] => [...new Set(matched.map(({ county }) => county))];

const boundaryOf = ({ no, unit, county, effectiveOn, feature }: MatchedFeature): SizedBoundary => ({
  row_no: no,
  unit_code: unit,
  shape: feature.shape,
  county_code: county,
  effective_on: effectiveOn,
  geometry: feature.geometry,
  illustrative: feature.illustrative ? ['*'] : [],
  vertices: feature.vertices,
});

function ended(
  run: Run,
  state: ImportOutcome['state'],
  counts: RowCounts,
  written: ImportOutcome['run'],
): ImportOutcome {
  const { key, zh, en } = BOUNDARY_SHEET;
  const rows = run.file.features.length;
  run.report('done', rows);
  const sheet = { sheet: key, title: { zh, en }, rows, ...counts, problems: run.log.problemsOf(key), notInFile: 0 };
  return outcomeOf(run.log, [key], { state, sheets: [sheet], run: written });
}
