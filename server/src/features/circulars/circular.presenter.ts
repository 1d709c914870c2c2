import type { ViewerDb } from '../../database/handles.ts';
import { editionsOf, type CircularRow, type EditionRow } from './circular.store.ts';
import type { Circular, CircularEdition } from './circular.types.ts';

/** Circulars with their sealed editions, as the API gives them; one statement for all. */
export async function present(db: ViewerDb, rows: readonly CircularRow[]): Promise<Circular[]> {
  const editions = Map.groupBy(
    await editionsOf(
      db,
      rows.map(({ id }) => id),
    ),
    ({ circular }) => circular,
  );
  return rows.map((row) => presentOne(row, editions.get(row.id) ?? []));
}

function presentOne(row: CircularRow, editions: readonly EditionRow[]): Circular {
  const last = editions.at(-1);
  return {
    id: row.id,
    lang: row.lang,
    asOf: row.asOf,
    previousAsOf: row.previousAsOf,
    title: row.draft?.content.title ?? last?.title ?? '',
    status: row.draft === null ? 'SEALED' : last ? 'AMENDING' : 'DRAFT',
    createdAt: row.createdAt,
    updatedAt: row.draft?.updatedAt ?? last?.sealedAt ?? row.createdAt,
    editions: editions.map((edition) => presentEdition(row, edition)),
    row,
  };
}

const presentEdition = ({ asOf }: CircularRow, row: EditionRow): CircularEdition => ({
  edition: row.edition,
  number: row.number,
  title: row.title,
  sealedAt: row.sealedAt,
  sealedBy: row.sealedBy,
  asOf,
  knownAt: row.knownAt,
  digest: row.digest,
  row,
});
