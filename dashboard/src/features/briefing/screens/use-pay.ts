import { computed } from 'vue';
import { payCard } from '../../../charts/cards/index.ts';
import { useFigures } from '../../../components/use-figures.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useBriefingPlace } from '../use-briefing.ts';
import { usePartAmounts } from './use-part-amounts.ts';

/** What rose: pay of both classes before and after, and the increase part by part. */
export function usePay() {
  const { t } = useLanguage();
  const { report, place, partLevel } = useBriefingPlace();
  const { figure, value } = useFigures(() => report.value.metrics);
  const leading = computed(() => value('LEADING_PAY_INCREASE') !== null);
  const general = computed(() => value('GENERAL_PAY_INCREASE') !== null);
  return {
    t,
    figure,
    card: computed(() =>
      payCard({ metrics: report.value.metrics, towns: { rows: report.value.towns?.rows ?? [] } }, place.value),
    ),
    sentence: computed(() => {
      if (leading.value && general.value) return 'briefing.pay.answer';
      if (leading.value) return 'briefing.pay.answerLeading';
      return general.value ? 'briefing.pay.answerGeneral' : null;
    }),
    onTime: computed(() => value('PAID_ON_TIME') !== null),
    kind: computed(() => t(`briefing.left.kinds.${Math.min(5, partLevel.value)}`)),
    classes: [
      { key: 'leading', ...usePartAmounts('LEADING_PAY_INCREASE') },
      { key: 'general', ...usePartAmounts('GENERAL_PAY_INCREASE') },
    ],
  };
}
