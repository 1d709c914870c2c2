import type { Lang } from '../../domain/text.ts';
import { WallchartError } from '../../domain/errors.ts';
import type { OrgUnit } from '../units/index.ts';
import { planDefaultAnnexes } from './annexes/default-annexes.ts';
import { figuresOf, type AnnexChoice, type CircularContent } from './content/content.ts';
import { parseContent, refusal, type ContentProblem } from './content/parse-content.ts';
import { draftHead } from './draft-head.ts';
import { loadFigureData } from './figures/figure-data.ts';
import { previousOf } from './previous.ts';
import { officeSettings } from './settings/settings.service.ts';
import { bindingsOf, composeBody, plansOf } from './sentences/compose.ts';
import { INTRODUCTION } from './sentences/introduction.ts';
import { SECTIONS, type SectionId } from './sentences/sentence.ts';
import { childKindsOf } from './child-kinds.ts';
import * as store from './circular.store.ts';
import type { DocumentContext } from './document-context.ts';
import { unitNamesIn, type Subject } from './subject.ts';

export interface DraftInput {
  readonly campaign: string;
  /** Null for the campaign's own unit. */
  readonly unit: string | null;
  /** Null for the campaign's default day. */
  readonly asOf: string | null;
  readonly lang: Lang;
  /** Null for all. */
  readonly sections: readonly SectionId[] | null;
  /** Null for those that have something to show. */
  readonly annexes: readonly AnnexChoice[] | null;
  /** Day that changes are counted from; null for the last sealed circular, else the end of the month before. */
  readonly previous: string | null;
  readonly replyDays: number | null;
  /** Its date; null for what its office has set. */
  readonly issuedOn: string | null;
}

const REPLY_DAYS = 10;

/**
 * Writes a new circular from the sentence templates and keeps it as a draft.
 *
 * @returns its id
 * @throws WallchartError UNKNOWN_CAMPAIGN, UNKNOWN_UNIT, OUTSIDE_CAMPAIGN, BAD_INPUT
 */
export async function draftCircular(documents: DocumentContext, input: DraftInput): Promise<string> {
  const circular = await composeCircular(documents, input);
  return documents.record((db) => store.insertCircular(db, circular));
}

/** The same before it is kept. */
export async function composeCircular(documents: DocumentContext, input: DraftInput): Promise<store.NewCircular> {
  const wordsKnownAt = await store.lastRecordedAt(documents.db);
  const subject = await subjectOfInput(documents, input);
  const content = await writeContent(documents, subject, input);
  return {
    campaign: subject.campaign.id,
    unitCode: subject.unit.code,
    lang: subject.lang,
    asOf: subject.asOf,
    previousAsOf: subject.previous?.asOf ?? null,
    previousKnownAt: subject.previous?.knownAt ?? null,
    replyDays: subject.replyDays,
    content,
    wordsKnownAt,
  };
}

/** What an input comes to, before anything is written. */
export async function subjectOfInput(documents: DocumentContext, input: DraftInput): Promise<Subject> {
  const campaign = await documents.campaigns.require(input.campaign);
  const asOf = input.asOf ?? (await documents.campaigns.defaultAsOf(campaign));
  const unit = await documents.units.require(input.unit ?? campaign.unitCode, asOf);
  requireInside(unit, campaign.unitCode, campaign.id);
  const replyDays = input.replyDays ?? REPLY_DAYS;
  if (!Number.isInteger(replyDays) || replyDays < 0 || replyDays > 366)
    throw new WallchartError('BAD_INPUT', 'replyDays: expected 0 to 366 days.');
  const previous = await previousOf(documents.db, campaign, unit.code, asOf, input.previous);
  const nameOf = await unitNamesIn(input.lang);
  return { campaign, unit, lang: input.lang, nameOf, asOf, knownAt: null, previous, replyDays };
}

/** The text that writes itself. */
export async function writeContent(
  documents: DocumentContext,
  subject: Subject,
  { sections, annexes, issuedOn }: Pick<DraftInput, 'sections' | 'annexes' | 'issuedOn'>,
): Promise<CircularContent> {
  const plans = plansOf(sections ?? SECTIONS);
  const childKinds = await childKindsOf(documents, subject.unit);
  const data = await loadFigureData(documents, subject, bindingsOf([INTRODUCTION, ...plans]));
  const { settings } = await officeSettings(documents, subject.unit, subject.lang);
  const head = draftHead(subject, settings, annexes ?? planDefaultAnnexes(data), documents.today);
  return { ...head, issuedOn: issuedOn ?? head.issuedOn, body: composeBody(data, plans, childKinds) };
}

/** A circular outside its campaign would be all zeros; one of a village is its case. */
function requireInside(unit: OrgUnit, campaignUnit: string, campaign: string): void {
  if (!unit.levelCodes.includes(campaignUnit)) {
    throw new WallchartError(
      'OUTSIDE_CAMPAIGN',
      `${unit.code} ${unit.name} is outside the campaign ${campaign}, which is that of unit ${campaignUnit}. 该单位不在本批次范围内。`,
      { unit: unit.code, campaign, campaignUnit },
    );
  }
  if (unit.level > 4) {
    throw new WallchartError(
      'BAD_INPUT',
      `${unit.name} has no units below it: a circular is that of a town or above. 村（社区）一级不发通报。`,
      { unit: unit.code },
    );
  }
}

/** A circular that exists. @throws WallchartError UNKNOWN_CIRCULAR */
export async function requireCircular(documents: Pick<DocumentContext, 'db'>, id: string): Promise<store.CircularRow> {
  const found = await store.findCircular(documents.db, id);
  if (found) return found;
  throw new WallchartError('UNKNOWN_CIRCULAR', `Circular "${id}" does not exist. 没有这份通报。`, { circular: id });
}

/** What a kept circular is about, as known at a moment. */
export async function subjectOf(
  documents: DocumentContext,
  row: store.CircularHead,
  knownAt: string | null,
): Promise<Subject> {
  const campaign = await documents.campaigns.require(row.campaign);
  const unit = await documents.units.require(row.unitCode, row.asOf);
  const { previousAsOf, previousKnownAt: known } = row;
  const previous = previousAsOf === null ? null : { asOf: previousAsOf, knownAt: known, sealed: known !== null };
  const nameOf = await unitNamesIn(row.lang);
  return { campaign, unit, lang: row.lang, nameOf, asOf: row.asOf, knownAt, previous, replyDays: row.replyDays };
}

/** The draft of a circular. @throws WallchartError CIRCULAR_NOT_IN_DRAFT */
export function requireDraft({ id, draft }: store.CircularRow): store.DraftRow {
  if (draft) return draft;
  throw new WallchartError(
    'CIRCULAR_NOT_IN_DRAFT',
    `Circular ${id} is sealed: amend it to write a new edition. 通报已定稿，如需更正请印发更正稿。`,
    { circular: id },
  );
}

/**
 * Keeps what the clerk wrote as the next revision.
 *
 * @throws WallchartError CIRCULAR_CHANGED_MEANWHILE if the draft is no longer at `revision`; BAD_INPUT and the codes of
 * `parseContent` for what is malformed, with its place
 */
export async function saveCircular(
  documents: DocumentContext,
  id: string,
  revision: number,
  value: unknown,
): Promise<void> {
  const row = await requireCircular(documents, id);
  const draft = requireDraft(row);
  const content = parseContent(value);
  const problems = await unknownUnits(documents, row, content);
  if (problems.length > 0) throw refusal(problems);
  if (draft.revision !== revision || !(await documents.record((db) => store.updateDraft(db, id, revision, content)))) {
    const now = (await store.findCircular(documents.db, id))?.draft?.revision;
    throw changedMeanwhile(id, revision, now ?? null);
  }
}

export const changedMeanwhile = (id: string, revision: number, now: number | null): WallchartError =>
  new WallchartError(
    'CIRCULAR_CHANGED_MEANWHILE',
    `Someone else changed the draft of circular ${id}: it is at revision ${now ?? '(none)'}, not ${revision}. ` +
      'Reload it and apply your changes again. 草稿已被他人修改，请刷新后再改。',
    { circular: id, revision: now },
  );

/** Bindings to units that do not exist or lie outside the circular's unit. */
async function unknownUnits(
  documents: DocumentContext,
  row: store.CircularRow,
  content: CircularContent,
): Promise<ContentProblem[]> {
  const bound = figuresOf(content).flatMap(({ attrs: { key, bind } }) =>
    'unit' in bind && bind.unit ? [{ key, unit: bind.unit }] : [],
  );
  const codes = [...new Set(bound.map(({ unit }) => unit))];
  const found = await documents.units.unit.loadMany(codes.map((code) => ({ code, on: row.asOf })));
  const inside = new Set(
    found.flatMap((unit) =>
      unit && !(unit instanceof Error) && unit.levelCodes.includes(row.unitCode) ? [unit.code] : [],
    ),
  );
  return bound
    .filter(({ unit }) => !inside.has(unit))
    .map(({ key, unit }) => ({
      code: 'UNKNOWN_UNIT',
      ...placeOf(content, key),
      message: `there is no unit ${unit} in ${row.unitCode}`,
    }));
}

function placeOf({ body }: CircularContent, key: string): Pick<ContentProblem, 'path' | 'paragraph'> {
  const block = body.content.findIndex(({ content = [] }) =>
    content.some((node) => node.type === 'figure' && node.attrs.key === key),
  );
  const inline = (body.content[block]?.content ?? []).findIndex(
    (node) => node.type === 'figure' && node.attrs.key === key,
  );
  return { path: `body.content[${block}].content[${inline}].attrs.bind.unit`, paragraph: block + 1 };
}

/** Takes a draft back; the sealed editions stay. */
export async function discardDraft(documents: DocumentContext, id: string): Promise<void> {
  requireDraft(await requireCircular(documents, id));
  await documents.record((db) => store.deleteDraft(db, id));
}
