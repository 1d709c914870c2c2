/** The only door of the briefing feature. */
export { readBriefingAsk } from './briefing-ask.ts';
export { MOST_BYTES } from './briefing-file.ts';
export { addBriefingRoute } from './briefing.route.ts';
export { makeBriefing, type Briefing, type BriefingSources } from './briefing.service.ts';
export { BRIEFING_POLICY } from './policy.ts';
export type { BriefingAsk, Snapshot } from './snapshot.service.ts';
