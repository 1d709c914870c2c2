export { createCampaignLoaders, type CampaignLoaders } from './campaign.loaders.ts';
export { Campaign, Cause } from './campaign.types.ts';
