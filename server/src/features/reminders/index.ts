/** The only door of the reminder cards. */
export { draftCards, listCandidates, type FoundCandidates } from './reminders.service.ts';
export { addCardRoutes } from './reminders.route.ts';
export { cardsOfBatches, cardsOfNumber, type CardRow } from './issuing/card.store.ts';
export { batchFile } from './issuing/issued-file.ts';
export type { KnownCandidate } from './issuing/earlier-cards.ts';
export { bundleOf } from './issuing/frozen.ts';
export { issueCards, type Issued, type IssueInput } from './issuing/issue.service.ts';
export { batchesWithoutFiles, storeBatchFiles } from './issuing/store-files.ts';
export { CARD_FORMATS, renderCards, type CardFormat } from './issuing/render-cards.ts';
export { voidCard } from './issuing/void.service.ts';
export type { CardPlanning } from './plan-reminders.ts';
export { reasonOf, RULES } from './rules/index.ts';
export { organisationsOf } from './writing/card-document.ts';
