import { addDays, daysBetween } from '../../domain/day.ts';
import type { Campaign } from '../campaigns/index.ts';
import type { AnnexChoice, CircularContent } from './content/content.ts';
import { writeDay } from './figures/write-day.ts';
import type { OfficeSettings } from './settings/derive-settings.ts';
import type { Subject } from './subject.ts';

/** A circular is sent within weeks of its cut-off; one written later carries the cut-off date. */
const SAME_SEASON_DAYS = 45;

/** The date of a document: today while its cut-off is recent, else the cut-off. */
export function issuedOnOf(asOf: string, today: string): string {
  const since = daysBetween(asOf, today);
  return since >= 0 && since <= SAME_SEASON_DAYS ? today : asOf;
}

/** 关于2014年软弱涣散基层党组织整顿工作7月份进展情况的通报; within a month it names the day. */
function titleOf({ lang, asOf }: Subject, campaign: Campaign): string {
  if (lang === 'en') {
    return `Circular on the Progress of the ${campaign.nameEn ?? campaign.nameZh} as of ${writeDay(asOf, lang)}`;
  }
  const [, month = 1, day = 1] = asOf.split('-').map(Number);
  const lastOfMonth = addDays(asOf, 1).endsWith('-01');
  const time = lastOfMonth ? `${month}月份` : `（截至${month}月${day}日）`;
  const work = campaign.nameZh.endsWith('工作') ? campaign.nameZh : `${campaign.nameZh}工作`;
  return `关于${work}${time}进展情况的通报`;
}

/** What stands around the text of a new draft; all of it can be edited. */
export function draftHead(
  subject: Subject,
  { issuer, issuerCode, addressees, copies, printedBy, dated }: OfficeSettings,
  annexes: readonly AnnexChoice[],
  today: string,
): Omit<CircularContent, 'body'> {
  const { lang, campaign, asOf } = subject;
  const days = { TODAY: today, CUT_OFF: asOf };
  return {
    masthead: lang === 'zh' ? `${issuer}文件` : issuer,
    issuerCode,
    title: titleOf(subject, campaign),
    addressees,
    issuer,
    issuedOn: dated ? days[dated] : issuedOnOf(asOf, today),
    copies,
    printedBy,
    annexes,
  };
}
