import type { Recorder, RecorderDb } from '../database/handles.ts';
import { lockToWrite, patiently, together, withCounties, type Counties } from './counties.ts';
import { answerOf, keepAnswer, type Keyed } from './idempotency.ts';
import { ProblemLog, type Problem } from './problems.ts';
import { Recording, type RecordedRun } from './recording.ts';
import { statementsOf, type Statements } from './statements.ts';
import { checkRow, countRow, writeRow, type GivenRow } from './writer/given-row.ts';

/** How the recording of one row ended; refused: nothing was written. */
export interface RowOutcome {
  readonly state: 'accepted' | 'unchanged' | 'refused';
  /** Only when the row was written. */
  readonly run: RecordedRun | null;
  /** Errors first; warnings too. */
  readonly problems: readonly Problem[];
}

/** A row that a form gives, under a key against repetition. */
export interface RowForm extends GivenRow {
  readonly caseNo: string;
  readonly key: string;
  readonly digest: string;
}

/**
 * Records one row of a case: checks it as a row of a file is checked, and supersedes the row that it corrects. Creates no table.
 * Sent again under the same key, it is answered as the first time and writes nothing.
 *
 * @throws WallchartError IDEMPOTENCY_KEY_REUSED; IMPORT_RUNNING if someone else writes to its county for longer than one can wait
 */
export const recordRow = (record: Recorder, form: RowForm): Promise<RowOutcome> =>
  withCounties((more) => record((db) => recordInside(db, form, more)));

async function recordInside(db: RecorderDb, form: RowForm, more: Counties): Promise<RowOutcome> {
  const client = statementsOf(db);
  const recordedBy = db.principal.name;
  const keyed: Keyed = { recordedBy, key: form.key, digest: form.digest };
  const counties = together(await countiesOfCase(client, form), more);
  await patiently(client, () => lockToWrite(client, counties));
  const before = await answerOf<RowOutcome>(client, keyed);
  if (before) return before;
  const log = new ProblemLog();
  await checkRow(client, form, log);
  const problems = log.list([]);
  if (log.errorCount > 0) return { state: 'refused', run: null, problems };
  const counts = await countRow(client, form);
  const changed = counts.new + counts.corrected > 0;
  const recording = new Recording(client, { channel: 'form', recordedBy, file: null, counties });
  if (changed) await writeRow(client, form, counts, recording);
  const run = changed ? await recording.close(counts) : null;
  const outcome: RowOutcome = { state: run ? 'accepted' : 'unchanged', run, problems };
  await keepAnswer(client, keyed, run?.id ?? null, outcome);
  return outcome;
}

/** One, as a rule: several counties may use the number of a case. */
async function countiesOfCase(client: Statements, { caseNo, county }: RowForm): Promise<string[]> {
  const { rows } = await client.query<{ county: string }>(
    `/* recording: counties of a case */ select distinct county_code as county from cases where case_no = $1 and superseded_at = 'infinity'
      and county_code = coalesce($2, county_code)`,
    [caseNo, county],
  );
  return rows.map(({ county }) => county);
}
