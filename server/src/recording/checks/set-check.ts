import type { Text } from '../../domain/text.ts';
import { PROBLEMS_KEPT, type ProblemLog, type Severity } from '../problems.ts';
import { wordOf, type ColumnSpec, type SheetSpec } from '../../ledger/sheets/index.ts';
import type { Statements } from '../statements.ts';

/** A check over all rows of a sheet at once. */
export interface SetCheck {
  readonly sheet: SheetSpec;
  readonly column: string | null;
  readonly code: string;
  readonly severity?: Severity;
  /** selects `row_no`, `value` (text) and `hint` (text) of the rows that fail */
  readonly sql: string;
  /** it selects `on_record` as well: `county:id` of the row of the sheet on record that a failing row is about */
  readonly namesRecord?: boolean;
  /** what the file says, from `value`, in the language of the sheet's words; a coded word of the column unless said */
  readonly written?: (value: string, lang: keyof Text) => string;
  readonly expected: (hint: string) => Text;
  readonly message: (hint: string) => Text;
}

/** A row that fails a check. */
export interface Failing {
  /** Null where its place is not that of a file. */
  readonly row_no: number | null;
  readonly value: string | null;
  readonly hint: string | null;
  readonly on_record?: string | null;
  readonly total: number;
}

/** The word for what is stored of a coded column. */
export function wordFor({ type }: Pick<ColumnSpec, 'type'>, value: string, lang: keyof Text): string {
  return type.kind === 'coded' && lang === 'zh' ? wordOf(type.list, value).zh : value;
}

function writtenOf({ sheet, column, written }: SetCheck, value: string, lang: keyof Text): string {
  if (written) return written(value, lang);
  const spec = sheet.columns.find(({ key }) => key === column);
  return spec ? wordFor(spec, value, lang) : value;
}

/** Runs a check and logs what it finds, the first thousand with their places. */
export async function runSetCheck(client: Statements, check: SetCheck, log: ProblemLog): Promise<void> {
  const { rows } = await client.query<Failing>(
    `/* imports: check ${check.code} in ${check.sheet.key} */
     select row_no, value::text, hint::text, ${check.namesRecord ? 'on_record,' : ''} count(*) over ()::int as total from (${check.sql}) failing order by row_no limit ${PROBLEMS_KEPT}`,
  );
  for (const row of rows) logFailing(check, row, log);
  const more = (rows[0]?.total ?? 0) - rows.length;
  if (more > 0) log.addUncounted(check.sheet.key, check.severity ?? 'error', more);
}

/** Logs a row that fails a check. */
export function logFailing(
  check: SetCheck,
  { row_no, value, hint, on_record }: Omit<Failing, 'total'>,
  log: ProblemLog,
): void {
  log.add(check.sheet, {
    row: row_no,
    column: check.column,
    value: value === null ? null : writtenOf(check, value, log.langOf(check.sheet.key)),
    code: check.code,
    severity: check.severity,
    onRecord: on_record ? `${check.sheet.key}:${on_record}` : null,
    expected: check.expected(hint ?? ''),
    message: check.message(hint ?? ''),
  });
}

/** The same words whatever the hint. */
export const always = (zh: string, en: string) => (): Text => ({ zh, en });

/** Text with the hint at `{}`. */
export const hinted =
  (zh: string, en: string) =>
  (hint: string): Text => ({ zh: zh.replace('{}', hint), en: en.replace('{}', hint) });

/** Text with a kind of unit, the hint, at `{}`. */
export const kindHint =
  (zh: string, en: string) =>
  (hint: string): Text => ({
    zh: zh.replace('{}', wordOf('unitKind', hint).zh),
    en: en.replace('{}', wordOf('unitKind', hint).en),
  });
