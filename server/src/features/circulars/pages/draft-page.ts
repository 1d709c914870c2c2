import { explainChanges } from '../amending/explain-changes.ts';
import type { ErratumLine } from '../amending/erratum.ts';
import { printErratum } from '../amending/print-erratum.ts';
import { childKindsOf } from '../child-kinds.ts';
import { requireDraft, subjectOf } from '../circular.service.ts';
import { editionsOf, type CircularRow } from '../circular.store.ts';
import type { DocumentContext } from '../document-context.ts';
import { frozenEdition } from '../sealing/edition.store.ts';
import { parseSealed } from '../sealing/frozen.ts';
import { rewritingOfDraft } from '../amending/rewriting.ts';
import { buildPage, type Page } from './build-document.ts';
import { contradictionsOf, type Contradiction } from './contradictions.ts';

/** A draft as it would be printed now, with what an amended one would say of its changes. */
export interface DraftPage extends Page {
  readonly erratum: readonly ErratumLine[];
  /** What keeps it from being sealed. */
  readonly contradictions: readonly Contradiction[];
}

/** The draft of a circular as it would be printed now. @throws WallchartError CIRCULAR_NOT_IN_DRAFT */
export async function draftPage(documents: DocumentContext, row: CircularRow): Promise<DraftPage> {
  const draft = requireDraft(row);
  const editions = await editionsOf(documents.db, [row.id]);
  const last = editions.at(-1);
  const knownAt = last ? new Date().toISOString() : null;
  const subject = await subjectOf(documents, row, knownAt);
  const childKinds = await childKindsOf(documents, subject.unit);
  const issue = { number: null, createdAt: draft.updatedAt };
  const [built, rewriting] = await Promise.all([
    buildPage(documents, subject, draft.content, childKinds, issue),
    rewritingOfDraft(documents, row, knownAt),
  ]);
  const page = { ...built, contradictions: contradictionsOf(row.lang, draft.content, built.figures, rewriting) };
  if (!last || knownAt === null) return { ...page, erratum: [] };
  const sealed = parseSealed(await frozenEdition(documents.db, row.id, last.edition));
  const erratum = await explainChanges(documents, { ...subject, knownAt }, sealed, { ...page, content: draft.content });
  return { ...page, document: printErratum(page.document, last.number, last.edition + 1, erratum), erratum };
}
