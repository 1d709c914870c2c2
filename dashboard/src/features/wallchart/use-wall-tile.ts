import { computed } from 'vue';
import type { LedgerCaseFragment } from '../../generated/graphql.ts';
import { formatMonthDay } from '@wallchart/charts/format';
import { useLanguage } from '../../i18n/use-language.ts';
import { stateMark } from '@wallchart/charts/terms';
import { useCaseRoute } from '../ledger/use-case-route.ts';
import { useCaseWords } from '../ledger/use-case-words.ts';

/** What a tile of the wall chart says of a case. */
export function useWallTile(item: () => LedgerCaseFragment) {
  const { t, lang, pick } = useLanguage();
  const words = useCaseWords();
  const caseRoute = useCaseRoute();
  return {
    mark: computed(() => stateMark(item())),
    word: computed(() => words.value.state(item().state)),
    cause: computed(() => pick(item().primaryCause)),
    leader: computed(() => item().contactLeader ?? t('wallchart.noLeader')),
    when: computed(() => {
      const { rectifiedOn, daysLeft } = item();
      if (rectifiedOn) return formatMonthDay(rectifiedOn, lang.value);
      return typeof daysLeft === 'number' ? words.value.daysLeft(daysLeft) : t('wallchart.noDeadline');
    }),
    illustrative: computed(() => {
      const keys = item().illustrative;
      const whole = keys.includes('*');
      return { unit: whole || keys.includes('unit_code'), cause: whole || keys.includes('primary_cause') };
    }),
    urgent: computed(() => item().overdue),
    to: computed(() => caseRoute(item().caseNo)),
  };
}
