import type { Grain, Period } from './engine.types.ts';

const MILLISECONDS_A_DAY = 86_400_000;

const parse = (day: string): Date => new Date(`${day}T00:00:00Z`);
const write = (date: Date): string => date.toISOString().slice(0, 10);

/** The day `days` after a day, both `YYYY-MM-DD`. */
export const addDays = (day: string, days: number): string =>
  write(new Date(parse(day).getTime() + days * MILLISECONDS_A_DAY));

export const earlier = (a: string, b: string): string => (a < b ? a : b);

/** The Monday of a day's week. */
const monday = (day: string): string => addDays(day, -((parse(day).getUTCDay() + 6) % 7));

const startOf = (grain: Grain, day: string): string => (grain === 'WEEK' ? monday(day) : `${day.slice(0, 7)}-01`);

const startOfNext = (grain: Grain, start: string): string =>
  grain === 'WEEK' ? addDays(start, 7) : `${addDays(start, 31).slice(0, 7)}-01`;

/** `2014-W27` by ISO 8601 (the week belongs to the year of its Thursday), or `2014-07`. */
export function labelOf(grain: Grain, day: string): string {
  if (grain === 'MONTH') return day.slice(0, 7);
  const thursday = addDays(monday(day), 3);
  const year = thursday.slice(0, 4);
  const week = Math.floor((parse(thursday).getTime() - parse(`${year}-01-01`).getTime()) / MILLISECONDS_A_DAY / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/**
 * Weeks or months from a day to a day, both included, as half-open periods; the first and the last are cut at them.
 * Empty when `to` is before `from`.
 */
export function periodsBetween(grain: Grain, from: string, to: string): Period[] {
  if (to < from) return [];
  const end = addDays(to, 1);
  const periods: Period[] = [];
  for (let start = startOf(grain, from); start < end; start = startOfNext(grain, start)) {
    periods.push({
      from: start < from ? from : start,
      to: earlier(startOfNext(grain, start), end),
      label: labelOf(grain, start),
    });
  }
  return periods;
}

/** How many periods there would be, without making them. */
export function countPeriods(grain: Grain, from: string, to: string): number {
  const days = (parse(to).getTime() - parse(from).getTime()) / MILLISECONDS_A_DAY;
  return Math.max(0, Math.ceil(days / (grain === 'WEEK' ? 7 : 28)));
}

/** Today's day in Asia/Shanghai, which has no summer time. */
export const todayInShanghai = (): string => write(new Date(Date.now() + 8 * 3_600_000));
