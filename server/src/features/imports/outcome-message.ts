import type { ImportOutcome, RowCounts } from './import-outcome.ts';
import type { Words } from './words.ts';

/** One sentence that says how an import ended. */
export function outcomeMessage(outcome: Omit<ImportOutcome, 'message'>): Words {
  const sum = (of: keyof RowCounts): number => outcome.sheets.reduce((total, sheet) => total + sheet[of], 0);
  const counts: Words = {
    zh: `新增${sum('new')}行，更正${sum('corrected')}行，未变${sum('unchanged')}行`,
    en: `${sum('new')} new, ${sum('corrected')} corrected, ${sum('unchanged')} unchanged rows`,
  };
  switch (outcome.state) {
    case 'refused':
      return {
        zh: `未导入：发现${outcome.problemCount}处错误，数据库没有改动`,
        en: `Refused: ${outcome.problemCount} ${outcome.problemCount === 1 ? 'error' : 'errors'} found; nothing was changed`,
      };
    case 'unchanged':
      return { zh: '没有变化', en: 'Nothing changed' };
    case 'checked':
      return { zh: `检查通过：${counts.zh}；尚未导入`, en: `Checked: ${counts.en}; nothing was written` };
    case 'accepted':
      return { zh: `已导入：${counts.zh}`, en: `Imported: ${counts.en}` };
  }
}
