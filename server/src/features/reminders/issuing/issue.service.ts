import { sql } from 'kysely';
import { WallchartError } from '../../../domain/errors.ts';
import type { RecorderDb } from '../../../database/handles.ts';
import { metricVersion } from '../../../metrics/index.ts';
import { takeNumber, writeNumber } from '../../numbering/index.ts';
import { fixKnownAt } from '../../../recording/known-at.ts';
import { inRecording, type DocumentContext, type Subject } from '../../circulars/index.ts';
import { planCards, type CardPlan, type CardPlanning } from '../plan-reminders.ts';
import { findCandidates, ruleOf, type Candidate } from '../rules/index.ts';
import { daysOf, headOf, subjectOf, type CardHeading, type CardInput } from '../subject.ts';
import { cardDocument } from '../writing/card-document.ts';
import { insertBatch, type NewCard } from './card.store.ts';
import { REPEAT_DAYS, withEarlierCards, type KnownCandidate } from './earlier-cards.ts';
import { serializeIssuedCard, type FrozenCard, type FrozenMatter } from './frozen.ts';

/** More at once would keep others waiting for their numbers. */
export const MOST_CARDS = 200;

export interface IssueInput extends Omit<CardInput, 'knownAt'> {
  /** Matters to issue cards for; null for all that are due. */
  readonly keys: readonly string[] | null;
  /** Null: ten. */
  readonly repeatDays: number | null;
  /** Issue another card also where the last one is recent. */
  readonly again: boolean;
  /** Null for the unit's own organisation department or committee. */
  readonly issuer: string | null;
  readonly planning: CardPlanning;
}

export interface Issued {
  readonly subject: Subject;
  /** Id of the batch. */
  readonly batch: string;
  /** Matters skipped, because a card about them is recent. */
  readonly skipped: readonly KnownCandidate[];
}

/**
 * Issues reminder cards as one batch, all or nothing: fixes the moment that their facts are known at, gives each its
 * number and freezes what it says. Their files are rendered from that afterwards, by `storeBatchFiles`.
 *
 * @throws WallchartError REMINDER_NOT_DUE for a matter that is none (any more), REMINDER_ISSUED if all have a recent card,
 * IMPORT_RUNNING, BAD_INPUT, UNKNOWN_CAMPAIGN, UNKNOWN_UNIT, OUTSIDE_CAMPAIGN
 */
export function issueCards(documents: DocumentContext, input: IssueInput): Promise<Issued> {
  const repeatDays = daysOf('repeatDays', input.repeatDays ?? REPEAT_DAYS);
  return inRecording(documents, async (inside) => {
    const transaction = inside.db;
    // One at a time: whether a matter has a card already must not change between looking and writing.
    await sql`select pg_advisory_xact_lock(hashtext('wallchart.reminders'))`.execute(transaction);
    const unit = input.unit ?? (await inside.campaigns.require(input.campaign)).unitCode;
    const knownAt = await fixKnownAt(transaction, unit);
    const subject = await subjectOf(inside, { ...input, knownAt });
    const head = headOf(subject, inside.today, input);
    const chosen = choose(await findCandidates(inside, subject), input.keys);
    const known = await withEarlierCards(transaction, subject, chosen, head.issuedOn, repeatDays);
    const [skipped, due] = input.again
      ? [[], known]
      : [known.filter(({ recent }) => recent), known.filter(({ recent }) => !recent)];
    if (due.length === 0) throw nothingLeft(skipped);
    const plans = planCards(due, input.planning);
    if (plans.length > MOST_CARDS) throw tooMany(plans.length);
    const cards = await makeCards(transaction, subject, plans, {
      ...head,
      knownAt,
      issuedBy: transaction.principal.name,
    });
    const batch = await insertBatch(
      transaction,
      {
        campaign: subject.campaign.id,
        unitCode: subject.unit.code,
        lang: subject.lang,
        asOf: subject.asOf,
        knownAt,
        ...head,
        issuedAt: knownAt,
        issuedBy: transaction.principal.name,
      },
      cards,
    );
    return { subject, batch, skipped };
  });
}

interface Issuing extends CardHeading {
  readonly knownAt: string;
  readonly issuedBy: string;
}

async function makeCards(
  transaction: RecorderDb,
  subject: Subject,
  plans: readonly CardPlan[],
  { issuer, issuedOn, replyBy, knownAt, issuedBy }: Issuing,
): Promise<NewCard[]> {
  const cards: NewCard[] = [];
  for (const plan of plans) {
    const given = await takeNumber(transaction, 'reminder', issuer, Number(issuedOn.slice(0, 4)));
    const number = writeCardNumber(writeNumber(given, subject.lang), subject.lang);
    const { addressee, matters } = plan;
    const { rule } = matters[0].facts;
    const { metric } = ruleOf(rule);
    const frozenMatters = matters.map(({ unit, caseNo, organisation, facts }) => ({
      unit,
      caseNo,
      organisation: organisation.text,
      facts,
    }));
    const frozen: FrozenCard = {
      format: 2,
      number,
      campaign: subject.campaign.id,
      scope: subject.unit.code,
      matters: frozenMatters as [FrozenMatter, ...FrozenMatter[]],
      rule,
      lang: subject.lang,
      asOf: subject.asOf,
      knownAt,
      tree: 'then',
      issuer,
      issuedOn,
      issuedAt: knownAt,
      issuedBy,
      replyBy,
      recipient: { kind: addressee.kind, post: addressee.post, illustrative: addressee.illustrative },
      metric: { id: metric, ...metricVersion(metric) },
      document: cardDocument(subject, plan, { issuer, issuedOn, replyBy, number, createdAt: knownAt }),
    };
    cards.push({ frozen, given, ...serializeIssuedCard(frozen) });
  }
  return cards;
}

/** 提醒〔2014〕1号: cards are counted apart from circulars, and say so. */
const writeCardNumber = (number: string, lang: Subject['lang']): string =>
  lang === 'zh' ? `提醒${number}` : `Reminder ${number}`;

/** The candidates of some keys, in the candidates' order. */
function choose(candidates: readonly Candidate[], keys: readonly string[] | null): readonly Candidate[] {
  if (keys === null) {
    if (candidates.length > 0) return candidates;
    throw new WallchartError('REMINDER_NOT_DUE', 'No matter is due for a reminder. 没有需要提醒的事项。');
  }
  if (keys.length === 0) throw new WallchartError('BAD_INPUT', 'keys: select at least one matter. 请至少选一项。');
  const wanted = new Set(keys);
  const chosen = candidates.filter(({ key }) => wanted.has(key));
  const found = new Set(chosen.map(({ key }) => key));
  const gone = [...wanted].filter((key) => !found.has(key));
  if (gone.length === 0) return chosen;
  throw new WallchartError(
    'REMINDER_NOT_DUE',
    `No reminder is due for ${gone.join(', ')}: the ledger may have changed. Look at the list again; nothing was issued. ` +
      '所选事项已无需提醒，台账可能已更新，请刷新后再选；本次未签发。',
    { keys: gone },
  );
}

const nothingLeft = (skipped: readonly KnownCandidate[]): WallchartError =>
  new WallchartError(
    'REMINDER_ISSUED',
    `A card about each of these ${skipped.length} matters was issued lately (${[
      ...new Set(skipped.map(({ lastCard }) => lastCard?.issuedOn)),
    ].join(', ')}). Ask for another one to remind again. 近期已就所选事项签发提醒卡；如需再次提醒，请勾选“再次提醒”。`,
    { keys: skipped.map(({ key }) => key) },
  );

const tooMany = (cards: number): WallchartError =>
  new WallchartError(
    'BAD_INPUT',
    `keys: ${cards} cards selected; at most ${MOST_CARDS} can be issued at once. Select fewer, or narrow to one town. 一批最多${MOST_CARDS}张，请分批或按乡镇签发。`,
    { place: 'keys', cards },
  );
