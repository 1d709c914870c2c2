import { childKindsOf } from '../child-kinds.ts';
import { requireDraft, subjectOf } from '../circular.service.ts';
import { recordedAfter, type CircularRow } from '../circular.store.ts';
import type { CircularDesk } from '../desk.ts';
import { loadFigureData } from '../figures/figure-data.ts';
import { bindingsOf, PLANS, writeSections, type WrittenSection } from '../sentences/compose.ts';
import { INTRODUCTION } from '../sentences/introduction.ts';
import type { Rewriting } from './follow-data.ts';

/** How a circular was written at a moment and how it is written at another; null if nothing was recorded in between. */
export async function rewritingOf(
  desk: CircularDesk,
  row: CircularRow,
  thenKnownAt: string,
  knownAt: string | null,
): Promise<Rewriting | null> {
  if (!(await recordedAfter(desk.db, thenKnownAt))) return null;
  const [was, is] = await Promise.all([sectionsAt(desk, row, thenKnownAt), sectionsAt(desk, row, knownAt)]);
  return { lang: row.lang, was, is };
}

/** The same since the words of a draft were written. @throws WallchartError CIRCULAR_NOT_IN_DRAFT */
export const rewritingOfDraft = (
  desk: CircularDesk,
  row: CircularRow,
  knownAt: string | null,
): Promise<Rewriting | null> => rewritingOf(desk, row, requireDraft(row).wordsKnownAt, knownAt);

async function sectionsAt(desk: CircularDesk, row: CircularRow, knownAt: string | null): Promise<WrittenSection[]> {
  const subject = await subjectOf(desk, row, knownAt);
  const data = await loadFigureData(desk, subject, bindingsOf([INTRODUCTION, ...PLANS]));
  return writeSections(data, PLANS, await childKindsOf(desk, subject.unit));
}
