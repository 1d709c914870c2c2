export { createCampaignLoaders, type CampaignLoaders } from './campaign.loaders.ts';
export { CampaignResolver, CauseResolver } from './campaign.resolver.ts';
export { Campaign, Cause } from './campaign.types.ts';
