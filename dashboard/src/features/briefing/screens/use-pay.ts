import { computed } from 'vue';
import { payCard } from '@wallchart/charts/cards';
import { useFigures } from '../../../components/use-figures.ts';
import { compare } from '@wallchart/charts/decimal';
import type { MessageKey } from '../../../i18n/message-key.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useBriefingPlace } from '../use-briefing.ts';
import { usePartAmounts } from './use-part-amounts.ts';

const DIRECTIONS = { '1': 'up', '0': 'same', '-1': 'down' } as const;

/** What rose: pay of both classes before and after, and the increase part by part. */
export function usePay() {
  const { t, term } = useLanguage();
  const { report, place, partLevel } = useBriefingPlace();
  const { figure, value } = useFigures(() => report.value.metrics);
  const leading = computed(() => value('LEADING_PAY_INCREASE') !== null);
  const general = computed(() => value('GENERAL_PAY_INCREASE') !== null);
  const classes = [
    { key: 'leading' as const, ...usePartAmounts('LEADING_PAY_INCREASE') },
    { key: 'general' as const, ...usePartAmounts('GENERAL_PAY_INCREASE') },
  ];
  /** In Chinese the verb says which way, and the sign goes. */
  const rise = (id: 'LEADING_PAY_INCREASE' | 'GENERAL_PAY_INCREASE') => {
    const direction = DIRECTIONS[`${compare(value(id) ?? '0', '0')}`];
    const way = t(`briefing.pay.ways.${direction}`);
    const found = figure(id);
    return { way, figure: way === '' ? found : { ...found, text: found.text.replace(/^[+−]/, '') } };
  };
  return {
    t,
    rise,
    figure,
    card: computed(() =>
      payCard({ metrics: report.value.metrics, towns: { rows: report.value.towns?.rows ?? [] } }, place.value),
    ),
    sentence: computed<MessageKey | null>(() => {
      if (leading.value && general.value) return 'briefing.pay.answer';
      if (leading.value) return 'briefing.pay.answerLeading';
      return general.value ? 'briefing.pay.answerGeneral' : null;
    }),
    onTime: computed(() => value('PAID_ON_TIME') !== null),
    kind: computed(() => term('briefing.left.kinds', String(Math.min(5, partLevel.value)))),
    classes,
    /** Known for the unit as a whole only. */
    undivided: computed(() => report.value.towns !== undefined && classes.every(({ some }) => !some.value)),
  };
}
