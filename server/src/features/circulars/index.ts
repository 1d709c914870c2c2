/** The only door of the circulars feature. */
export { checkCircular, circularOf, type Against } from './checking/check.service.ts';
export type { CheckReport, Finding, Unchecked } from './checking/check-report.ts';
export { discardDraft, draftCircular, type DraftWish } from './circular.service.ts';
export { addCircularRoutes } from './circulars.route.ts';
export { deskOf, type CircularDesk } from './desk.ts';
export { writeDraft, type WrittenDraft } from './pages/write-draft.ts';
export { FORMATS, preloadRenderers, renderAs, type Format } from './pages/render-files.ts';
export { sealedFile } from './sealing/edition.store.ts';
export { sealCircular, type SealedEdition } from './sealing/seal.service.ts';
