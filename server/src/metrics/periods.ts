import { addDays, daysBetween, mondayOf } from '../domain/day.ts';
import type { Grain, Period } from './engine.types.ts';

export const earlier = (a: string, b: string): string => (a < b ? a : b);

const startOf = (grain: Grain, day: string): string => (grain === 'WEEK' ? mondayOf(day) : `${day.slice(0, 7)}-01`);

const startOfNext = (grain: Grain, start: string): string =>
  grain === 'WEEK' ? addDays(start, 7) : `${addDays(start, 31).slice(0, 7)}-01`;

/** `2014-W27` by ISO 8601 (the week belongs to the year of its Thursday), or `2014-07`. */
export function labelOf(grain: Grain, day: string): string {
  if (grain === 'MONTH') return day.slice(0, 7);
  const thursday = addDays(mondayOf(day), 3);
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
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
  return Math.max(0, Math.ceil(daysBetween(from, to) / (grain === 'WEEK' ? 7 : 28)));
}
