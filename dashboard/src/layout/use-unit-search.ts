import { useDebounceFn } from '@vueuse/core';
import { computed, shallowRef, watch } from 'vue';
import { useRouter, useRoute } from 'vue-router';
import { carriedQuery } from '../address/address.ts';
import { useAddress } from '../address/use-address.ts';
import { during } from '../api/under-way.ts';
import { useOperation } from '../api/use-operation.ts';
import { useCampaigns } from '../campaign/use-campaigns.ts';
import { UnitSearchDocument } from '../generated/graphql.ts';
import { useLanguage } from '../i18n/use-language.ts';

/** Finds units by name, code or pinyin initials and goes to the one chosen. */
export function useUnitSearch(close: () => void) {
  const { t, term } = useLanguage();
  const { address } = useAddress();
  const router = useRouter();
  const route = useRoute();
  const campaigns = useCampaigns();
  const text = shallowRef('');
  const searched = shallowRef('');
  const startSearch = useDebounceFn(() => (searched.value = text.value), 120);
  watch(text, () => void during('search', startSearch()));
  const campaign = computed(() => address.value.campaign || (campaigns.data.value?.campaigns[0]?.id ?? ''));
  const search = useOperation(UnitSearchDocument, () =>
    searched.value.trim() === '' ? null : { text: searched.value.trim(), campaign: campaign.value || null },
  );
  const found = computed(() => {
    if (text.value.trim() === '') return [];
    return (search.data.value?.searchUnits ?? []).map((unit) => ({
      key: unit.code,
      label: unit.name,
      path: unit.ancestors
        .filter(({ level }) => level >= 3)
        .map(({ name }) => name)
        .join(' ▸ '),
    }));
  });
  const message = computed(() => {
    if (text.value.trim() === '') return t('frame.searchStart');
    if (search.error.value) return term('failure', search.error.value.code, t('failure.other'));
    if (search.loading.value || searched.value !== text.value) return t('frame.loading');
    return found.value.length === 0 ? t('frame.searchEmpty', { text: text.value }) : '';
  });
  return {
    text,
    found,
    message,
    open: (code: string): void => {
      if (campaign.value === '') return;
      close();
      void router.push({
        name: 'overview',
        params: { campaign: campaign.value, code },
        query: carriedQuery(route.query),
      });
    },
  };
}
