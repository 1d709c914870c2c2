import type { Lang } from '../../../domain/text.ts';
import { MONTHS } from '../../../rendering/document/words.ts';

/** 2014年7月31日, unpadded (GB/T 9704-2012, 7.3.5.4), or 31 July 2014; `monthDay` leaves the year out. */
export function writeDay(day: string, lang: Lang, style: 'full' | 'monthDay' = 'full'): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  if (lang === 'en') return `${date} ${MONTHS[month - 1]}${style === 'full' ? ` ${year}` : ''}`;
  return `${style === 'full' ? `${year}年` : ''}${month}月${date}日`;
}
