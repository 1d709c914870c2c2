import { fixKnownAt } from '../../../recording/known-at.ts';
import { WallchartError } from '../../../domain/errors.ts';
import type { ErratumLine } from '../amending/erratum.ts';
import { explainChanges } from '../amending/explain-changes.ts';
import { rewritingOf } from '../amending/rewriting.ts';
import { childKindsOf } from '../child-kinds.ts';
import { subjectOf } from '../circular.service.ts';
import type { CircularHead, DraftRow, EditionRow } from '../circular.store.ts';
import { documentContext, type DocumentContext } from '../document-context.ts';
import { buildPage, type Page } from '../pages/build-document.ts';
import { contradictionsOf, type Contradiction } from '../pages/contradictions.ts';
import { reasonOf } from '../pages/warnings.ts';
import type { Subject } from '../subject.ts';
import { frozenEdition } from './edition.store.ts';
import { parseSealed } from './frozen.ts';

/** A draft with all that it says at the moment that its figures are known at; only its number is missing. */
export interface ReadyDraft {
  readonly head: CircularHead;
  readonly content: DraftRow['content'];
  readonly subject: Subject & { readonly knownAt: string };
  /** Those sealed before. */
  readonly editions: readonly EditionRow[];
  readonly page: Page;
  /** What differs from the last edition; empty for a first. */
  readonly erratum: readonly ErratumLine[];
}

/**
 * Fixes the moment and resolves, draws and explains everything as known at it. Nothing is locked meanwhile: what is
 * recorded later has a later moment.
 *
 * @throws WallchartError IMPORT_RUNNING, CIRCULAR_CONTRADICTS_FIGURES
 */
export async function readyDraft(
  { db, record, today }: DocumentContext,
  head: CircularHead,
  { content, wordsKnownAt }: Pick<DraftRow, 'content' | 'wordsKnownAt'>,
  editions: readonly EditionRow[],
): Promise<ReadyDraft> {
  const knownAt = await record((inside) => fixKnownAt(inside, head.unitCode));
  const documents = documentContext(db, record, today);
  const open = await subjectOf(documents, head, knownAt);
  const previous = open.previous && { ...open.previous, knownAt: open.previous.knownAt ?? knownAt };
  const subject = { ...open, knownAt, previous };
  const [childKinds, rewriting] = await Promise.all([
    childKindsOf(documents, subject.unit),
    rewritingOf(documents, head, wordsKnownAt, knownAt),
  ]);
  const page = await buildPage(documents, subject, content, childKinds, { number: null, createdAt: knownAt });
  refuseContradictions(head, contradictionsOf(head.lang, content, page.figures, rewriting));
  const last = editions.at(-1);
  const sealedBefore = last ? parseSealed(await frozenEdition(db, last.circular, last.edition)) : null;
  const erratum = sealedBefore ? await explainChanges(documents, subject, sealedBefore, { ...page, content }) : [];
  return { head, content, subject, editions, page, erratum };
}

/** Number of sentences in the message; the page lists all. */
const MOST_TOLD = 3;

function refuseContradictions({ lang }: CircularHead, contradictions: readonly Contradiction[]): void {
  const [first] = contradictions;
  if (!first) return;
  const count = contradictions.length;
  const told = contradictions.slice(0, MOST_TOLD).map((one) => {
    const where = lang === 'zh' ? `第${one.paragraph}段` : `Paragraph ${one.paragraph}: `;
    return `${where}${reasonOf(one, lang)}`;
  });
  throw new WallchartError(
    'CIRCULAR_CONTRADICTS_FIGURES',
    `${count} sentences contradict the figures; nothing was sealed. 有${count}句与数据不符，未定稿。${told.join(' ')}`,
    {
      paragraph: first.paragraph,
      contradictions: contradictions.map(({ code, paragraph, sentence }) => ({ code, paragraph, sentence })),
    },
  );
}
