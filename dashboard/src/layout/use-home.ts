import { computed, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { carriedQuery } from '../address/address.ts';
import { useCampaigns } from '../campaign/use-campaigns.ts';

/** The bare address leads to the first campaign's own unit. */
export function useHome() {
  const { data, error, retry } = useCampaigns();
  const router = useRouter();
  const route = useRoute();
  watch(
    data,
    (answer) => {
      const first = answer?.campaigns[0];
      if (!first) return;
      const params = { campaign: first.id, code: first.unit.code };
      void router.replace({ name: 'overview', params, query: carriedQuery(route.query) });
    },
    { immediate: true },
  );
  return { error, retry, empty: computed(() => data.value?.campaigns.length === 0) };
}
