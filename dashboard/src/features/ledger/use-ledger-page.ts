import { useMediaQuery } from '@vueuse/core';
import { computed, watchEffect } from 'vue';
import { formatDay, formatInteger } from '@wallchart/charts/format';
import { useLanguage } from '../../i18n/use-language.ts';
import { setPageTitle } from '../../layout/use-page-focus.ts';
import type { useLedger } from './use-ledger.ts';

/** The words around the ledger: whose it is, how many are shown, and why none is. */
export function useLedgerPage(ledger: ReturnType<typeof useLedger>) {
  const { t, lang, pick } = useLanguage();
  const { total, found, loading, unit, campaign, asOf, conditions } = ledger;
  const title = computed(() => (unit.value ? t('ledger.heading', { unit: unit.value.name }) : t('ledger.title')));
  watchEffect(() => setPageTitle(title.value));
  const written = computed(() => formatInteger(total.value));
  const status = computed(() => {
    if (total.value === null || found.value === null) return '';
    if (found.value === total.value) return t('ledger.all', { total: written.value });
    return t('ledger.shown', { shown: formatInteger(found.value), total: written.value });
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
      if (loading.value || found.value !== 0) return null;
      const key = conditions.value > 0 ? 'empty' : 'none';
      return { title: t(`ledger.${key}`), hint: t(`ledger.${key}Hint`, { total: written.value }) };
    }),
  };
}
