import type { Text } from '../../domain/text.ts';
import type { RowCounts } from '../../recording/recording.ts';
import type { ImportOutcome } from './import-outcome.ts';

/** One sentence that says how an import ended. */
export function outcomeMessage(outcome: Omit<ImportOutcome, 'message'>): Text {
  const sum = (of: keyof RowCounts): number => outcome.sheets.reduce((total, sheet) => total + sheet[of], 0);
  const withdrawn = sum('withdrawn');
  const counts: Text = {
    zh: `新增${sum('new')}行，更正${sum('corrected')}行，${withdrawn > 0 ? `撤回${withdrawn}行，` : ''}未变${sum('unchanged')}行`,
    en: `${sum('new')} new, ${sum('corrected')} corrected, ${withdrawn > 0 ? `${withdrawn} withdrawn, ` : ''}${sum('unchanged')} unchanged rows`,
  };
  const onlyWithdraws = withdrawn > 0 && sum('new') + sum('corrected') + sum('unchanged') === 0;
  const rows = `${withdrawn} ${withdrawn === 1 ? 'row' : 'rows'}`;
  const lacking = outcome.sheets.reduce((total, { notInFile }) => total + notInFile, 0);
  const rest: Text =
    lacking > 0
      ? {
          zh: `；已有数据中另有${lacking}行本册没有，保持不变`,
          en: `; ${lacking} existing rows that the workbook does not contain stay unchanged`,
        }
      : { zh: '', en: '' };
  switch (outcome.state) {
    case 'refused':
      return {
        zh: `未导入：发现${outcome.problemCount}处错误，数据库没有改动`,
        en: `Refused: ${outcome.problemCount} ${outcome.problemCount === 1 ? 'error' : 'errors'} found; nothing was changed`,
      };
    case 'unchanged':
      return { zh: `没有变化${rest.zh}`, en: `Nothing changed${rest.en}` };
    case 'checked':
      if (onlyWithdraws)
        return {
          zh: `检查通过：将撤回${withdrawn}行；尚未撤回`,
          en: `Checked: ${rows} to withdraw; nothing was written`,
        };
      return { zh: `检查通过：${counts.zh}；尚未导入`, en: `Checked: ${counts.en}; nothing was written` };
    case 'accepted':
      if (onlyWithdraws) return { zh: `已撤回${withdrawn}行`, en: `Withdrawn: ${rows}` };
      return { zh: `已导入：${counts.zh}`, en: `Imported: ${counts.en}` };
  }
}
