import { daysBetween } from '../../graph/day.ts';
import type { Campaign } from '../campaigns/index.ts';
import type { OrgUnit } from '../units/index.ts';
import type { AnnexChoice, CircularContent } from './content/content.ts';
import { writeDay } from './figures/write-day.ts';
import { childrenOf, scopeOf } from './sentences/words.ts';
import type { Subject } from './subject.ts';

/** A circular goes out within weeks of its cut-off; one that is written up later bears the day of its cut-off. */
const SAME_SEASON_DAYS = 45;

/** Who issues: 中共仙游县委组织部; a town's committee issues its own. */
export function issuerOf({ name, level }: OrgUnit, lang: Subject['lang']): string {
  if (lang === 'en') {
    return level >= 4 ? `Party Committee of ${name}` : `Organisation Department of the Party Committee of ${name}`;
  }
  if (level < 4) return `中共${name}委组织部`;
  return name.endsWith('街道') ? `中共${name}工作委员会` : `中共${name}委员会`;
}

/** The day that a document bears: today while its cut-off is recent, else the cut-off. */
export function issuedOnOf(asOf: string, today: string): string {
  const since = daysBetween(asOf, today);
  return since >= 0 && since <= SAME_SEASON_DAYS ? today : asOf;
}

/** 关于2014年软弱涣散基层党组织整顿工作7月份进展情况的通报; within a month it names the day. */
function titleOf({ lang, asOf }: Subject, campaign: Campaign): string {
  if (lang === 'en') {
    return `Circular on the Progress of the ${campaign.nameEn ?? campaign.nameZh} as of ${writeDay(asOf, lang)}`;
  }
  const [year = 0, month = 1, day = 1] = asOf.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate() === day;
  const time = lastOfMonth ? `${month}月份` : `（截至${month}月${day}日）`;
  const work = campaign.nameZh.endsWith('工作') ? campaign.nameZh : `${campaign.nameZh}工作`;
  return `关于${work}${time}进展情况的通报`;
}

const addresseesOf = ({ unit, lang }: Subject, childKinds: readonly string[]): string => {
  const children = childrenOf(unit, lang, childKinds);
  if (lang === 'en') return `To the Party organisations of the ${children}`;
  if (unit.level >= 4) return '各村（社区）党组织';
  if (unit.level < 3) return `各${children}党委组织部`;
  return childKinds.includes('street') ? '各乡镇（街道）党（工）委' : '各乡镇党委';
};

function copiesOf({ unit, lang }: Subject): string {
  if (lang === 'en') return `The Party organisation above; the leaders of ${scopeOf(unit, lang)}`;
  if (unit.level >= 4) return '县（市、区）党委组织部，各挂钩联系单位';
  const short = /[省市县区旗]$/.exec(unit.name)?.[0] ?? '';
  return `上级党委组织部，${short}委、${short}人大常委会、${short}政府、${short}政协领导`;
}

/** What stands around the text of a new draft; all of it can be edited. */
export function draftHead(
  subject: Subject,
  childKinds: readonly string[],
  annexes: readonly AnnexChoice[],
  today: string,
): Omit<CircularContent, 'body'> {
  const { unit, lang, campaign, asOf } = subject;
  const issuer = issuerOf(unit, lang);
  return {
    masthead: lang === 'zh' ? `${issuer}文件` : issuer,
    title: titleOf(subject, campaign),
    addressees: addresseesOf(subject, childKinds),
    issuer,
    issuedOn: issuedOnOf(asOf, today),
    copies: copiesOf(subject),
    printedBy: lang === 'zh' ? `${issuer}办公室` : `Office of the ${issuer}`,
    annexes,
  };
}
