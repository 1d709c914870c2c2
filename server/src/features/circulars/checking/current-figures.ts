import type { Lang } from '../../../domain/text.ts';
import { childKindsOf } from '../child-kinds.ts';
import { subjectOf } from '../circular.service.ts';
import type { CircularRow } from '../circular.store.ts';
import type { CircularContent } from '../content/content.ts';
import type { DocumentContext } from '../document-context.ts';
import { loadFigureData } from '../figures/figure-data.ts';
import { resolveFigure, type ResolvedFigure } from '../figures/resolve-figures.ts';
import { buildPage, type PlacedFigure } from '../pages/build-document.ts';
import type { Subject } from '../subject.ts';
import type { Expected } from './expected.ts';

interface Sealed {
  readonly content: CircularContent;
  readonly figures: readonly PlacedFigure[];
}

/**
 * What the figures of an edition say now. Those that nothing is left to say of keep what was sealed, with why their
 * sentence or row should go.
 *
 * @param expected as it was sealed
 */
export async function currentFigures(
  documents: DocumentContext,
  row: CircularRow,
  { content, figures }: Sealed,
  expected: readonly Expected[],
): Promise<Expected[]> {
  const subject = await subjectOf(documents, row, null);
  const childKinds = await childKindsOf(documents, subject.unit);
  const page = await buildPage(documents, subject, content, childKinds, { number: null, createdAt: row.createdAt });
  const inText = new Map(page.figures.map((figure) => [figure.key, figure]));
  const left = await resolveLeft(
    documents,
    subject,
    figures.filter(({ key }) => !inText.has(key)),
  );
  return figures.map((sealed, i): Expected => {
    const before = expected[i]!;
    const now = inText.get(sealed.key);
    const words = WORDS[row.lang][now ? 'sentence' : 'row'];
    const why = reasonOf(sealed, now ?? left.get(sealed.key));
    if (why || !now) return { ...before, obsolete: words[why ?? 'GONE'] };
    return { ...before, text: now.text, value: now.value };
  });
}

/** What rows that a table has no longer would say: why they are gone. */
async function resolveLeft(
  documents: DocumentContext,
  subject: Subject,
  figures: readonly PlacedFigure[],
): Promise<ReadonlyMap<string, ResolvedFigure>> {
  if (figures.length === 0) return new Map();
  const data = await loadFigureData(
    documents,
    subject,
    figures.map(({ bind }) => bind),
  );
  return new Map(figures.map(({ key, bind }) => [key, resolveFigure(data, key, bind)]));
}

const REASONS = ['CASE_RECTIFIED', 'UNKNOWN_CASE', 'EMPTY_LIST'] as const;

/** What keeps a figure from being said, that did not when it was sealed. */
const reasonOf = (sealed: ResolvedFigure, now: ResolvedFigure | undefined): (typeof REASONS)[number] | null =>
  now && now.concern !== sealed.concern ? (REASONS.find((reason) => reason === now.concern) ?? null) : null;

type Reasons = Readonly<Record<(typeof REASONS)[number] | 'GONE', string>>;

const WORDS: Readonly<Record<Lang, Readonly<Record<'sentence' | 'row', Reasons>>>> = {
  zh: {
    sentence: {
      CASE_RECTIFIED: '该党组织已销号，本句应删去。',
      UNKNOWN_CASE: '台账中已无该党组织，本句应删去。',
      EMPTY_LIST: '名单已空，本句应删去。',
      GONE: '已无此项，本句应删去。',
    },
    row: {
      CASE_RECTIFIED: '该党组织已销号，本行应删去。',
      UNKNOWN_CASE: '台账中已无该党组织，本行应删去。',
      EMPTY_LIST: '名单已空，本行应删去。',
      GONE: '表中已无此行，本行应删去。',
    },
  },
  en: {
    sentence: {
      CASE_RECTIFIED: 'The organisation is struck off: take this sentence out.',
      UNKNOWN_CASE: 'The ledger no longer has this organisation: take this sentence out.',
      EMPTY_LIST: 'The list is empty now: take this sentence out.',
      GONE: 'There is no such item any more: take this sentence out.',
    },
    row: {
      CASE_RECTIFIED: 'The organisation is struck off: take this row out.',
      UNKNOWN_CASE: 'The ledger no longer has this organisation: take this row out.',
      EMPTY_LIST: 'The list is empty now: take this row out.',
      GONE: 'The table no longer has this row: take it out.',
    },
  },
};
