import { sql } from 'kysely';
import type { RecorderDb, ViewerDb } from '../../../database/handles.ts';
import { WallchartError } from '../../../domain/errors.ts';
import type { DocumentNumber } from '../../numbering/index.ts';
import { editionsOf, findCircular } from '../circular.store.ts';
import type { FileStore } from '../document-context.ts';
import { renderFiles, type Format, type RenderedFiles } from '../pages/render-files.ts';
import type { PlacedFigure } from '../pages/build-document.ts';
import { documentOf, serializeSealed, parseSealed, type Frozen } from './frozen.ts';

/** Writes an edition, its files to follow, and takes its draft away. */
export async function insertEdition(
  transaction: RecorderDb,
  frozen: Frozen,
  { issuer, year, serial }: DocumentNumber,
): Promise<void> {
  const { text, digest } = serializeSealed(frozen);
  const { circular, edition, lang, number, content, knownAt, sealedAt, sealedBy } = frozen;
  await transaction
    .insertInto('circular_edition')
    .values({
      circular_id: circular,
      edition,
      lang,
      issuer,
      year,
      serial,
      number,
      title: content.title,
      known_at: knownAt,
      sealed_at: sealedAt,
      sealed_by: sealedBy,
      digest,
      frozen: text,
    })
    .execute();
  await sql`/* circulars.sealed_draft */ delete from circular_draft where circular_id = ${circular}::bigint`.execute(
    transaction,
  );
}

/** The frozen content of an edition as it was written. @throws WallchartError UNKNOWN_CIRCULAR */
export async function frozenEdition(db: ViewerDb, circular: string, edition: number): Promise<string> {
  const { rows } = await sql<{ frozen: string }>`/* circulars.frozen */
    select frozen from circular_edition where circular_id = ${circular}::bigint and edition = ${edition}`.execute(db);
  if (rows[0]) return rows[0].frozen;
  throw unknownEdition(circular, edition);
}

/** The figures of an edition as they were sealed. */
export async function sealedFigures(db: ViewerDb, circular: string, edition: number): Promise<PlacedFigure[]> {
  const { rows } = await sql<{ figures: PlacedFigure[] }>`/* circulars.sealed_figures */
    select frozen::jsonb -> 'figures' as figures from circular_edition
    where circular_id = ${circular}::bigint and edition = ${edition}`.execute(db);
  return rows[0]?.figures ?? [];
}

/** The number of the last edition of a circular. @throws WallchartError UNKNOWN_CIRCULAR, CIRCULAR_NOT_SEALED */
export async function lastEdition({ db }: { readonly db: ViewerDb }, circular: string): Promise<number> {
  const found = await findCircular(db, circular);
  if (!found)
    throw new WallchartError('UNKNOWN_CIRCULAR', `Circular "${circular}" does not exist. 没有这份通报。`, { circular });
  const last = (await editionsOf(db, [found.id])).at(-1);
  if (last) return last.edition;
  throw new WallchartError('CIRCULAR_NOT_SEALED', `Circular ${circular} has not been sealed. 通报尚未定稿。`, {
    circular,
  });
}

/** The circular of which some edition has this digest; null when none has. */
export async function editionByDigest(db: ViewerDb, digest: string): Promise<string | null> {
  const { rows } = await sql<{ circular: string }>`/* circulars.by_digest */
    select circular_id::text as circular from circular_edition where digest = ${digest}`.execute(db);
  return rows[0]?.circular ?? null;
}

export interface SealedFile {
  readonly bytes: Buffer;
  readonly number: string;
  readonly title: string;
  readonly digest: string;
}

/** An edition by its circular and its place among the editions of it, from 1. */
export interface EditionKey {
  readonly circular: string;
  readonly edition: number;
}

/**
 * A file of an edition, byte for byte as it was sealed. One whose files are not stored yet, because they are being
 * rendered or the rendering was cut off, is rendered here.
 *
 * @throws WallchartError UNKNOWN_CIRCULAR
 */
export async function sealedFile(
  documents: FileStore,
  circular: string,
  edition: number,
  format: Format,
): Promise<SealedFile> {
  const read = async (): Promise<(Omit<SealedFile, 'bytes'> & { readonly bytes: Buffer | null }) | undefined> => {
    const { rows } = await sql<SealedFile>`/* circulars.sealed_file */
      select ${sql.ref(format)} as bytes, number, title, digest from circular_edition
      where circular_id = ${circular}::bigint and edition = ${edition}`.execute(documents.db);
    return rows[0];
  };
  const found = await read();
  if (!found) throw unknownEdition(circular, edition);
  const { bytes } = found;
  if (bytes !== null) return { ...found, bytes };
  return { ...found, bytes: (await storeFiles(documents, { circular, edition }))[format] };
}

/**
 * Renders the files of an edition from what is frozen, under no lock, and stores them unless another process did first:
 * rendering always gives the same bytes.
 *
 * @throws WallchartError UNKNOWN_CIRCULAR, and whatever the rendering fails with; the edition and its number stay
 */
export async function storeFiles(
  { db, record }: FileStore,
  { circular, edition }: EditionKey,
  render: typeof renderFiles = renderFiles,
): Promise<RenderedFiles> {
  const text = await frozenEdition(db, circular, edition);
  const frozen = parseSealed(text);
  const files = await render(documentOf(frozen, serializeSealed(frozen).digest));
  await record((transaction) =>
    sql`/* circulars.store_files */
      update circular_edition set docx = ${files.docx}, pdf = ${files.pdf}, html = ${files.html}
      where circular_id = ${circular}::bigint and edition = ${edition} and docx is null`.execute(transaction),
  );
  return files;
}

/** Editions whose files are not stored, the earliest first. */
export async function editionsWithoutFiles(db: ViewerDb): Promise<EditionKey[]> {
  const { rows } = await sql<EditionKey>`/* circulars.without_files */
    select circular_id::text as circular, edition from circular_edition where docx is null
    order by sealed_at, circular_id, edition`.execute(db);
  return rows;
}

const unknownEdition = (circular: string, edition: number): WallchartError =>
  new WallchartError('UNKNOWN_CIRCULAR', `Circular ${circular} has no edition ${edition}. 没有这一版通报。`, {
    circular,
    edition,
  });
