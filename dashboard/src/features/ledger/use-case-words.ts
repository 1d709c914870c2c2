import { computed } from 'vue';
import { useLanguage } from '../../i18n/use-language.ts';
import { addMessages } from '../../i18n/index.ts';
import type { CaseWords } from './ledger-columns.ts';
import messages from './messages.ts';

/** Terms of a case in the language on screen. Days stay ISO: they stand in columns, in both languages alike. */
export function useCaseWords() {
  addMessages(messages);
  const { t, term, pick } = useLanguage();
  const daysLeft = (days: number): string => {
    if (days === 0) return t('ledger.dueToday');
    return days < 0 ? t('ledger.overdueBy', { n: -days }, -days) : t('ledger.left', { n: days }, days);
  };
  return computed<CaseWords>(() => ({
    state: (state) => term('state', state),
    kind: (kind) => term('kind', kind),
    grade: (grade) => term('grade', grade),
    cause: (cause) => pick(cause),
    day: (day) => day,
    daysLeft,
  }));
}
