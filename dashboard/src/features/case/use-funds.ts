import { computed } from 'vue';
import { formatDay, formatYuan } from '@wallchart/charts/format';
import { useLanguage } from '../../i18n/use-language.ts';
import { fundsBySource, shareOf } from './funds-by-source.ts';
import type { Fact } from './use-identity.ts';
import type { CaseRecord } from './use-case.ts';

/** Money: the venue's cost, what was raised by source and what is missing; other funds as facts. */
export function useFunds(record: () => CaseRecord) {
  const { t, term, yuan, day, source } = useFundWords();
  const venue = computed(() => record().venue ?? null);
  const whole = computed(() => venue.value?.estimateYuan ?? venue.value?.raisedYuan ?? '0');
  const width = (amount: string): string => `${shareOf(amount, whole.value) * 100}%`;
  return {
    subtitle: computed(() =>
      venue.value
        ? [
            t('case.venueSub', { way: term('way', venue.value.way), day: day(venue.value.identifiedOn) }),
            venue.value.doneOn ? t('case.venueDone', { day: day(venue.value.doneOn) }) : t('case.venueOpen'),
          ].join(' · ')
        : '',
    ),
    illustrative: computed(() => venue.value?.illustrative ?? false),
    bars: computed(() => {
      if (!venue.value) return [];
      const { estimateYuan, gapYuan } = venue.value;
      return [
        {
          key: 'cost',
          label: t('case.cost'),
          text: estimateYuan ? yuan(estimateYuan) : t('case.noEstimate'),
          width: estimateYuan ? '100%' : '0',
          tone: 'cost',
          detail: '',
        },
        ...fundsBySource(record().venueFunds).map((total) => ({
          key: total.source,
          label: source(total.source),
          text: yuan(total.amountYuan),
          width: width(total.amountYuan),
          tone: 'done',
          detail: total.funds.map((fund) => day(fund.receivedOn)).join(', '),
        })),
        ...(gapYuan
          ? [
              {
                key: 'gap',
                label: t('case.gap'),
                text: yuan(gapYuan),
                width: width(gapYuan),
                tone: 'overdue',
                detail: '',
              },
            ]
          : []),
      ];
    }),
    facts: useOtherFunds(record),
  };
}

/** Funds won, operating funds and income of the unit. */
function useOtherFunds(record: () => CaseRecord) {
  const { t, yuan, day, source } = useFundWords();
  return computed<Fact[]>(() => [
    ...record().projectFunds.map((fund) => ({
      term: t('case.project'),
      text: `${yuan(fund.amountYuan)} · ${source(fund.source)} · ${day(fund.receivedOn)}`,
      illustrative: fund.illustrative,
    })),
    ...record().operatingFunds.map((fund) => ({
      term: t('case.operating', { year: fund.year }),
      text: t(fund.dueYuan ? 'case.operatingText' : 'case.operatingPaid', {
        due: fund.dueYuan ? yuan(fund.dueYuan) : '',
        paid: yuan(fund.paidYuan),
        day: day(fund.paidOn),
      }),
      illustrative: fund.illustrative,
    })),
    ...record().economy.map((item) => ({
      term: t('case.income', { year: item.year }),
      text: yuan(item.incomeYuan),
      illustrative: item.illustrative,
    })),
  ]);
}

function useFundWords() {
  const { t, term, lang } = useLanguage();
  return {
    t,
    term,
    yuan: (amount: string): string => t('case.yuan', { amount: formatYuan(amount) }),
    day: (value: string): string => formatDay(value, lang.value),
    source: (key: string): string => term('source', key),
  };
}
