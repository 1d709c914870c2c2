import type { Lang } from '../../../domain/text.ts';
import { MONTHS } from '../../../rendering/document/words.ts';

const WEEK = /^(\d{4})-W(\d{2})$/;
const MONTH = /^(\d{4})-(\d{2})$/;

export type Cadence = 'WEEK' | 'MONTH' | 'OTHER';

/** How often a report of a period is due: `2019-W40` each week, `2014-07` each month. */
export const cadenceOf = (period: string): Cadence =>
  WEEK.test(period) ? 'WEEK' : MONTH.test(period) ? 'MONTH' : 'OTHER';

/** 2014年7月, or July 2014, of `2014-07`. */
export function writeMonth(month: string, lang: Lang): string {
  const [, year, number] = MONTH.exec(month) ?? [];
  if (!year || !number) return month;
  return lang === 'zh' ? `${year}年${Number(number)}月` : `${MONTHS[Number(number) - 1]} ${year}`;
}

/** 2019年第40周周报, or the report of week 40 of 2019; a period written otherwise stays as it is. */
export function writePeriod(period: string, lang: Lang): string {
  const [, year, week] = WEEK.exec(period) ?? [];
  if (year && week) return lang === 'zh' ? `${year}年第${Number(week)}周周报` : `week ${Number(week)} of ${year}`;
  return lang === 'zh' ? `${writeMonth(period, lang)}月报` : writeMonth(period, lang);
}
