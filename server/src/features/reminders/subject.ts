import { addDays } from '../../domain/day.ts';
import type { Lang } from '../../domain/text.ts';
import { WallchartError } from '../../domain/errors.ts';
import { issuedOnOf, issuerOf, unitNamesIn, type DocumentContext, type Subject } from '../circulars/index.ts';
import { openReport } from '../reports/index.ts';

/** What candidates are looked for in. */
export interface CardInput {
  readonly campaign: string;
  /** Null for the campaign's own unit. */
  readonly unit: string | null;
  /** Null for the campaign's default day. */
  readonly asOf: string | null;
  /** ISO moment; null is now. */
  readonly knownAt: string | null;
  readonly lang: Lang;
  /** The day by which to answer; null for ten days after the day of issue. */
  readonly replyBy: string | null;
}

const REPLY_DAYS = 10;
const MOST_DAYS = 366;

/** @throws WallchartError UNKNOWN_CAMPAIGN, UNKNOWN_UNIT, OUTSIDE_CAMPAIGN, BAD_INPUT */
export async function subjectOf(documents: DocumentContext, input: CardInput): Promise<Subject> {
  const campaign = await documents.campaigns.require(input.campaign);
  const { asOf, knownAt, lang } = input;
  const query = { campaign: input.campaign, asOf, knownAt, tree: 'then' } as const;
  const { report, unit } = await openReport(documents, input.unit ?? campaign.unitCode, query);
  const nameOf = await unitNamesIn(lang);
  return { campaign, unit, lang, nameOf, asOf: report.asOf, knownAt, previous: null, replyDays: REPLY_DAYS };
}

/** @throws WallchartError BAD_INPUT */
export function daysOf(name: string, days: number): number {
  if (Number.isInteger(days) && days >= 0 && days <= MOST_DAYS) return days;
  throw new WallchartError('BAD_INPUT', `${name}: expected 0 to ${MOST_DAYS} days. 天数应为 0 至 ${MOST_DAYS}。`, {
    place: name,
  });
}

export interface CardHeading {
  readonly issuer: string;
  readonly issuedOn: string;
  readonly replyBy: string;
}

/**
 * Who issues, when, and the day by which to answer.
 *
 * @throws WallchartError BAD_INPUT for a day to answer by that is before the day of issue, or more than a year after it
 */
export function headOf(
  subject: Subject,
  today: string,
  { issuer, replyBy }: { readonly issuer: string | null; readonly replyBy: string | null },
): CardHeading {
  const issuedOn = issuedOnOf(subject.asOf, today);
  const last = addDays(issuedOn, MOST_DAYS);
  if (replyBy !== null && (replyBy < issuedOn || replyBy > last)) {
    throw new WallchartError(
      'BAD_INPUT',
      `replyBy ${replyBy}: expected a day from ${issuedOn}, the day of issue, to ${last}. ` +
        `答复期限应在签发日期${issuedOn}至${last}之间。`,
      { place: 'replyBy' },
    );
  }
  return {
    issuer: issuer?.trim() || issuerOf(subject.unit, subject.lang, subject.nameOf),
    issuedOn,
    replyBy: replyBy ?? addDays(issuedOn, subject.replyDays),
  };
}
