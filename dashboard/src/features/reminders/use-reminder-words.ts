import { formatMoment } from '@wallchart/charts/format';
import type { IssuedCardFragment } from '../../generated/graphql.ts';
import { useLanguage } from '../../i18n/use-language.ts';

/** What the server records for every user of the dashboard, as there is no sign-in. */
const DASHBOARD = 'dashboard';

/** Who handled a card, and that it is void, in words. */
export function useReminderWords() {
  const { t, lang } = useLanguage();
  const who = (name: string): string => (name === DASHBOARD ? t('reminders.dashboard') : name);
  return {
    who,
    voidWords: (voided: IssuedCardFragment['voided']): string | null =>
      voided
        ? t('reminders.voidWords', {
            reason: voided.reason,
            who: who(voided.voidedBy),
            moment: formatMoment(voided.voidedAt, lang.value),
          })
        : null,
  };
}
