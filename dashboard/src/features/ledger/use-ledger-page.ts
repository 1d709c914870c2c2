import { useMediaQuery } from '@vueuse/core';
import { computed, watchEffect } from 'vue';
import { formatDay, formatInteger } from '@wallchart/charts/format';
import { useLanguage } from '../../i18n/use-language.ts';
import { setPageTitle } from '../../layout/use-page-focus.ts';
import type { useLedger } from './use-ledger.ts';

/** The words around the ledger: whose it is, how many are shown, and why none is. */
export function useLedgerPage(ledger: ReturnType<typeof useLedger>) {
  const { t, lang, pick } = useLanguage();
  const { all, shown, unit, campaign, asOf, conditions } = ledger;
  const title = computed(() => (unit.value ? t('ledger.heading', { unit: unit.value.name }) : t('ledger.title')));
  watchEffect(() => setPageTitle(title.value));
  const total = computed(() => formatInteger(all.total.value ?? 0));
  const status = computed(() => {
    if (all.total.value === null) return '';
    if (!all.complete.value)
      return t('ledger.progress', { loaded: formatInteger(all.cases.value.length), total: total.value });
    if (shown.value.length === all.cases.value.length) return t('ledger.all', { total: total.value });
    return t('ledger.shown', { shown: formatInteger(shown.value.length), total: total.value });
  });
  return {
    narrow: useMediaQuery('screen and (max-width: 640px)'),
    title,
    place: computed(() =>
      [pick(campaign.value), t('frame.asOfDay', { day: formatDay(asOf.value, lang.value) })]
        .filter(Boolean)
        .join(' · '),
    ),
    status,
    empty: computed(() => {
      if (!all.complete.value || shown.value.length > 0) return null;
      const key = conditions.value > 0 ? 'empty' : 'none';
      return { title: t(`ledger.${key}`), hint: t(`ledger.${key}Hint`, { total: total.value }) };
    }),
  };
}
