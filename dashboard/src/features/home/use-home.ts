import { computed, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { carriedQuery } from '../../address/address.ts';
import { useCampaigns } from '../../campaign/use-campaigns.ts';

interface Dated {
  readonly deadline: string | null;
  readonly defaultAsOf: string;
}

/** The first campaign that is not past its deadline on its own as-of day; else the first. */
export function startingCampaign<C extends Dated>(campaigns: readonly C[]): C | undefined {
  return campaigns.find(({ deadline, defaultAsOf }) => deadline === null || defaultAsOf < deadline) ?? campaigns[0];
}

/** The bare address leads to the unit of the active campaign. */
export function useHome() {
  const { data, error, retry } = useCampaigns();
  const router = useRouter();
  const route = useRoute();
  watch(
    data,
    (answer) => {
      const first = startingCampaign(answer?.campaigns ?? []);
      if (!first) return;
      const params = { campaign: first.id, code: first.unit.code };
      void router.replace({ name: 'overview', params, query: carriedQuery(route.query) });
    },
    { immediate: true },
  );
  return { error, retry, empty: computed(() => data.value?.campaigns.length === 0) };
}
