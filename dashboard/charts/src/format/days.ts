import { NONE, type Lang } from './numbers.ts';

/* Days are 'YYYY-MM-DD' strings of Asia/Shanghai from end to end; a JavaScript Date never decides which day it is. */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function parts(day: string): Parts {
  const [year = 0, month = 1, date = 1] = day.slice(0, 10).split('-').map(Number);
  return { year, month, day: date };
}

const pad = (value: number): string => String(value).padStart(2, '0');
const iso = (moment: Date): string => moment.toISOString().slice(0, 10);
const utc = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** 2014年7月31日 / 31 July 2014; null is "—"; what is no day stays as it was written. */
export function formatDay(day: string | null | undefined, lang: Lang): string {
  if (day == null) return NONE;
  if (!isDay(day.slice(0, 10))) return day;
  const { year, month, day: date } = parts(day);
  return lang === 'en' ? `${date} ${MONTHS[month - 1]} ${year}` : `${year}年${month}月${date}日`;
}

const ZH_PARTS: Readonly<Record<string, string>> = { early: '上旬', middle: '中旬', late: '下旬' };
const EN_PARTS: Readonly<Record<string, string>> = { early: 'early ', middle: 'mid-', late: 'late ' };

/** 2014年8月中旬 / mid-August 2014, where only that part of a month is known; else the day. */
export function formatDayOrPart(day: string, part: string | null | undefined, lang: Lang): string {
  if (part == null) return formatDay(day, lang);
  const { year, month } = parts(day);
  return lang === 'en'
    ? `${EN_PARTS[part] ?? ''}${MONTHS[month - 1]} ${year}`
    : `${year}年${month}月${ZH_PARTS[part] ?? ''}`;
}

/** 7月31日 / 31 July. */
export function formatMonthDay(day: string | null | undefined, lang: Lang): string {
  if (day == null) return NONE;
  const { month, day: date } = parts(day);
  return lang === 'en' ? `${date} ${MONTHS[month - 1]}` : `${month}月${date}日`;
}

/** "2014-07" or any day of it -> 7月 / Jul. */
export function formatMonth(day: string, lang: Lang): string {
  const { month } = parts(day);
  return lang === 'en' ? (MONTHS[month - 1] ?? '').slice(0, 3) : `${month}月`;
}

/** A moment as the day and minute in Asia/Shanghai: 2014年7月31日 09:05 / 31 July 2014, 09:05. */
export function formatMoment(moment: string | null | undefined, lang: Lang): string {
  if (moment == null) return NONE;
  const instant = new Date(moment).getTime();
  if (Number.isNaN(instant)) return moment;
  const shanghai = new Date(instant + 8 * 3_600_000).toISOString();
  const time = shanghai.slice(11, 16);
  return lang === 'en' ? `${formatDay(shanghai, lang)}, ${time}` : `${formatDay(shanghai, lang)} ${time}`;
}

/** Last day of a month: "2014-07" or any day of it -> "2014-07-31". */
export function endOfMonth(day: string): string {
  const { year, month } = parts(day);
  return iso(new Date(Date.UTC(year, month, 0)));
}

/** Last day of the month before: "2014-07-31" -> "2014-06-30". */
export function endOfMonthBefore(day: string): string {
  const { year, month } = parts(day);
  return iso(new Date(Date.UTC(year, month - 1, 0)));
}

/** First day of the month of a day. */
export function startOfMonth(day: string): string {
  const { year, month } = parts(day);
  return `${year}-${pad(month)}-01`;
}

/** `days` later (or earlier, negative). */
export function addDays(day: string, days: number): string {
  return iso(new Date(utc(day).getTime() + days * 86_400_000));
}

/** Days from one day to another; positive when `to` is later. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);
}

/** Whether a text is a real calendar day. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utc(text).getTime()) && iso(utc(text)) === text;
}

/** Today in Asia/Shanghai. */
export function today(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}
