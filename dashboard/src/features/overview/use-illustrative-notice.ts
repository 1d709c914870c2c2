import { computed } from 'vue';
import { useCampaign } from '../../campaign/use-campaigns.ts';

/** Whether the campaign holds anything that its sources do not give. */
export function useIllustrativeNotice() {
  const { campaign } = useCampaign();
  return { containsIllustrative: computed(() => campaign.value?.illustrative === true) };
}
