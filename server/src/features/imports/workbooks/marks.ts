import type { Lang } from '../../../domain/text.ts';
import { columnName } from '../../../rendering/workbook/cell-address.ts';
import type { Problem, Severity } from '../../../recording/problems.ts';

/** What is to be shown at one cell of a sheet. */
export interface Mark {
  readonly row: number;
  /** from 0 */
  readonly column: number;
  readonly severity: Severity;
  readonly text: string;
}

export const cellOf = ({ row, column }: Pick<Mark, 'row' | 'column'>): string => `${columnName(column)}${row}`;

/** What a comment says of one problem. */
export const problemText = ({ message, expected }: Problem, lang: Lang): string =>
  lang === 'zh' ? `${message.zh}\n应填：${expected.zh}` : `${message.en}\nExpected: ${expected.en}`;

/** Marks of a sheet by row, each row by column; several problems of a cell share a mark. */
export type Marks = ReadonlyMap<number, ReadonlyMap<number, Mark>>;

/** Gathers the marks of the problems that have a cell. */
export function marksOf(problems: readonly Problem[], lang: Lang): Marks {
  const rows = new Map<number, Map<number, Mark>>();
  for (const problem of problems) {
    const match = /^([A-Z]+)(\d+)$/.exec(problem.cell ?? '');
    if (!match) continue;
    const row = Number(match[2]);
    const column = Array.from(match[1] ?? '').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const marks = rows.get(row) ?? new Map<number, Mark>();
    const before = marks.get(column);
    const text = problemText(problem, lang);
    marks.set(column, {
      row,
      column,
      severity: before?.severity === 'error' ? 'error' : problem.severity,
      text: before ? `${before.text}\n${text}` : text,
    });
    rows.set(row, marks);
  }
  return rows;
}
