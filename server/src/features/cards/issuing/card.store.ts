import type { Db } from '@wallchart/db';
import { sql } from 'kysely';
import { WallchartError } from '../../../errors.ts';
import type { Lang } from '../../../graph/enums.ts';
import type { DocumentNumber } from '../../../sealing/document-number.ts';
import { levelCodes } from '../../units/index.ts';
import type { ReminderRuleId } from '../rules/index.ts';
import type { FrozenCard } from './frozen.ts';
import type { CardFiles, CardFormat } from './render-cards.ts';

/** An issued card without its files. */
export interface CardRow {
  readonly id: string;
  readonly batch: string;
  readonly campaign: string;
  readonly unitCode: string;
  readonly caseNo: string | null;
  readonly rule: ReminderRuleId;
  readonly number: string;
  readonly issuer: string;
  readonly lang: Lang;
  readonly asOf: string;
  readonly knownAt: string;
  readonly issuedOn: string;
  readonly issuedAt: string;
  readonly issuedBy: string;
  readonly replyBy: string;
  readonly digest: string;
  readonly frozen: string;
}

export interface BatchRow {
  readonly id: string;
  readonly campaign: string;
  readonly unitCode: string;
  readonly lang: Lang;
  readonly asOf: string;
  readonly knownAt: string;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly replyBy: string;
  readonly issuedAt: string;
  readonly issuedBy: string;
  /** Cards in it, those about other units included. */
  readonly cardCount: number;
}

const CARDS = sql`select c.id::text as id, c.batch_id::text as batch, b.campaign, c.unit_code as "unitCode",
    c.case_no as "caseNo", c.rule, c.number, c.issuer, b.lang, b.as_of as "asOf", b.known_at as "knownAt",
    b.issued_on as "issuedOn", b.issued_at as "issuedAt", b.issued_by as "issuedBy", b.reply_by as "replyBy", c.digest,
    c.frozen
  from reminder_card c join reminder_batch b on b.id = c.batch_id`;

const BATCHES = sql`select b.id::text as id, b.campaign, b.unit_code as "unitCode", b.lang, b.as_of as "asOf",
    b.known_at as "knownAt", b.issuer, b.issued_on as "issuedOn", b.reply_by as "replyBy", b.issued_at as "issuedAt",
    b.issued_by as "issuedBy",
    (select count(*)::integer from reminder_card every where every.batch_id = b.id) as "cardCount"
  from reminder_batch b`;

const upTo = (moment: string | null) => (moment === null ? sql`true` : sql`b.issued_at <= ${moment}::timestamptz`);

/** Cards of a campaign that were issued up to a moment for some organisations and units, the latest first. */
export async function cardsOfUnits(
  db: Db,
  campaign: string,
  units: readonly string[],
  knownAt: string | null,
): Promise<CardRow[]> {
  if (units.length === 0) return [];
  const { rows } = await sql<CardRow>`/* reminders.of_units */ ${CARDS}
    where b.campaign = ${campaign} and c.unit_code = any(${[...units]}::text[]) and ${upTo(knownAt)}
    order by b.issued_on desc, c.id desc`.execute(db);
  return rows;
}

/** Cards that were issued about some cases up to a moment, with a cut-off up to a day; the first one first. */
export async function cardsOfCases(
  db: Db,
  cases: readonly string[],
  { asOf, knownAt }: { readonly asOf: string; readonly knownAt: string | null },
): Promise<CardRow[]> {
  const { rows } = await sql<CardRow>`/* reminders.of_cases */ ${CARDS}
    where c.case_no = any(${[...cases]}::text[]) and b.as_of <= ${asOf}::date and ${upTo(knownAt)}
    order by b.issued_on, c.id`.execute(db);
  return rows;
}

/** Cards of some batches in the order of their numbers; of a unit: those about somebody who lay in it on the cut-off. */
export async function cardsOfBatches(
  db: Db,
  batches: readonly string[],
  unit: string | null = null,
): Promise<CardRow[]> {
  const { rows } = await sql<CardRow>`/* reminders.of_batches */ ${CARDS}
    where c.batch_id = any(${[...batches]}::bigint[]) and ${unit === null ? sql`true` : laysIn(unit)}
    order by c.id`.execute(db);
  return rows;
}

/** Batches of a campaign, the latest first; of a unit: those issued within it, or about somebody who lay in it. */
export async function listBatches(
  db: Db,
  campaign: string,
  unit: string | null,
  knownAt: string | null,
): Promise<BatchRow[]> {
  const { rows } = await sql<BatchRow>`/* reminders.batches */ ${BATCHES}
    where b.campaign = ${campaign} and ${unit === null ? sql`true` : concerns(unit)} and ${upTo(knownAt)}
    order by b.issued_at desc, b.id desc`.execute(db);
  return rows;
}

const laysIn = (unit: string) => sql`exists (select from org_unit_version v
    where v.code = c.unit_code and v.superseded_at = 'infinity' and v.valid_from <= b.as_of and b.as_of < v.valid_to
      and ${unit} = any(${levelCodes('v')}))`;

const concerns = (unit: string) => sql`(b.unit_code = ${unit} or exists (
    select from reminder_card c where c.batch_id = b.id and ${laysIn(unit)}))`;

/** @throws WallchartError UNKNOWN_REMINDER */
export async function requireBatch(db: Db, id: string): Promise<BatchRow> {
  const { rows } = isId(id)
    ? await sql<BatchRow>`/* reminders.batch */ ${BATCHES} where b.id = ${id}::bigint`.execute(db)
    : { rows: [] };
  if (rows[0]) return rows[0];
  throw unknown('batch', id);
}

const isId = (id: string): boolean => /^\d{1,18}$/.test(id);

const unknown = (what: 'batch' | 'card', id: string): WallchartError =>
  new WallchartError(
    'UNKNOWN_REMINDER',
    what === 'batch'
      ? `There is no batch "${id}" of reminder cards. 没有这一批提醒卡。`
      : `There is no reminder card "${id}". 没有这张提醒卡。`,
    { [what]: id },
  );

export interface IssuedFile {
  readonly bytes: Buffer;
  /** Name of the file, without its extension. */
  readonly name: string;
  readonly digest: string;
}

/** A card as it was issued, byte for byte. @throws WallchartError UNKNOWN_REMINDER */
export async function cardFile(db: Db, id: string, format: CardFormat): Promise<IssuedFile> {
  if (!isId(id)) throw unknown('card', id);
  const { rows } = await sql<{
    bytes: Buffer;
    number: string;
    frozen: string;
    digest: string;
  }>`/* reminders.card_file */
    select ${sql.ref(format)} as bytes, number, frozen, digest from reminder_card where id = ${id}::bigint`.execute(db);
  if (!rows[0]) throw unknown('card', id);
  const { bytes, number, frozen, digest } = rows[0];
  const { document, organisation } = JSON.parse(frozen) as FrozenCard;
  return { bytes, name: `${document.title} ${number} ${organisation}`, digest };
}

/** A batch as it was issued, byte for byte. @throws WallchartError UNKNOWN_REMINDER */
export async function batchFile(db: Db, id: string, format: CardFormat): Promise<IssuedFile> {
  if (!isId(id)) throw unknown('batch', id);
  const { rows } = await sql<{
    bytes: Buffer;
    lang: Lang;
    issued_on: string;
    cards: number;
  }>`/* reminders.batch_file */
    select b.${sql.ref(format)} as bytes, b.lang, b.issued_on,
      (select count(*)::integer from reminder_card c where c.batch_id = b.id) as cards
    from reminder_batch b where b.id = ${id}::bigint`.execute(db);
  if (!rows[0]) throw unknown('batch', id);
  const { bytes, lang, issued_on: day, cards } = rows[0];
  const name = lang === 'zh' ? `提醒卡 ${day} 共${cards}张` : `Reminders ${day} (${cards})`;
  return { bytes, name, digest: `batch-${id}` };
}

/** What is kept of one card beside what it says. */
export interface NewCard {
  readonly frozen: FrozenCard;
  readonly given: DocumentNumber;
  readonly text: string;
  readonly digest: string;
  readonly files: CardFiles;
}

/** Writes a batch with its cards and returns its id. */
export async function insertBatch(
  transaction: Db,
  batch: Omit<BatchRow, 'id' | 'cardCount'>,
  files: CardFiles,
  cards: readonly NewCard[],
): Promise<string> {
  const { id } = await transaction
    .insertInto('reminder_batch')
    .values({
      campaign: batch.campaign,
      unit_code: batch.unitCode,
      lang: batch.lang,
      as_of: batch.asOf,
      known_at: batch.knownAt,
      issuer: batch.issuer,
      issued_on: batch.issuedOn,
      reply_by: batch.replyBy,
      issued_at: batch.issuedAt,
      issued_by: batch.issuedBy,
      docx: files.docx,
      pdf: files.pdf,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const { frozen, given, text, digest, files: own } of cards) {
    await transaction
      .insertInto('reminder_card')
      .values({
        batch_id: id,
        unit_code: frozen.unit,
        case_no: frozen.caseNo,
        rule: frozen.rule,
        issuer: given.issuer,
        year: given.year,
        serial: given.serial,
        number: frozen.number,
        frozen: text,
        digest,
        docx: own.docx,
        pdf: own.pdf,
      })
      .execute();
  }
  return id;
}
