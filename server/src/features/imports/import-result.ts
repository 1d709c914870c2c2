import type { ImportOutcome } from './import-outcome.ts';
import { outcomeMessage } from './outcome-message.ts';
import type { Finding, ProblemLog } from './problems.ts';
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
