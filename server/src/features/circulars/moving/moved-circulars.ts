import canonicalize from 'canonicalize';
import type { Window } from '../../../ledger/temporal/index.ts';
import { anythingRecorded } from '../amending/recorded-changes.ts';
import { subjectOf } from '../circular.service.ts';
import { editionsOf, lastRecordedAt, recordedAfter, type CircularRow, type EditionRow } from '../circular.store.ts';
import type { DocumentContext } from '../document-context.ts';
import { loadFigureData } from '../figures/figure-data.ts';
import { resolveFigure } from '../figures/resolve-figures.ts';
import type { PlacedFigure } from '../pages/build-document.ts';
import { sealedFigures } from '../sealing/edition.store.ts';

/** A figure that differs from its sealed value. */
export interface MovedFigure {
  readonly key: string;
  readonly place: string;
  readonly before: string;
  readonly after: string;
}

/** A sealed circular whose figures have changed since its last edition. */
export interface MovedCircular {
  readonly row: CircularRow;
  readonly edition: EditionRow;
  readonly figures: readonly MovedFigure[];
}

/**
 * Of some circulars those whose figures have moved since they were sealed. Figures are compared only where something was
 * recorded that took effect by the cut-off.
 *
 * @param since only where something was recorded after this moment; null: since the sealing of each
 */
export async function movedCirculars(
  documents: DocumentContext,
  rows: readonly CircularRow[],
  since: string | null = null,
): Promise<MovedCircular[]> {
  const editions = await editionsOf(
    documents.db,
    rows.map(({ id }) => id),
  );
  const last = new Map(editions.map((edition) => [edition.circular, edition]));
  const until = await lastRecordedAt(documents.db);
  const moved = await Promise.all(
    rows.map(async (row): Promise<MovedCircular[]> => {
      const edition = last.get(row.id);
      if (!edition) return [];
      const window = { since: since ?? edition.knownAt, until };
      const figures = await movedSince(documents, row, edition, window);
      return figures.length > 0 ? [{ row, edition, figures }] : [];
    }),
  );
  return moved.flat();
}

async function movedSince(
  documents: DocumentContext,
  row: CircularRow,
  { edition }: EditionRow,
  window: Window,
): Promise<MovedFigure[]> {
  if (!(await recordedAfter(documents.db, window.since))) return [];
  const subject = await subjectOf(documents, row, null);
  if (!(await anythingRecorded(documents.db, subject, window))) return [];
  const sealed = await sealedFigures(documents.db, row.id, edition);
  const data = await loadFigureData(
    documents,
    subject,
    sealed.map(({ bind }) => bind),
  );
  return onceEach(sealed).flatMap(({ key, bind, place, text }) => {
    const now = resolveFigure(data, key, bind);
    return now.text === text ? [] : [{ key, place, before: text, after: now.text }];
  });
}

/** A figure that is printed in several places is one. */
function onceEach(figures: readonly PlacedFigure[]): PlacedFigure[] {
  const first = new Map(figures.toReversed().map((figure) => [canonicalize(figure.bind), figure.key]));
  return figures.filter(({ bind, key }) => first.get(canonicalize(bind)) === key);
}
