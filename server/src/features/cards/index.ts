/** The only door of the reminder cards. */
export { draftCards, listCandidates, type FoundCandidates } from './cards.service.ts';
export { addCardRoutes } from './cards.route.ts';
export { batchFile, cardsOfBatches, type CardRow } from './issuing/card.store.ts';
export type { KnownCandidate } from './issuing/earlier-cards.ts';
export { bundleOf, thawCard } from './issuing/frozen.ts';
export { issueCards, type Issued, type IssueWish } from './issuing/issue.service.ts';
export { CARD_FORMATS, renderCards, type CardFormat } from './issuing/render-cards.ts';
export { reasonOf, RULES } from './rules/index.ts';
