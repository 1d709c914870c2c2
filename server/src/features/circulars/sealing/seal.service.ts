import type { Db } from '@wallchart/db';
import { sql } from 'kysely';
import { WallchartError } from '../../../errors.ts';
import { createMetricEngine } from '../../../metrics/index.ts';
import { takeNumber, writeNumber, type DocumentNumber } from '../../../sealing/document-number.ts';
import { fixKnownAt } from '../../../sealing/known-at.ts';
import { explainChanges } from '../amending/explain-changes.ts';
import { printErratum } from '../amending/print-erratum.ts';
import { rewritingOfDraft } from '../amending/rewriting.ts';
import {
  changedMeanwhile,
  childKindsOf,
  draftCircular,
  requireCircular,
  requireDraft,
  subjectOf,
  type DraftWish,
} from '../circular.service.ts';
import { editionsOf, type CircularRow, type DraftRow, type EditionRow } from '../circular.store.ts';
import { deskOf, type CircularDesk } from '../desk.ts';
import { buildPage } from '../pages/build-document.ts';
import { contradictionsOf, type Contradiction } from '../pages/contradictions.ts';
import { renderFiles } from '../pages/render-files.ts';
import { reasonOf } from '../pages/warnings.ts';
import { documentOf, freeze, metricVersions, thaw, type Frozen } from './frozen.ts';
import { frozenEdition, insertEdition } from './edition.store.ts';

export interface SealedEdition {
  readonly circular: string;
  readonly edition: number;
  readonly number: string;
}

/**
 * Seals the draft of a circular as its next edition, all or nothing: fixes the moment its figures are known at, gives it
 * its number, freezes what it says and rests on, and keeps its files.
 *
 * @throws WallchartError UNKNOWN_CIRCULAR, CIRCULAR_NOT_IN_DRAFT, CIRCULAR_CHANGED_MEANWHILE, IMPORT_RUNNING, BAD_INPUT
 */
export function sealCircular(desk: CircularDesk, id: string, revision: number): Promise<SealedEdition> {
  return inTransaction(desk, async (inside) => {
    const row = await lockDraft(inside, id, revision);
    const knownAt = await fixKnownAt(inside.db);
    return sealAt(inside, row, requireDraft(row), knownAt);
  });
}

/**
 * Writes a new circular and seals it, all or nothing: when it does not come to its end, no draft stays behind.
 *
 * @throws WallchartError UNKNOWN_CAMPAIGN, UNKNOWN_UNIT, OUTSIDE_CAMPAIGN, IMPORT_RUNNING, BAD_INPUT
 */
export function sealNewCircular(desk: CircularDesk, wish: DraftWish): Promise<SealedEdition> {
  return inTransaction(desk, async (inside) => {
    const knownAt = await fixKnownAt(inside.db);
    const row = await requireCircular(inside, await draftCircular(inside, wish));
    return sealAt(inside, row, requireDraft(row), knownAt);
  });
}

/** Everything is read through the transaction: many may seal at once, and none waits for another's connection. */
function inTransaction<T>(desk: CircularDesk, work: (inside: CircularDesk) => Promise<T>): Promise<T> {
  return desk.db.transaction().execute((transaction) => {
    const source = { db: transaction, engine: createMetricEngine(transaction), scope: desk.scope };
    return work(deskOf(source, desk.today, desk.user));
  });
}

/** The circular, its draft locked until the transaction ends. */
async function lockDraft(desk: CircularDesk, id: string, revision: number): Promise<CircularRow> {
  requireDraft(await requireCircular(desk, id));
  await sql`/* circulars.lock_draft */ select from circular_draft where circular_id = ${id}::bigint for update`.execute(
    desk.db,
  );
  const row = await requireCircular(desk, id);
  const draft = requireDraft(row);
  if (draft.revision !== revision) throw changedMeanwhile(id, revision, draft.revision);
  return row;
}

async function sealAt(desk: CircularDesk, row: CircularRow, draft: DraftRow, knownAt: string): Promise<SealedEdition> {
  const open = await subjectOf(desk, row, knownAt);
  const previous = open.previous && { ...open.previous, knownAt: open.previous.knownAt ?? knownAt };
  const subject = { ...open, knownAt, previous };
  const editions = await editionsOf(desk.db, [row.id]);
  const { content } = draft;
  const [childKinds, given] = await Promise.all([
    childKindsOf(desk, subject.unit),
    numberOf(desk.db, editions, content),
  ]);
  const number = writeNumber(given, row.lang);
  const edition = editions.length + 1;
  const [page, rewriting] = await Promise.all([
    buildPage(desk, subject, content, childKinds, { number, createdAt: knownAt }),
    rewritingOfDraft(desk, row, knownAt),
  ]);
  refuseContradictions(row, contradictionsOf(row.lang, content, page.figures, rewriting));
  const last = editions.at(-1);
  const sealedBefore = last ? thaw(await frozenEdition(desk.db, row.id, last.edition)) : null;
  const erratum = sealedBefore ? await explainChanges(desk, subject, sealedBefore, { ...page, content }) : [];
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
    sealedBy: desk.user,
    content,
    figures: page.figures,
    metrics: metricVersions(page.figures),
    erratum,
    document: last ? printErratum(page.document, number, edition, erratum) : page.document,
  };
  const { text, digest } = freeze(frozen);
  await insertEdition(desk.db, frozen, given, { text, digest, files: await renderFiles(documentOf(frozen, digest)) });
  return { circular: row.id, edition, number };
}

/** Sentences that are told; the page lists all. */
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

/** A later edition keeps the number of the first, and so its issuer; the first takes the next one. */
async function numberOf(
  db: Db,
  editions: readonly EditionRow[],
  { issuer, issuedOn }: DraftRow['content'],
): Promise<DocumentNumber> {
  const [first] = editions;
  if (!first) return takeNumber(db, 'circular', issuer, Number(issuedOn.slice(0, 4)));
  if (first.issuer !== issuer) {
    throw new WallchartError(
      'BAD_INPUT',
      `issuer: the number ${first.number} is one of ${first.issuer}; a new edition keeps it. 更正版不能更换发文机关。`,
      { place: 'issuer' },
    );
  }
  return { issuer: first.issuer, year: first.year, serial: first.serial };
}
