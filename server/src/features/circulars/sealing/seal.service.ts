import { sql } from 'kysely';
import { WallchartError } from '../../../domain/errors.ts';
import { printErratum } from '../amending/print-erratum.ts';
import {
  changedMeanwhile,
  composeCircular,
  requireCircular,
  requireDraft,
  type DraftInput,
} from '../circular.service.ts';
import {
  editionsOf,
  insertCircular,
  sealedOf,
  type CircularHead,
  type CircularRow,
  type DraftRow,
} from '../circular.store.ts';
import { inRecording, type DocumentContext, type RecordingContext } from '../document-context.ts';
import { frozenEdition, insertEdition } from './edition.store.ts';
import { metricVersions, parseSealed, type Frozen } from './frozen.ts';
import { takeNumberOf } from './numbering.ts';
import { readyDraft, type ReadyDraft } from './ready-draft.ts';
import { printAlike } from './print-alike.ts';

export interface SealedEdition {
  readonly circular: string;
  readonly edition: number;
  readonly number: string;
}

/** What may be said of a sealing besides what to seal. */
export interface SealingInput {
  /** Given by hand, where the office's register stands elsewhere; null for the next. */
  readonly number: number | null;
}

/**
 * Seals the draft of a circular as its next edition, all or nothing: fixes the moment its figures are known at, gives it
 * its number, and freezes what it says and rests on. Its files are rendered from that afterwards, by `storeFiles`.
 *
 * @throws WallchartError UNKNOWN_CIRCULAR, CIRCULAR_NOT_IN_DRAFT, CIRCULAR_CHANGED_MEANWHILE, IMPORT_RUNNING, BAD_INPUT,
 * CIRCULAR_CONTRADICTS_FIGURES; CIRCULAR_SEALED_ALREADY for the text of another circular; NUMBER_TAKEN
 */
export async function sealCircular(
  documents: DocumentContext,
  id: string,
  revision: number,
  input: SealingInput = { number: null },
): Promise<SealedEdition> {
  const row = await requireCircular(documents, id);
  const draft = draftAt(row, revision);
  const ready = await readyDraft(documents, row, draft, await editionsOf(documents.db, [id]));
  return inRecording(documents, async (inside) => {
    await lockDraft(inside, row, draft);
    await lockSubject(inside, row);
    const twin = ready.editions.length === 0 ? await alike(inside, ready) : null;
    if (twin) throw sealedAlready(twin, true);
    return sealReady(inside, ready, input, () => Promise.resolve(id));
  });
}

/**
 * Writes a new circular and seals it, all or nothing: when it does not come to its end, no draft stays behind. What is
 * sealed already is not sealed again: the same text gives the same edition.
 *
 * @throws WallchartError UNKNOWN_CAMPAIGN, UNKNOWN_UNIT, OUTSIDE_CAMPAIGN, IMPORT_RUNNING, BAD_INPUT, NUMBER_TAKEN;
 * CIRCULAR_SEALED_ALREADY if one of the same unit, day and language is sealed and says otherwise
 */
export async function sealNewCircular(
  documents: DocumentContext,
  input: DraftInput,
  sealing: SealingInput = { number: null },
): Promise<SealedEdition> {
  const circular = await composeCircular(documents, input);
  const ready = await readyDraft(documents, circular, circular, []);
  return inRecording(documents, async (inside) => {
    await lockSubject(inside, circular);
    const twin = await alike(inside, ready);
    const other = (await sealedOf(inside.db, circular)).findLast(({ lang }) => lang === circular.lang);
    const sameDay = input.issuedOn === null || twin?.issuedOn === input.issuedOn;
    const sameNumber = sealing.number === null || twin?.serial === sealing.number;
    if (twin && sameDay && sameNumber) return editionOf(twin);
    if (twin ?? other) throw sealedAlready((twin ?? other)!, false);
    return sealReady(inside, ready, sealing, () => insertCircular(inside.db, circular));
  });
}

const editionOf = ({ circular, edition, number }: SealedEdition): SealedEdition => ({ circular, edition, number });

/** @throws WallchartError CIRCULAR_NOT_IN_DRAFT, CIRCULAR_CHANGED_MEANWHILE */
function draftAt(row: CircularRow, revision: number): DraftRow {
  const draft = requireDraft(row);
  if (draft.revision !== revision) throw changedMeanwhile(row.id, revision, draft.revision);
  return draft;
}

/** Locks a draft until the transaction ends; it must be the one that was read. */
async function lockDraft(documents: RecordingContext, { id }: CircularRow, read: DraftRow): Promise<void> {
  await sql`/* circulars.lock_draft */ select from circular_draft where circular_id = ${id}::bigint for update`.execute(
    documents.db,
  );
  const now = draftAt(await requireCircular(documents, id), read.revision);
  if (now.updatedAt !== read.updatedAt) throw changedMeanwhile(id, read.revision, now.revision);
}

/** One at a time of a unit and a day: whether a text is sealed already must not change while it is looked for. */
async function lockSubject({ db }: RecordingContext, { campaign, unitCode, asOf }: CircularHead): Promise<void> {
  const subject = ['wallchart.seal', campaign, unitCode, asOf].join(' ');
  await sql`select pg_advisory_xact_lock(hashtext(${subject}))`.execute(db);
}

/** What is sealed of the same unit and day in the same language, and prints the same. */
async function alike(
  { db }: RecordingContext,
  { head, content, page }: ReadyDraft,
): Promise<(SealedEdition & { readonly issuedOn: string; readonly serial: number }) | null> {
  for (const { lang, circular, edition, number, serial } of await sealedOf(db, head)) {
    if (lang !== head.lang) continue;
    const frozen = parseSealed(await frozenEdition(db, circular, edition));
    if (printAlike(frozen, { content, figures: page.figures }))
      return { circular, edition, number, serial, issuedOn: frozen.content.issuedOn };
  }
  return null;
}

function sealedAlready({ circular, edition, number }: SealedEdition, same: boolean): WallchartError {
  const what = same
    ? `This text is sealed already as ${number}; discard the draft and take its files. 这一文本已定稿为${number}，请放弃草稿，直接下载该件。`
    : `${number} of the same unit, day and language is sealed already and says otherwise: write it as it was sealed ` +
      `(wallchart circular --circular ${circular} --out FILE), or amend it on the page of circulars. ` +
      `同一单位、同一截止日已定稿${number}，内容与现在不同：要原件，用 --circular ${circular}；要更正，在通报页面“印发更正”。`;
  return new WallchartError('CIRCULAR_SEALED_ALREADY', what, { circular, edition, number });
}

/** Takes the number and keeps the edition of a circular, whose id is asked for when nothing can be refused any more. */
async function sealReady(
  documents: RecordingContext,
  { head, content, subject, editions, page, erratum }: ReadyDraft,
  { number: serial }: SealingInput,
  circularId: () => Promise<string>,
): Promise<SealedEdition> {
  const { knownAt, previous } = subject;
  const input = { row: head, subject, content, editions, figures: () => Promise.resolve(page.figures) };
  const { text: number, ...given } = await takeNumberOf(documents, input, serial);
  const edition = editions.length + 1;
  const circular = await circularId();
  const document = { ...page.document, number, draft: false };
  const frozen: Frozen = {
    format: 1,
    circular,
    edition,
    number,
    campaign: head.campaign,
    unit: head.unitCode,
    lang: head.lang,
    asOf: head.asOf,
    knownAt,
    tree: 'then',
    previous,
    replyDays: head.replyDays,
    sealedAt: knownAt,
    sealedBy: documents.db.principal.name,
    content,
    figures: page.figures,
    metrics: metricVersions(page.figures),
    erratum,
    document: edition > 1 ? printErratum(document, number, edition, erratum) : document,
  };
  await insertEdition(documents.db, frozen, given);
  return { circular, edition, number };
}
