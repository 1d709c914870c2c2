/** The only door of the briefing feature. */
export { readBriefingRequest } from './briefing-request.ts';
export { MOST_BYTES } from './briefing-file.ts';
export { addBriefingRoute } from './briefing.route.ts';
export { makeBriefing, type Briefing, type BriefingSources } from './briefing.service.ts';
export { BRIEFING_POLICY } from './policy.ts';
export type { BriefingRequest, Snapshot } from './snapshot.service.ts';
