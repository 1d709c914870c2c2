import type { Lang } from '../../../domain/text.ts';
import type { Problem } from '../../../recording/problems.ts';
import type { WrittenRow, WrittenSheet } from '../../../rendering/workbook/write-workbook.ts';
import type { ListStyles } from './mark-styles.ts';

/** Sheet of a marked workbook that lists its problems, those without a cell too; skipped when the workbook is imported. */
export const PROBLEM_SHEET: Readonly<Record<Lang, string>> = { zh: '问题清单', en: 'Problems' };

/** What the first cell of such a sheet begins with, by which it is known when the workbook comes back. */
export const PROBLEM_TITLE: Readonly<Record<Lang, string>> = { zh: '挂图核对结果', en: 'Wallchart checked' };

const TITLES: Readonly<Record<Lang, readonly string[]>> = {
  zh: ['表', '单元格', '级别', '问题', '应填', '现填内容', '代码'],
  en: ['Sheet', 'Cell', 'Severity', 'Problem', 'Expected', 'Value', 'Code'],
};
const WIDTHS = [16, 10, 8, 50, 50, 24, 22];

const SEVERITY = {
  zh: { error: '错误', warning: '提醒' },
  en: { error: 'error', warning: 'warning' },
} as const;

export interface ProblemListOptions {
  /** null: both languages, where nothing tells which one is read */
  readonly lang: Lang | null;
  readonly styles: ListStyles;
  readonly name?: string;
  /** The name of a problem's sheet in the workbook, null if it has none. */
  readonly sheetOf?: (problem: Problem) => string | null;
}

function summary(problems: readonly Problem[], lang: Lang): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  return lang === 'zh'
    ? `${PROBLEM_TITLE.zh}：错误${errors}处，须改正后重新导入；提醒${warnings}处，请核对`
    : `${PROBLEM_TITLE.en}: ${errors} errors to put right before importing again, ${warnings} warnings to look at`;
}

const both = (lang: Lang | null, text: (lang: Lang) => string): string =>
  lang === null ? `${text('zh')}\n${text('en')}` : text(lang);

function* problemRows(problems: readonly Problem[], options: ProblemListOptions): Generator<WrittenRow> {
  const { lang, styles } = options;
  yield { row: 1, cells: [{ text: both(lang, (one) => summary(problems, one)), style: styles.title }] };
  yield {
    row: 2,
    cells: TITLES.zh.map((_, at) => ({ text: both(lang, (one) => TITLES[one][at] ?? ''), style: styles.header })),
  };
  for (const [at, problem] of problems.entries()) {
    const { sheetTitle, cell, row, severity, message, expected, value, code } = problem;
    const place = cell ?? (row === null ? '' : String(row));
    yield {
      row: at + 3,
      cells: [
        { text: options.sheetOf?.(problem) ?? sheetTitle[lang ?? 'zh'], style: styles.text },
        { text: place, style: linkOf(problem, options) ? styles.link : styles.text },
        { text: both(lang, (one) => SEVERITY[one][severity]), style: styles[severity] },
        { text: both(lang, (one) => message[one]), style: styles.text },
        { text: both(lang, (one) => expected[one]), style: styles.text },
        { text: value ?? '', style: styles.text },
        { text: code, style: styles.text },
      ],
    };
  }
}

/** Where a problem is, as a link within the workbook. */
function linkOf(problem: Problem, { sheetOf }: ProblemListOptions): string | null {
  const sheet = sheetOf?.(problem) ?? null;
  const { cell, row } = problem;
  if (sheet === null || (cell === null && row === null)) return null;
  return `'${sheet.replaceAll("'", "''")}'!${cell ?? `A${row}`}`;
}

/** The problems of an import as a sheet. */
export const problemSheet = (problems: readonly Problem[], options: ProblemListOptions): WrittenSheet => ({
  name: options.name ?? PROBLEM_SHEET[options.lang ?? 'zh'],
  rows: problemRows(problems, options),
  frozen: 2,
  columns: WIDTHS.map((width) => ({ width })),
  links: problems.flatMap((problem, at) => {
    const to = linkOf(problem, options);
    return to === null ? [] : [{ cell: `B${at + 3}`, to }];
  }),
});
