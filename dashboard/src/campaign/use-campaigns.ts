import { computed, effectScope } from 'vue';
import { useAddress } from '../address/use-address.ts';
import { useOperation, type Operation } from '../api/use-operation.ts';
import { CampaignsDocument, type CampaignsQuery } from '../generated/graphql.ts';

type CampaignSummary = CampaignsQuery['campaigns'][number];

let operation: Operation<CampaignsQuery> | null = null;

/** All campaigns, asked once for the whole application. */
export function useCampaigns(): Operation<CampaignsQuery> {
  operation ??= effectScope(true).run(() => useOperation(CampaignsDocument, {})) as Operation<CampaignsQuery>;
  return operation;
}

/** The campaign of the address and the day its figures hold for. */
export function useCampaign() {
  const campaigns = useCampaigns();
  const { address } = useAddress();
  const campaign = computed<CampaignSummary | null>(
    () => campaigns.data.value?.campaigns.find(({ id }) => id === address.value.campaign) ?? null,
  );
  return {
    campaigns,
    campaign,
    /** The as-of day on screen; null until the campaign is known. */
    asOf: computed<string | null>(() => address.value.asOf ?? campaign.value?.defaultAsOf ?? null),
  };
}
