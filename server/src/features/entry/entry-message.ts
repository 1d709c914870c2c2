import type { Text } from '../../domain/text.ts';
import type { RowOutcome } from '../../recording/record-row.ts';

/** One sentence for the person who filled in the form. */
export function entryMessage({
  state,
  run,
  problems,
}: Pick<RowOutcome, 'run' | 'problems'> & { readonly state: string }): Text {
  if (run && run.rowsCorrected > 0)
    return { zh: '已登记，更正了当日同一角色的走访', en: 'Recorded: it corrects the visit of the same day and role' };
  if (run) return { zh: '已登记', en: 'Recorded' };
  if (state === 'unchanged')
    return { zh: '已有内容相同的走访，未重复登记', en: 'The same visit already exists; nothing was recorded' };
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return {
    zh: `未登记：有${errors}处需要改正`,
    en: `Not recorded: ${errors} ${errors === 1 ? 'problem' : 'problems'} to fix`,
  };
}
