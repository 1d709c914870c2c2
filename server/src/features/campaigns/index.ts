export { campaignsById } from './campaign.service.ts';
export { campaignSpans, defaultAsOf } from './campaign-span.service.ts';
export { createCampaignLoaders, type CampaignLoaders } from './campaign.loaders.ts';
export { Campaign, Cause } from './campaign.types.ts';
