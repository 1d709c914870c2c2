import { sql, type RawBuilder } from 'kysely';
import type { RecorderDb, ViewerDb } from '../../../database/handles.ts';
import type { Lang } from '../../../domain/text.ts';
import { WallchartError } from '../../../domain/errors.ts';
import type { DocumentNumber } from '../../numbering/index.ts';
import { knownNow, levelCodes, validOn } from '../../../ledger/temporal/index.ts';
import { parseIssuedCard, type FrozenCard } from './frozen.ts';

/** An issued card without its files. */
export interface CardRow {
  readonly id: string;
  readonly batch: string;
  readonly campaign: string;
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
  /** What it says. */
  readonly card: FrozenCard;
  /** Null while it stands. */
  readonly voided: CardVoid | null;
  /** Places of the matters about a unit that was asked for, from 1; null: all. */
  readonly within: readonly number[] | null;
}

/** Records that a card was declared void (作废). */
export interface CardVoid {
  readonly reason: string;
  /** ISO moment. */
  readonly voidedAt: string;
  readonly voidedBy: string;
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

/** Cards, whether they were void at a moment (null: now), and which of their matters are about a unit. */
const cardsAt = (
  moment: string | null,
  unit: string | null = null,
) => sql`select c.id::text as id, c.batch_id::text as batch, b.campaign, c.number,
    c.issuer, b.lang, b.as_of as "asOf", b.known_at as "knownAt", b.issued_on as "issuedOn", b.issued_at as "issuedAt",
    b.issued_by as "issuedBy", b.reply_by as "replyBy", c.digest, c.frozen, v.reason, v.voided_at as "voidedAt",
    v.voided_by as "voidedBy", ${
      unit === null
        ? sql`null::integer[]`
        : sql`array(select m.position from reminder_matter m
      where m.card_id = c.id and ${laysIn(unit)})`
    } as within
  from reminder_card c join reminder_batch b on b.id = c.batch_id
    left join reminder_void v on v.card_id = c.id and ${moment === null ? sql`true` : sql`v.voided_at <= ${moment}::timestamptz`}`;

type StoredCard = Omit<CardRow, 'card' | 'voided'> & { readonly frozen: string } & {
  readonly [K in keyof CardVoid]: CardVoid[K] | null;
};

async function readCards(db: ViewerDb, query: RawBuilder<StoredCard>): Promise<CardRow[]> {
  const { rows } = await query.execute(db);
  return rows.map(({ frozen, reason, voidedAt, voidedBy, ...row }) => ({
    ...row,
    card: parseIssuedCard(frozen),
    voided: reason === null ? null : { reason, voidedAt: voidedAt!, voidedBy: voidedBy! },
  }));
}

const BATCHES = sql`select b.id::text as id, b.campaign, b.unit_code as "unitCode", b.lang, b.as_of as "asOf",
    b.known_at as "knownAt", b.issuer, b.issued_on as "issuedOn", b.reply_by as "replyBy", b.issued_at as "issuedAt",
    b.issued_by as "issuedBy",
    (select count(*)::integer from reminder_card every where every.batch_id = b.id) as "cardCount"
  from reminder_batch b`;

const upTo = (moment: string | null) => (moment === null ? sql`true` : sql`b.issued_at <= ${moment}::timestamptz`);

/** Cards of a campaign about some organisations and units that stood at a moment, the latest first. */
export async function cardsOfUnits(
  db: ViewerDb,
  campaign: string,
  units: readonly string[],
  knownAt: string | null,
): Promise<CardRow[]> {
  if (units.length === 0) return [];
  return readCards(
    db,
    sql`/* reminders.of_units */ ${cardsAt(knownAt)}
    where b.campaign = ${campaign} and ${about(sql`m.unit_code = any(${[...units]}::text[])`)} and ${upTo(knownAt)}
      and v.card_id is null
    order by b.issued_on desc, c.id desc`,
  );
}

/** Cards that were issued about some cases up to a moment, with a cut-off up to a day; the first one first. */
export function cardsOfCases(
  db: ViewerDb,
  cases: readonly string[],
  { asOf, knownAt }: { readonly asOf: string; readonly knownAt: string | null },
): Promise<CardRow[]> {
  return readCards(
    db,
    sql`/* reminders.of_cases */ ${cardsAt(knownAt)}
    where ${about(sql`m.case_no = any(${[...cases]}::text[])`)} and b.as_of <= ${asOf}::date and ${upTo(knownAt)}
    order by b.issued_on, c.id`,
  );
}

/** Cards of some batches in the order of their numbers; of a unit: those about someone who lay in it on the cut-off. */
export function cardsOfBatches(
  db: ViewerDb,
  batches: readonly string[],
  { unit = null, knownAt = null }: { readonly unit?: string | null; readonly knownAt?: string | null } = {},
): Promise<CardRow[]> {
  return readCards(
    db,
    sql`/* reminders.of_batches */ ${cardsAt(knownAt, unit)}
    where c.batch_id = any(${[...batches]}::bigint[]) and ${unit === null ? sql`true` : about(laysIn(unit))}
    order by c.id`,
  );
}

/** A card as it stands now. @throws WallchartError UNKNOWN_REMINDER */
export async function requireCard(db: ViewerDb, id: string): Promise<CardRow> {
  const [row] = isId(id)
    ? await readCards(db, sql`/* reminders.card */ ${cardsAt(null)} where c.id = ${id}::bigint`)
    : [];
  if (row) return row;
  throw unknown('card', id);
}

/** Cards of a campaign with a number, as it is printed on them. */
export const cardsOfNumber = (db: ViewerDb, campaign: string, number: string): Promise<CardRow[]> =>
  readCards(
    db,
    sql`/* reminders.of_number */ ${cardsAt(null)}
    where b.campaign = ${campaign} and c.number = ${number} order by c.id`,
  );

/** Batches of a campaign, the latest first; of a unit: those issued within it, or about someone who lay in it. */
export async function listBatches(
  db: ViewerDb,
  campaign: string,
  unit: string | null,
  knownAt: string | null,
): Promise<BatchRow[]> {
  const { rows } = await sql<BatchRow>`/* reminders.batches */ ${BATCHES}
    where b.campaign = ${campaign} and ${unit === null ? sql`true` : concerns(unit)} and ${upTo(knownAt)}
    order by b.issued_at desc, b.id desc`.execute(db);
  return rows;
}

const about = (matter: RawBuilder<unknown>) =>
  sql`exists (select from reminder_matter m where m.card_id = c.id and ${matter})`;

const laysIn = (unit: string) => sql`exists (select from org_unit_version u
    where u.code = m.unit_code and ${knownNow('u')} and ${validOn('u', sql.ref('b.as_of'))}
      and ${unit} = any(${levelCodes('u')}))`;

const concerns = (unit: string) => sql`(b.unit_code = ${unit} or exists (
    select from reminder_card c where c.batch_id = b.id and ${about(laysIn(unit))}))`;

/** @throws WallchartError UNKNOWN_REMINDER */
export async function requireBatch(db: ViewerDb, id: string): Promise<BatchRow> {
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

/** A card to be kept, its files to follow. */
export interface NewCard {
  readonly frozen: FrozenCard;
  readonly given: DocumentNumber;
  readonly text: string;
  readonly digest: string;
}

/** Writes a batch with its cards and returns its id. */
export async function insertBatch(
  transaction: RecorderDb,
  batch: Omit<BatchRow, 'id' | 'cardCount'>,
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
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const { frozen, given, text, digest } of cards) {
    const card = await transaction
      .insertInto('reminder_card')
      .values({
        batch_id: id,
        issuer: given.issuer,
        year: given.year,
        serial: given.serial,
        number: frozen.number,
        frozen: text,
        digest,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await transaction
      .insertInto('reminder_matter')
      .values(
        frozen.matters.map(({ unit, caseNo }, i) => ({
          card_id: card.id,
          position: i + 1,
          rule: frozen.rule,
          unit_code: unit,
          case_no: caseNo,
        })),
      )
      .execute();
  }
  return id;
}

/** Notes that a card is void, from a moment on that is not before its issue. */
export async function insertVoid(transaction: RecorderDb, card: CardRow, reason: string): Promise<void> {
  await sql`/* reminders.void */ insert into reminder_void (card_id, reason, voided_at, voided_by)
    values (${card.id}::bigint, ${reason}, greatest(date_trunc('milliseconds', clock_timestamp()), ${card.issuedAt}::timestamptz),
      ${transaction.principal.name})`.execute(transaction);
}
