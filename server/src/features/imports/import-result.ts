import type { ImportOutcome } from './import-outcome.ts';
import { outcomeMessage } from './outcome-message.ts';
import type { Finding, ProblemLog } from '../../recording/problems.ts';
import type { FileRefused } from '../../reading/file-refused.ts';

/** How an import ended, with what its log holds; problems in the order of the sheets. */
export function outcomeOf(
  log: ProblemLog,
  sheetOrder: readonly string[],
  ended: Pick<ImportOutcome, 'state' | 'sheets' | 'run'> & Partial<Pick<ImportOutcome, 'effect' | 'notInFile'>>,
): ImportOutcome {
  const settled = {
    effect: null,
    notInFile: [],
    ...ended,
    problems: log.list(sheetOrder),
    problemCount: log.errorCount,
    warningCount: log.warningCount,
  };
  return { ...settled, message: outcomeMessage(settled) };
}

/** The problem that a file which cannot be read becomes. */
export const refusalOf = ({ problem, expected, words, place }: FileRefused): Finding => ({
  row: place.row ?? null,
  ...(place.cell === undefined ? {} : { cell: place.cell }),
  value: place.value ?? null,
  code: problem,
  expected,
  message: words,
});

/** The problem of a workbook that is as blank as the template. */
export const noRows: Finding = {
  code: 'NO_ROWS',
  expected: {
    zh: '先填这四张表：单位、整顿批次、台账、进度；其余各表有内容时再填',
    en: 'rows in these four sheets first: units, campaigns, cases and transitions; the others if you have data for them',
  },
  message: { zh: '册内没有数据行', en: 'the workbook has no rows' },
};
