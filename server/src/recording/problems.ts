import type { Text } from '../domain/text.ts';

export type Severity = 'error' | 'warning';

/** One thing wrong with a file, at its place. `row` and `cell` are as the file shows them. */
export interface Problem {
  /** key of the sheet; its own name if it is not known; '' for the file as a whole */
  readonly sheet: string;
  readonly sheetTitle: Text;
  readonly row: number | null;
  readonly column: string | null;
  readonly columnTitle: Text | null;
  readonly cell: string | null;
  /** the offending text, cut at 200 characters */
  readonly value: string | null;
  readonly code: string;
  readonly severity: Severity;
  /** id of the row on record that it is about, which may be withdrawn instead */
  readonly onRecord: string | null;
  readonly expected: Text;
  readonly message: Text;
}

/** What a problem needs to know of its sheet. */
export interface SheetNames extends Text {
  readonly key: string;
  readonly columns: readonly (Text & { readonly key: string })[];
}

/** A problem before its sheet is named. */
export interface Finding {
  readonly row?: number | null;
  readonly column?: string | null;
  /** where it is not the cell of `column` in `row` */
  readonly cell?: string;
  readonly value?: string | null;
  readonly code: string;
  readonly severity?: Severity;
  readonly onRecord?: string | null;
  readonly expected: Text;
  readonly message: Text;
}

/** Problems that are kept; the rest is only counted. */
export const PROBLEMS_KEPT = 1000;

/** Codes of a sheet none of whose rows was read. */
const UNREAD: ReadonlySet<string> = new Set(['UNKNOWN_SHEET', 'HEADER_NOT_FOUND']);

/** Codes that are reported once for a column, a range of cells or several rows, at the first of them. */
const OF_MORE: ReadonlySet<string> = new Set([
  'READ_AS_SHOWN',
  'DAY_NOT_SHOWN',
  'HIDDEN_ZERO',
  'CODE_SHORTENED',
  'HIDDEN_ROWS',
  'STRUCK_ROWS',
  'COLUMN_WITHOUT_HEADER',
  'MERGED_CELLS',
  'MERGED_AMOUNT',
  'MERGED_ACROSS',
  'MERGED_OVER_VALUE',
  'MERGED_WITH_PASSED_ROW',
]);

const isOfRow = ({ row, code }: Problem): boolean => row !== null && !OF_MORE.has(code);

const NOTHING: Text = { zh: '', en: '' };

/** Collects problems, keeps the first thousand errors and as many warnings as then fit, and counts all. */
export class ProblemLog {
  errorCount = 0;
  warningCount = 0;
  private readonly errors: Problem[] = [];
  private readonly warnings: Problem[] = [];
  private readonly bySheet = new Map<string, number>();
  private unread = false;
  private readonly columnsAt = new Map<string, ReadonlyMap<string, string>>();
  private readonly inChinese = new Set<string>();

  /** Remembers in which column of the file (`C`) each column key of a sheet stands, and whether its header is Chinese. */
  locate(sheet: string, columns: ReadonlyMap<string, string>, isChinese = false): void {
    this.columnsAt.set(sheet, columns);
    if (isChinese) this.inChinese.add(sheet);
  }

  /** The language in which the coded words of a sheet are written, judged by its header. */
  langOf(sheet: string): keyof Text {
    return this.inChinese.has(sheet) ? 'zh' : 'en';
  }

  /** Rows of a sheet with problems that concern that row alone. */
  rowsOf(sheet: string): number[] {
    const own = [...this.errors, ...this.warnings].filter((problem) => problem.sheet === sheet && isOfRow(problem));
    return [...new Set(own.flatMap(({ row }) => row ?? []))];
  }

  /** Says of which case or unit the problems of rows of a sheet are. */
  nameRows(sheet: string, names: ReadonlyMap<number, string>): void {
    const named = (problem: Problem): Problem => {
      const name = names.get(problem.row ?? 0);
      if (problem.sheet !== sheet || name === undefined || !isOfRow(problem)) return problem;
      const { zh, en } = problem.message;
      return { ...problem, message: { zh: `${name}：${zh}`, en: `${name}: ${en}` } };
    };
    for (const list of [this.errors, this.warnings]) list.splice(0, list.length, ...list.map(named));
  }

  /** Whether a sheet of this key may stand in the file and was not read: no one knew its name or found its header. */
  isUnread(sheet: string | undefined): boolean {
    return sheet !== undefined && !this.columnsAt.has(sheet) && this.unread;
  }

  /** Adds a problem of a sheet; `count` more of its kind may stand behind it without a place. */
  add(sheet: SheetNames | string, finding: Finding): void {
    const problem = this.place(sheet, finding);
    this.bySheet.set(problem.sheet, this.problemsOf(problem.sheet) + 1);
    this.unread ||= problem.severity === 'error' && UNREAD.has(problem.code);
    if (problem.severity === 'error') {
      this.errorCount += 1;
      if (this.errors.length < PROBLEMS_KEPT) this.errors.push(problem);
    } else {
      this.warningCount += 1;
      if (this.warnings.length < PROBLEMS_KEPT) this.warnings.push(problem);
    }
  }

  /** Counts problems that were found but not fetched. */
  addUncounted(sheet: string, severity: Severity, more: number): void {
    this.bySheet.set(sheet, this.problemsOf(sheet) + more);
    if (severity === 'error') this.errorCount += more;
    else this.warningCount += more;
  }

  problemsOf(sheet: string): number {
    return this.bySheet.get(sheet) ?? 0;
  }

  /** At most a thousand: errors first, each group by sheet (in the given order) and row. */
  list(sheetOrder: readonly string[]): Problem[] {
    const rank = new Map(sheetOrder.map((key, at) => [key, at]));
    const byPlace = (a: Problem, b: Problem): number =>
      (rank.get(a.sheet) ?? -1) - (rank.get(b.sheet) ?? -1) || (a.row ?? 0) - (b.row ?? 0);
    return [...this.errors.sort(byPlace), ...this.warnings.sort(byPlace)].slice(0, PROBLEMS_KEPT);
  }

  private place(sheet: SheetNames | string, finding: Finding): Problem {
    const key = typeof sheet === 'string' ? sheet : sheet.key;
    const column = typeof sheet === 'string' ? undefined : sheet.columns.find((one) => one.key === finding.column);
    const letter = finding.column ? this.columnsAt.get(key)?.get(finding.column) : undefined;
    return {
      sheet: key,
      sheetTitle: typeof sheet === 'string' ? { zh: sheet, en: sheet } : { zh: sheet.zh, en: sheet.en },
      row: finding.row ?? null,
      column: finding.column ?? null,
      columnTitle: column ? { zh: column.zh, en: column.en } : null,
      cell: finding.cell ?? (letter !== undefined && finding.row ? `${letter}${finding.row}` : null),
      value: finding.value ? cut(finding.value) : null,
      code: finding.code,
      severity: finding.severity ?? 'error',
      onRecord: finding.onRecord ?? null,
      expected: finding.expected ?? NOTHING,
      message: finding.message,
    };
  }
}

/** Cut through a buffer: a mere slice would keep the whole text of the cell in memory. */
const cut = (text: string): string => (text.length > 200 ? `${Buffer.from(text.slice(0, 199)).toString()}…` : text);
