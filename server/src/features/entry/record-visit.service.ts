import type { Recorder } from '../../database/handles.ts';
import { digestOf } from '../../domain/digest.ts';
import { WallchartError } from '../../domain/errors.ts';
import { visits } from '../../ledger/sheets/case-sheets.ts';
import { rowChecksOf } from '../../recording/checks/row-checks.ts';
import { ProblemLog } from '../../recording/problems.ts';
import { recordRow, type RowOutcome } from '../../recording/record-row.ts';
import { cellParser, isFault } from '../imports/cells/index.ts';
import type { RecordVisitInput } from './entry.types.ts';

/** What stands in a visit's row beside the fields of the form: a correction keeps it. */
const KEPT: ReadonlySet<string> = new Set(['illustrative']);

/** A key is long enough not to be another's by chance. */
const KEY = /^[\x21-\x7E]{8,100}$/;

/**
 * Records a visit to a case for someone: under the checks of the sheet of visits, and once a key.
 *
 * @throws WallchartError BAD_INPUT, IDEMPOTENCY_KEY_REUSED, IMPORT_RUNNING
 */
export async function recordVisit(record: Recorder, input: RecordVisitInput): Promise<RowOutcome> {
  const key = input.idempotencyKey;
  if (!KEY.test(key))
    throw new WallchartError(
      'BAD_INPUT',
      'idempotencyKey: expected 8 to 100 letters, digits and signs. 提交标识应为8至100个字母、数字或符号。',
      { place: 'idempotencyKey' },
    );
  const log = new ProblemLog();
  const cells = readFields(input, log);
  if (log.errorCount > 0) return { state: 'refused', run: null, problems: log.list([]) };
  const county = input.county ?? null;
  const digest = digestOf({ form: visits.key, county, cells });
  const row = { sheet: visits, cells, kept: KEPT, caseNo: cells[0]!, county };
  const outcome = await recordRow(record, { ...row, key, digest });
  return { ...outcome, problems: [...outcome.problems, ...log.list([])] };
}

/** The fields as cells of the sheet, each read as its column is. */
function readFields(input: RecordVisitInput, log: ProblemLog): (string | null)[] {
  const fields: Readonly<Record<string, string | null | undefined>> = {
    case_no: input.caseNo,
    role: input.role,
    visited_on: input.visitedOn,
    problems_found: input.problemsFound,
    problems_solved: input.problemsSolved,
    note: input.note,
  };
  const cells = visits.columns.map((column) => {
    const text = fields[column.key] ?? undefined;
    const value = column.key in fields ? cellParser(visits, column)(text) : null;
    if (!isFault(value)) return value;
    log.add(visits, { ...value, column: column.key, value: text ?? null });
    return value.severity === 'warning' ? (value.read ?? null) : null;
  });
  if (log.errorCount === 0) for (const finding of rowChecksOf(visits)(cells)) log.add(visits, finding);
  return cells;
}
