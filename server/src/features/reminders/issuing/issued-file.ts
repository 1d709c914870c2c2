import { sql } from 'kysely';
import type { OfficialDocument } from '../../../rendering/document/official-document.ts';
import type { FileStore } from '../../circulars/index.ts';
import { organisationsOf } from '../writing/card-document.ts';
import { voidedDocument } from '../writing/voided-document.ts';
import { cardsOfBatches, requireBatch, requireCard, type CardRow } from './card.store.ts';
import { bundleOf, documentOfCard } from './frozen.ts';
import { renderCards, type CardFormat } from './render-cards.ts';
import { storeBundle, storeCardFiles } from './store-files.ts';

export interface IssuedFile {
  readonly bytes: Buffer;
  /** Name of the file, without its extension. */
  readonly name: string;
  readonly digest: string;
}

/**
 * A card as it was issued, byte for byte, rendered here if it was not yet; one that is void says so.
 *
 * @throws WallchartError UNKNOWN_REMINDER
 */
export async function cardFile(files: FileStore, id: string, format: CardFormat): Promise<IssuedFile> {
  const { db } = files;
  const row = await requireCard(db, id);
  const { lang, number, digest, voided, card } = row;
  const organisations = organisationsOf(
    card.matters.map(({ organisation }) => organisation),
    lang,
  );
  const name = `${card.document.title} ${number} ${organisations}`;
  if (voided) {
    const bytes = await renderCards(format, standingDocument(row));
    return { bytes, name: `${name} ${lang === 'zh' ? '作废' : 'void'}`, digest: `${digest}-void` };
  }
  const { rows } = await sql<{ bytes: Buffer | null }>`/* reminders.card_file */
    select ${sql.ref(format)} as bytes from reminder_card where id = ${id}::bigint`.execute(db);
  return { bytes: rows[0]?.bytes ?? (await storeCardFiles(files, id))[format], name, digest };
}

/**
 * A batch as it was issued, byte for byte, rendered here if it was not yet; cards that are void say so.
 *
 * @throws WallchartError UNKNOWN_REMINDER
 */
export async function batchFile(files: FileStore, id: string, format: CardFormat): Promise<IssuedFile> {
  const { db } = files;
  const { lang, issuedOn: day, cardCount: cards } = await requireBatch(db, id);
  const name = lang === 'zh' ? `提醒卡 ${day} 共${cards}张` : `Reminders ${day} (${cards})`;
  const made = await cardsOfBatches(db, [id]);
  const voided = made.filter((one) => one.voided !== null);
  if (voided.length > 0) {
    const bytes = await renderCards(format, bundleOf(made.map(standingDocument)));
    return { bytes, name, digest: `batch-${id}-void-${voided.map((one) => one.id).join('-')}` };
  }
  const { rows } = await sql<{ bytes: Buffer | null }>`/* reminders.batch_file */
    select ${sql.ref(format)} as bytes from reminder_batch where id = ${id}::bigint`.execute(db);
  return { bytes: rows[0]?.bytes ?? (await storeBundle(files, id))[format], name, digest: `batch-${id}` };
}

/** A card as it stands now: as it was issued, or under the word that it is void. */
function standingDocument({ card, digest, voided }: CardRow): OfficialDocument {
  const document = documentOfCard(card, digest);
  return voided ? voidedDocument(document, voided) : document;
}
