import { sql } from 'kysely';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import { cardsOfBatches, requireCard } from './card.store.ts';
import { bundleOf, documentOfCard } from './frozen.ts';
import type { IssuingProgress } from './progress.ts';
import type { ViewerDb } from '../../../database/handles.ts';
import type { FileStore } from '../../circulars/index.ts';
import { renderCardFiles, type CardFiles } from './render-cards.ts';

type Render = typeof renderCardFiles;

/**
 * Renders what has no files of a batch, from what is frozen and under no lock: its cards, one after the other, and then
 * the file that holds all. Rendering always gives the same bytes.
 *
 * @throws whatever the rendering fails with; the cards and their numbers stay, and what was rendered is stored
 */
export async function storeBatchFiles(
  files: FileStore,
  batch: string,
  onProgress: (progress: IssuingProgress) => void = () => undefined,
  render: Render = renderCardFiles,
): Promise<void> {
  const { rows } = await sql<{ id: string; missing: boolean }>`/* reminders.missing_card_files */
    select id::text as id, docx is null as missing from reminder_card where batch_id = ${batch}::bigint
    order by id`.execute(files.db);
  for (const [done, { id, missing }] of rows.entries()) {
    onProgress({ done, total: rows.length });
    await nextTurn();
    if (missing) await storeCardFiles(files, id, render);
  }
  onProgress({ done: rows.length, total: rows.length });
  await storeBundle(files, batch, render);
}

/** The same of what was just issued. It is issued without its files: they are rendered when first opened. */
export async function storeBatchFilesOrLog(
  files: FileStore & { readonly log: Pick<Logger, 'error'> },
  batch: string,
  onProgress: (progress: IssuingProgress) => void,
): Promise<void> {
  try {
    await storeBatchFiles(files, batch, onProgress);
  } catch (err) {
    files.log.error({ err, batch }, 'issued, but the files could not be rendered; they will be when they are opened');
  }
}

/** Renders and stores the files of a card. @throws WallchartError UNKNOWN_REMINDER */
export async function storeCardFiles(
  { db, record }: FileStore,
  id: string,
  render: Render = renderCardFiles,
): Promise<CardFiles> {
  const { card, digest } = await requireCard(db, id);
  const files = await render(documentOfCard(card, digest));
  await record((transaction) =>
    sql`/* reminders.store_card_files */ update reminder_card set docx = ${files.docx}, pdf = ${files.pdf}
      where id = ${id}::bigint and docx is null`.execute(transaction),
  );
  return files;
}

/** Renders and stores the file that holds all cards of a batch, as they were issued. */
export async function storeBundle(
  { db, record }: FileStore,
  batch: string,
  render: Render = renderCardFiles,
): Promise<CardFiles> {
  const cards = await cardsOfBatches(db, [batch]);
  const files = await render(bundleOf(cards.map(({ card, digest }) => documentOfCard(card, digest))));
  await record((transaction) =>
    sql`/* reminders.store_batch_files */ update reminder_batch set docx = ${files.docx}, pdf = ${files.pdf}
      where id = ${batch}::bigint and docx is null`.execute(transaction),
  );
  return files;
}

/** Batches of which some file is not stored, the earliest first. */
export async function batchesWithoutFiles(db: ViewerDb): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`/* reminders.without_files */
    select b.id::text as id from reminder_batch b
    where b.docx is null or exists (select from reminder_card c where c.batch_id = b.id and c.docx is null)
    order by b.id`.execute(db);
  return rows.map(({ id }) => id);
}
