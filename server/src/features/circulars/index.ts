/** The only door of the circulars feature. */
export { draftCircular, type DraftWish } from './circular.service.ts';
export { addCircularRoutes } from './circulars.route.ts';
export { deskOf, type CircularDesk } from './desk.ts';
export { writeDraft, type WrittenDraft } from './pages/write-draft.ts';
export { FORMATS, renderAs, type Format } from './pages/render-files.ts';
export { sealedFile } from './sealing/edition.store.ts';
export { sealCircular, type SealedEdition } from './sealing/seal.service.ts';
