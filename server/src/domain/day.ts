const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const SHANGHAI = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Whether a text is a day of the calendar, 'YYYY-MM-DD', from year 1900 to 2200. */
export function isDay(text: string): boolean {
  const match = DAY.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || year > 2200) return false;
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
}

/** The day in Asia/Shanghai at a moment, 'YYYY-MM-DD', whatever the zone of the machine. */
export function dayInShanghai(at: Date = new Date()): string {
  return SHANGHAI.format(at);
}

const MILLISECONDS_A_DAY = 86_400_000;
const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The day `days` after a day, or before it if negative. */
export const addDays = (day: string, days: number): string =>
  new Date(startOf(day) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);

/** Whole days from one day to another; negative if `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((startOf(to) - startOf(from)) / MILLISECONDS_A_DAY);

/** Monday of the week of a day. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(startOf(day)).getUTCDay() + 6) % 7));

/** Last day of the month before the month of a day. */
export const endOfMonthBefore = (day: string): string => addDays(`${day.slice(0, 7)}-01`, -1);
