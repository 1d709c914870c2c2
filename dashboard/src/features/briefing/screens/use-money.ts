import { computed } from 'vue';
import { moneyCard } from '@wallchart/charts/cards';
import { useFigures } from '../../../components/use-figures.ts';
import type { MetricId } from '../../../generated/graphql.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useBriefingPlace } from '../use-briefing.ts';
import { usePartAmounts } from './use-part-amounts.ts';

const OPERATING = [
  { key: 'due', id: 'OPERATING_DUE' },
  { key: 'paid', id: 'OPERATING_PAID' },
  { key: 'gap', id: 'OPERATING_GAP' },
  { key: 'rate', id: 'OPERATING_RATE' },
] as const;

/** What venues cost, what was raised, the gap and where it is; the operating funds of the year. */
export function useMoney() {
  const { t } = useLanguage();
  const { report, place } = useBriefingPlace();
  const { figure, value, note } = useFigures(() => report.value.metrics);
  const some = (id: MetricId): boolean => value(id) !== null;
  return {
    t,
    figure,
    venues: computed(() => moneyCard(report.value, place.value)),
    hasVenues: computed(() => !['0', null].includes(value('VENUES_NEEDED'))),
    hasGap: computed(() => some('VENUE_GAP') && Number(value('VENUE_GAP')) > 0),
    remark: computed(() => note('VENUE_GAP')),
    where: usePartAmounts('VENUE_GAP'),
    operating: computed(() => {
      const figures = OPERATING.filter(({ id }) => some(id)).map(({ key, id }) => ({
        ...figure(id),
        label: t(`briefing.money.${key}`),
        id,
      }));
      return some('PROJECT_FUNDS')
        ? [...figures, { ...figure('PROJECT_FUNDS'), label: t('briefing.money.won'), id: 'PROJECT_FUNDS' as const }]
        : figures;
    }),
    operatingRemark: computed(() => note('OPERATING_GAP')),
  };
}
