import type { CampaignLoaders } from '../features/campaigns/index.ts';
import { note } from './output.ts';

interface Place {
  readonly campaign: string;
  readonly unit: string;
}

/**
 * The campaign and unit that a command is about: what was given, else the campaign that the dashboard opens with and the
 * campaign's own unit. Defaults are printed.
 * @throws WallchartError UNKNOWN_CAMPAIGN
 */
export async function resolveScope(
  campaigns: CampaignLoaders,
  { campaign: id, unit }: { readonly campaign?: string | undefined; readonly unit?: string | undefined },
): Promise<Place> {
  const campaign = await (id ? campaigns.require(id) : campaigns.starting());
  if (!id) note(`Campaign ${campaign.id}, ${campaign.nameZh} (use --campaign for another)`);
  return { campaign: campaign.id, unit: unit ?? campaign.unitCode };
}
