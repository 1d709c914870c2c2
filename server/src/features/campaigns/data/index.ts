/** What is recorded of campaigns, without GraphQL: for commands too. */
export { allCampaigns, allCauses, campaignsById } from './campaign.service.ts';
export { campaignSpans, defaultAsOf, type CampaignSpan } from './campaign-span.service.ts';
