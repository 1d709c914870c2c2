import { childKindsOf } from '../child-kinds.ts';
import { requireDraft, subjectOf } from '../circular.service.ts';
import { recordedAfter, type CircularHead, type CircularRow } from '../circular.store.ts';
import type { DocumentContext } from '../document-context.ts';
import { loadFigureData } from '../figures/figure-data.ts';
import { bindingsOf, PLANS, writeSections, type WrittenSection } from '../sentences/compose.ts';
import { INTRODUCTION } from '../sentences/introduction.ts';
import type { Rewriting } from './follow-data.ts';

/** How a circular was written at a moment and how it is written at another; null if nothing was recorded in between. */
export async function rewritingOf(
  documents: DocumentContext,
  row: CircularHead,
  thenKnownAt: string,
  knownAt: string | null,
): Promise<Rewriting | null> {
  if (!(await recordedAfter(documents.db, thenKnownAt))) return null;
  const [was, is] = await Promise.all([sectionsAt(documents, row, thenKnownAt), sectionsAt(documents, row, knownAt)]);
  return { lang: row.lang, was, is };
}

/** The same since the words of a draft were written. @throws WallchartError CIRCULAR_NOT_IN_DRAFT */
export const rewritingOfDraft = (
  documents: DocumentContext,
  row: CircularRow,
  knownAt: string | null,
): Promise<Rewriting | null> => rewritingOf(documents, row, requireDraft(row).wordsKnownAt, knownAt);

async function sectionsAt(
  documents: DocumentContext,
  row: CircularHead,
  knownAt: string | null,
): Promise<WrittenSection[]> {
  const subject = await subjectOf(documents, row, knownAt);
  const data = await loadFigureData(documents, subject, bindingsOf([INTRODUCTION, ...PLANS]));
  return writeSections(data, PLANS, await childKindsOf(documents, subject.unit));
}
