import type { Problem } from '../problems.ts';
import { STYLE } from '../../../exports/workbook/styles.ts';
import { type WrittenRow, type WrittenSheet } from '../../../exports/workbook/write-workbook.ts';

/** Sheet of a marked workbook that lists its problems, those without a cell too; passed over when the workbook is imported. */
export const PROBLEM_SHEET = '问题清单';

const TITLES = [
  '表 sheet',
  '单元格 cell',
  '行 row',
  '列 column',
  '内容 value',
  '级别 severity',
  '问题',
  'problem',
  '应为',
  'expected',
  '代码 code',
];

function* problemRows(problems: readonly Problem[]): Generator<WrittenRow> {
  yield { row: 1, cells: TITLES.map((text) => ({ text, style: STYLE.header })) };
  for (const [at, problem] of problems.entries()) {
    const texts = [
      problem.sheetTitle.zh === problem.sheet ? problem.sheet : `${problem.sheetTitle.zh} ${problem.sheet}`,
      problem.cell ?? '',
      problem.row === null ? '' : String(problem.row),
      problem.column ?? '',
      problem.value ?? '',
      problem.severity === 'error' ? '错误 error' : '提醒 warning',
      problem.message.zh,
      problem.message.en,
      problem.expected.zh,
      problem.expected.en,
      problem.code,
    ];
    yield { row: at + 2, cells: texts.map((text) => ({ text, style: STYLE.text })) };
  }
}

/** The problems of an import as a sheet. */
export const problemSheet = (problems: readonly Problem[], name = PROBLEM_SHEET): WrittenSheet => ({
  name,
  rows: problemRows(problems),
  frozen: 1,
  columns: [16, 10, 8, 16, 24, 12, 30, 36, 36, 40, 22].map((width) => ({ width })),
});
