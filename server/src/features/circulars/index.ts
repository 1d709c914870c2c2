/** The only door of the circulars feature. */
export { checkCircular, circularOf, type Against } from './checking/check.service.ts';
export type { CheckReport, Finding, Unchecked } from './checking/check-report.ts';
export type { DraftWish } from './circular.service.ts';
export { addCircularRoutes } from './circulars.route.ts';
export { deskOfRequest } from './desk-of-request.ts';
export { deskOf, type CircularDesk } from './desk.ts';
export { issuedOnOf, issuerOf } from './draft-head.ts';
export { loadCases, marks, type CaseFacts } from './figures/case-facts.ts';
export { stateWords } from './figures/case-words.ts';
export { nameUnits, type NamedUnit } from './figures/unit-names.ts';
export { writeDay } from './figures/write-day.ts';
export { writeDraft, type WrittenDraft } from './pages/write-draft.ts';
export { FORMATS, preloadRenderers, renderAs, type Format } from './pages/render-files.ts';
export { reportKeyOf, unitNamesIn, type FigureSource, type Subject } from './subject.ts';
export { sealedFile } from './sealing/edition.store.ts';
export { sealNewCircular, type SealedEdition } from './sealing/seal.service.ts';
