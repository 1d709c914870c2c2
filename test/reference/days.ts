const DAY_MS = 86_400_000;

/** The day n days after (or before) a day, both 'YYYY-MM-DD'. */
export function addDays(day: string, n: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one day to another; negative if the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
}

/** First and last day of every calendar month that lies wholly between two days, both included. */
export function fullMonths(from: string, to: string): { first: string; last: string }[] {
  const months: { first: string; last: string }[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!day.endsWith('-01')) continue;
    let last = day;
    while (addDays(last, 1).slice(0, 7) === day.slice(0, 7)) last = addDays(last, 1);
    if (last <= to) months.push({ first: day, last });
  }
  return months;
}

/** Monday of the week of a day. */
export function mondayOf(day: string): string {
  let monday = day;
  while (new Date(`${monday}T00:00:00Z`).getUTCDay() !== 1) monday = addDays(monday, -1);
  return monday;
}
