import { sql } from 'kysely';
import { WallchartError } from '../../../domain/errors.ts';
import { fixKnownAt } from '../../../recording/known-at.ts';
import { explainChanges } from '../amending/explain-changes.ts';
import { printErratum } from '../amending/print-erratum.ts';
import { rewritingOfDraft } from '../amending/rewriting.ts';
import { childKindsOf } from '../child-kinds.ts';
import {
  changedMeanwhile,
  draftCircular,
  requireCircular,
  requireDraft,
  subjectOf,
  type DraftInput,
} from '../circular.service.ts';
import { editionsOf, sealedOf, type CircularRow, type DraftRow, type EditionRow } from '../circular.store.ts';
import { inRecording, type DocumentContext, type RecordingContext } from '../document-context.ts';
import { buildPage, type Page } from '../pages/build-document.ts';
import { contradictionsOf, type Contradiction } from '../pages/contradictions.ts';
import { renderFiles } from '../pages/render-files.ts';
import { reasonOf } from '../pages/warnings.ts';
import type { Subject } from '../subject.ts';
import { takeNumberOf } from './numbering.ts';
import { printAlike } from './print-alike.ts';
import { documentOf, serializeSealed, metricVersions, parseSealed, type Frozen } from './frozen.ts';
import { frozenEdition, insertEdition } from './edition.store.ts';

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
 * its number, freezes what it says and rests on, and keeps its files.
 *
 * @throws WallchartError UNKNOWN_CIRCULAR, CIRCULAR_NOT_IN_DRAFT, CIRCULAR_CHANGED_MEANWHILE, IMPORT_RUNNING, BAD_INPUT,
 * CIRCULAR_CONTRADICTS_FIGURES; CIRCULAR_SEALED_ALREADY for the text of another circular; NUMBER_TAKEN
 */
export function sealCircular(
  documents: DocumentContext,
  id: string,
  revision: number,
  input: SealingInput = { number: null },
): Promise<SealedEdition> {
  return inRecording(documents, async (inside) => {
    const row = await lockDraft(inside, id, revision);
    await lockSubject(inside, row);
    const knownAt = await fixKnownAt(inside.db);
    const ready = await readyAt(inside, row, requireDraft(row), knownAt);
    const twin = ready.editions.length === 0 ? await alike(inside, row, ready) : null;
    if (twin) throw sealedAlready(twin, true);
    return sealReady(inside, ready, input);
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
  try {
    return await inRecording(documents, async (inside) => {
      const row = await requireCircular(inside, await draftCircular(inside, input));
      await lockSubject(inside, row);
      const knownAt = await fixKnownAt(inside.db);
      const ready = await readyAt(inside, row, requireDraft(row), knownAt);
      const twin = await alike(inside, row, ready);
      const other = (await sealedOf(inside.db, row)).findLast(({ lang }) => lang === row.lang);
      const sameDay = input.issuedOn === null || twin?.issuedOn === input.issuedOn;
      const sameNumber = sealing.number === null || twin?.serial === sealing.number;
      if (twin && sameDay && sameNumber) throw new SealedAsIs(twin);
      if (twin ?? other) throw sealedAlready((twin ?? other)!, false);
      return sealReady(inside, ready, sealing);
    });
  } catch (error) {
    // The draft that was written to be compared goes with its transaction.
    if (error instanceof SealedAsIs) return error.edition;
    throw error;
  }
}

class SealedAsIs extends Error {
  readonly edition: SealedEdition;
  constructor({ circular, edition, number }: SealedEdition) {
    super('sealed already');
    this.edition = { circular, edition, number };
  }
}

/** The circular, its draft locked until the transaction ends. */
async function lockDraft(documents: RecordingContext, id: string, revision: number): Promise<CircularRow> {
  requireDraft(await requireCircular(documents, id));
  await sql`/* circulars.lock_draft */ select from circular_draft where circular_id = ${id}::bigint for update`.execute(
    documents.db,
  );
  const row = await requireCircular(documents, id);
  const draft = requireDraft(row);
  if (draft.revision !== revision) throw changedMeanwhile(id, revision, draft.revision);
  return row;
}

/** One at a time of a unit and a day: whether a text is sealed already must not change while it is looked for. */
async function lockSubject({ db }: RecordingContext, { campaign, unitCode, asOf }: CircularRow): Promise<void> {
  const subject = ['wallchart.seal', campaign, unitCode, asOf].join(' ');
  await sql`select pg_advisory_xact_lock(hashtext(${subject}))`.execute(db);
}

/** A draft with all that it says at the moment of sealing. */
interface ReadyDraft {
  readonly row: CircularRow;
  readonly content: DraftRow['content'];
  readonly subject: Subject & { readonly knownAt: string };
  readonly editions: readonly EditionRow[];
  readonly page: Page;
}

async function readyAt(
  documents: DocumentContext,
  row: CircularRow,
  draft: DraftRow,
  knownAt: string,
): Promise<ReadyDraft> {
  const open = await subjectOf(documents, row, knownAt);
  const previous = open.previous && { ...open.previous, knownAt: open.previous.knownAt ?? knownAt };
  const subject = { ...open, knownAt, previous };
  const { content } = draft;
  const [editions, childKinds, rewriting] = await Promise.all([
    editionsOf(documents.db, [row.id]),
    childKindsOf(documents, subject.unit),
    rewritingOfDraft(documents, row, knownAt),
  ]);
  const page = await buildPage(documents, subject, content, childKinds, { number: null, createdAt: knownAt });
  refuseContradictions(row, contradictionsOf(row.lang, content, page.figures, rewriting));
  return { row, content, subject, editions, page };
}

/** What is sealed of the same unit and day in the same language, and prints the same. */
async function alike(
  { db }: DocumentContext,
  row: CircularRow,
  { content, page }: ReadyDraft,
): Promise<(SealedEdition & { readonly issuedOn: string; readonly serial: number }) | null> {
  for (const { lang, circular, edition, number, serial } of await sealedOf(db, row)) {
    if (lang !== row.lang) continue;
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

async function sealReady(
  documents: RecordingContext,
  { row, content, subject, editions, page }: ReadyDraft,
  { number: serial }: SealingInput,
): Promise<SealedEdition> {
  const { knownAt, previous } = subject;
  const input = { row, subject, content, figures: () => Promise.resolve(page.figures) };
  const { text: number, ...given } = await takeNumberOf(documents, input, editions, serial);
  const edition = editions.length + 1;
  const last = editions.at(-1);
  const sealedBefore = last ? parseSealed(await frozenEdition(documents.db, row.id, last.edition)) : null;
  const erratum = sealedBefore ? await explainChanges(documents, subject, sealedBefore, { ...page, content }) : [];
  const document = { ...page.document, number, draft: false };
  const frozen: Frozen = {
    format: 1,
    circular: row.id,
    edition,
    number,
    campaign: row.campaign,
    unit: row.unitCode,
    lang: row.lang,
    asOf: row.asOf,
    knownAt,
    tree: 'then',
    previous,
    replyDays: row.replyDays,
    sealedAt: knownAt,
    sealedBy: documents.db.principal.name,
    content,
    figures: page.figures,
    metrics: metricVersions(page.figures),
    erratum,
    document: last ? printErratum(document, number, edition, erratum) : document,
  };
  const { text, digest } = serializeSealed(frozen);
  await insertEdition(documents.db, frozen, given, {
    text,
    digest,
    files: await renderFiles(documentOf(frozen, digest)),
  });
  return { circular: row.id, edition, number };
}

/** Number of sentences in the message; the page lists all. */
const MOST_TOLD = 3;

function refuseContradictions({ id, lang }: CircularRow, contradictions: readonly Contradiction[]): void {
  const [first] = contradictions;
  if (!first) return;
  const count = contradictions.length;
  const told = contradictions.slice(0, MOST_TOLD).map((one) => {
    const where = lang === 'zh' ? `第${one.paragraph}段` : `Paragraph ${one.paragraph}: `;
    return `${where}${reasonOf(one, lang)}`;
  });
  throw new WallchartError(
    'CIRCULAR_CONTRADICTS_FIGURES',
    `${count} sentences contradict the figures; nothing was sealed. 有${count}句与数据不符，未定稿。${told.join(' ')}`,
    {
      circular: id,
      paragraph: first.paragraph,
      contradictions: contradictions.map(({ code, paragraph, sentence }) => ({ code, paragraph, sentence })),
    },
  );
}
