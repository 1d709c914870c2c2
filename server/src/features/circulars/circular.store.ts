import { sql } from 'kysely';
import type { RecorderDb, ViewerDb } from '../../database/handles.ts';
import type { Lang } from '../../domain/text.ts';
import { isRecordedAfter } from '../../ledger/temporal/index.ts';
import type { CircularContent } from './content/content.ts';

/** What a circular is about. */
export interface CircularHead {
  readonly campaign: string;
  readonly unitCode: string;
  readonly lang: Lang;
  readonly asOf: string;
  readonly previousAsOf: string | null;
  readonly previousKnownAt: string | null;
  readonly replyDays: number;
}

/** A circular as it is kept, with its draft if it has one. */
export interface CircularRow extends CircularHead {
  readonly id: string;
  readonly createdAt: string;
  readonly draft: DraftRow | null;
}

export interface DraftRow {
  readonly revision: number;
  readonly content: CircularContent;
  readonly updatedAt: string;
  /** The moment up to which its words were written from what was recorded. */
  readonly wordsKnownAt: string;
}

/** A sealed edition without its files. */
export interface EditionRow {
  readonly circular: string;
  readonly edition: number;
  readonly number: string;
  readonly title: string;
  readonly issuer: string;
  readonly year: number;
  readonly serial: number;
  readonly knownAt: string;
  readonly sealedAt: string;
  readonly sealedBy: string;
  readonly digest: string;
}

const iso = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const COLUMNS = sql`c.id::text as id, c.campaign, c.unit_code as "unitCode", c.lang, c.as_of as "asOf",
  c.previous_as_of as "previousAsOf", c.previous_known_at as "previousKnownAt", c.reply_days as "replyDays",
  c.created_at as "createdAt",
  case when d.circular_id is null then null
    else jsonb_build_object('revision', d.revision, 'content', d.content, 'updatedAt', ${iso('d.updated_at')},
      'wordsKnownAt', ${iso('d.words_known_at')}) end as draft`;

/** A circular by its number in the database; null when there is none. */
export async function findCircular(db: ViewerDb, id: string): Promise<CircularRow | null> {
  if (!/^\d{1,18}$/.test(id)) return null;
  const { rows } = await sql<CircularRow>`/* circulars.by_id */
    select ${COLUMNS} from circular c left join circular_draft d on d.circular_id = c.id
    where c.id = ${id}::bigint`.execute(db);
  return rows[0] ?? null;
}

/** The circulars of a campaign, or those of one unit in it, the latest cut-off first. */
export async function listCirculars(db: ViewerDb, campaign: string, unit: string | null): Promise<CircularRow[]> {
  const { rows } = await sql<CircularRow>`/* circulars.list */
    select ${COLUMNS} from circular c left join circular_draft d on d.circular_id = c.id
    where c.campaign = ${campaign} and ${unit === null ? sql`true` : sql`c.unit_code = ${unit}`}
    order by c.as_of desc, c.id desc`.execute(db);
  return rows;
}

/** The circulars of which an edition was sealed before a moment, the latest cut-off first. */
export async function listSealed(db: ViewerDb, before: string): Promise<CircularRow[]> {
  const { rows } = await sql<CircularRow>`/* circulars.sealed_before_moment */
    select ${COLUMNS} from circular c left join circular_draft d on d.circular_id = c.id
    where exists (select from circular_edition e where e.circular_id = c.id and e.known_at < ${before}::timestamptz)
    order by c.as_of desc, c.id desc`.execute(db);
  return rows;
}

/** Sealed editions of some circulars in one statement, the first edition first. */
export async function editionsOf(db: ViewerDb, ids: readonly string[]): Promise<EditionRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<EditionRow>`/* circulars.editions */
    select circular_id::text as circular, edition, number, title, issuer, year, serial, known_at as "knownAt",
      sealed_at as "sealedAt", sealed_by as "sealedBy", digest
    from circular_edition where circular_id = any(${[...ids]}::bigint[]) order by circular_id, edition`.execute(db);
  return rows;
}

/** A circular that was sealed, with its last edition. */
export interface SealedRow extends EditionRow {
  readonly lang: Lang;
}

/** What was sealed of a unit in a campaign on a day, the last edition of each, the earliest first. */
export async function sealedOf(
  db: ViewerDb,
  { campaign, unitCode, asOf }: Pick<CircularRow, 'campaign' | 'unitCode' | 'asOf'>,
): Promise<SealedRow[]> {
  const { rows } = await sql<SealedRow>`/* circulars.sealed_of */
    select distinct on (e.circular_id) e.circular_id::text as circular, e.edition, e.number, e.title, e.issuer, e.year,
      e.serial, e.known_at as "knownAt", e.sealed_at as "sealedAt", e.sealed_by as "sealedBy", e.digest, e.lang
    from circular_edition e join circular c on c.id = e.circular_id
    where c.campaign = ${campaign} and c.unit_code = ${unitCode} and c.as_of = ${asOf}::date
    order by e.circular_id, e.edition desc`.execute(db);
  return rows;
}

/** Whether a number of an issuer in a year was given to a text, in a language or in any. */
export async function isTaken(
  db: ViewerDb,
  { issuer, year, serial }: { readonly issuer: string; readonly year: number; readonly serial: number },
  lang: Lang | null = null,
): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`/* circulars.number_taken */
    select exists (select from circular_edition where issuer = ${issuer} and year = ${year} and serial = ${serial}
      and (${lang}::text is null or lang = ${lang})) as taken`.execute(db);
  return rows[0]!.taken;
}

export interface NewCircular extends CircularHead {
  readonly content: CircularContent;
  readonly wordsKnownAt: string;
}

/** Writes a new circular with its first draft and returns its id. */
export async function insertCircular(transaction: RecorderDb, circular: NewCircular): Promise<string> {
  const { id } = await transaction
    .insertInto('circular')
    .values({
      campaign: circular.campaign,
      unit_code: circular.unitCode,
      lang: circular.lang,
      as_of: circular.asOf,
      previous_as_of: circular.previousAsOf,
      previous_known_at: circular.previousKnownAt,
      reply_days: circular.replyDays,
      created_at: new Date().toISOString(),
      created_by: transaction.principal.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertDraft(transaction, id, circular.content, circular.wordsKnownAt);
  return id;
}

/** Writes the first revision of a draft; false if the circular has one already. */
export async function insertDraft(
  db: RecorderDb,
  id: string,
  content: CircularContent,
  wordsKnownAt: string,
): Promise<boolean> {
  const { rows } = await sql<{ revision: number }>`/* circulars.insert_draft */
    insert into circular_draft (circular_id, revision, content, updated_at, words_known_at)
    values (${id}::bigint, 1, ${JSON.stringify(content)}::jsonb, clock_timestamp(), ${wordsKnownAt}::timestamptz)
    on conflict do nothing returning revision`.execute(db);
  return rows.length > 0;
}

/** The moment of the last import or form that can be seen: what is read after this was recorded by then, or later. */
export async function lastRecordedAt(db: ViewerDb): Promise<string> {
  const { rows } = await sql<{ moment: string }>`/* circulars.last_recorded */
    select coalesce(max(recorded_at), clock_timestamp()) as moment from import_run`.execute(db);
  return rows[0]!.moment;
}

/** When an import or form was recorded; null if there is none. */
export async function recordedAtOf(db: ViewerDb, run: string): Promise<string | null> {
  if (!/^\d{1,18}$/.test(run)) return null;
  const { rows } = await sql<{ moment: string }>`/* circulars.run */
    select recorded_at as moment from import_run where id = ${run}::bigint`.execute(db);
  return rows[0]?.moment ?? null;
}

/** Whether anything was recorded after a moment. */
export async function recordedAfter(db: ViewerDb, moment: string): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`/* circulars.recorded_after */
    select exists (select from import_run i where ${isRecordedAfter('i', moment)}) as any`.execute(db);
  return rows[0]!.any;
}

/**
 * Writes the next revision of a draft; false if someone else wrote one since.
 *
 * @param wordsKnownAt where its words were rewritten
 */
export async function updateDraft(
  db: RecorderDb,
  id: string,
  revision: number,
  content: CircularContent,
  wordsKnownAt: string | null = null,
): Promise<boolean> {
  const { rows } = await sql<{ revision: number }>`/* circulars.update_draft */
    update circular_draft set revision = revision + 1, content = ${JSON.stringify(content)}::jsonb, updated_at = clock_timestamp(),
      words_known_at = coalesce(${wordsKnownAt}::timestamptz, words_known_at)
    where circular_id = ${id}::bigint and revision = ${revision} returning revision`.execute(db);
  return rows.length > 0;
}

/** Removes a draft; of a circular that was never sealed nothing is left. */
export async function deleteDraft(db: RecorderDb, id: string): Promise<void> {
  // The draft before its circular, as sealing locks them: otherwise the two would wait for each other.
  await sql`/* circulars.discard_draft */ delete from circular_draft where circular_id = ${id}::bigint`.execute(db);
  await sql`/* circulars.discard */
      delete from circular c where c.id = ${id}::bigint
        and not exists (select from circular_edition e where e.circular_id = c.id)`.execute(db);
}

/**
 * The last sealed circular of a unit in a campaign before a day, or the one of a day: its cut-off and the moment of its
 * last edition.
 */
export async function sealedBefore(
  db: ViewerDb,
  campaign: string,
  unit: string,
  { asOf, on }: { readonly asOf: string; readonly on: string | null },
): Promise<{ asOf: string; knownAt: string } | null> {
  const { rows } = await sql<{ asOf: string; knownAt: string }>`/* circulars.sealed_before */
    select c.as_of as "asOf", e.known_at as "knownAt" from circular c join circular_edition e on e.circular_id = c.id
    where c.campaign = ${campaign} and c.unit_code = ${unit} and c.as_of < ${asOf}::date
      and (${on}::date is null or c.as_of = ${on}::date)
    order by c.as_of desc, e.known_at desc limit 1`.execute(db);
  return rows[0] ?? null;
}
