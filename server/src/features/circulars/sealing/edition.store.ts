import { sql } from 'kysely';
import type { RecorderDb, ViewerDb } from '../../../database/handles.ts';
import { WallchartError } from '../../../domain/errors.ts';
import type { DocumentNumber } from '../../numbering/index.ts';
import { editionsOf, findCircular } from '../circular.store.ts';
import type { Format, RenderedFiles } from '../pages/render-files.ts';
import type { PlacedFigure } from '../pages/build-document.ts';
import type { Frozen } from './frozen.ts';

export interface SealedParts {
  /** Canonical JSON of what is frozen, and its SHA-256. */
  readonly text: string;
  readonly digest: string;
  readonly files: RenderedFiles;
}

/** Writes an edition and takes its draft away. */
export async function insertEdition(
  transaction: RecorderDb,
  frozen: Frozen,
  { issuer, year, serial }: DocumentNumber,
  { text, digest, files }: SealedParts,
): Promise<void> {
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
      docx: files.docx,
      pdf: files.pdf,
      html: files.html,
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

/** A file of an edition, byte for byte as it was sealed. @throws WallchartError UNKNOWN_CIRCULAR */
export async function sealedFile(db: ViewerDb, circular: string, edition: number, format: Format): Promise<SealedFile> {
  const { rows } = await sql<SealedFile>`/* circulars.sealed_file */
    select ${sql.ref(format)} as bytes, number, title, digest from circular_edition
    where circular_id = ${circular}::bigint and edition = ${edition}`.execute(db);
  if (rows[0]) return rows[0];
  throw unknownEdition(circular, edition);
}

const unknownEdition = (circular: string, edition: number): WallchartError =>
  new WallchartError('UNKNOWN_CIRCULAR', `Circular ${circular} has no edition ${edition}. 没有这一版通报。`, {
    circular,
    edition,
  });
