const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const SPELLED = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?(?:[ T]?(.+))?$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
/** A time of day, which is dropped as it is from a date cell; none at all: one with a zone, or 24:00, which is the next day. */
const TIME =
  /^(?:上午|下午|早上|晚上|中午|凌晨)?(?:0?\d|1\d|2[0-3])(?::[0-5]?\d(?::[0-5]?\d(?:\.\d+)?)?|[时点](?:[0-5]?\d分?(?:[0-5]?\d秒)?)?)(?: ?[AaPp][Mm])?$/;
const MONTH = /^(\d{4})(?:[-/.]|年)(\d{1,2})月?$/;
const WEEK = /^(\d{4})(?:-?[Ww]|年第?)(\d{1,2})周?$/;
const DAY_MS = 86_400_000;
const EARLIEST = 1900;
const LATEST = 2200;

/** `YYYY-MM-DD` from `2014-06-19`, `20140619`, `2014/6/19`, `2014.6.19` or `2014年6月19日`, with a time or without; null if it is no day from 1900 to 2200. */
export function readDay(text: string): string | null {
  const match = ISO.exec(text) ?? DIGITS.exec(text) ?? SPELLED.exec(text.replace(/(?<=[年月]) +| +(?=[年月日])/g, ''));
  const time = match?.[4]?.trim().replace(/(?<=[午上晨]) +/, '');
  return match && (time === undefined || TIME.test(time))
    ? day(Number(match[1]), Number(match[2]), Number(match[3]))
    : null;
}

function day(year: number, month: number, date: number): string | null {
  if (!(year >= EARLIEST && year <= LATEST) || month < 1 || month > 12 || date < 1) return null;
  if (date > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${pad(month)}-${pad(date)}`;
}

const pad = (part: number): string => String(part).padStart(2, '0');

/**
 * The day of a spreadsheet's serial number, its time of day dropped; null outside 1900 to 2200.
 *
 * @param from1904 the workbook counts from 1904 (Mac); else from 1900 with Lotus's day 60, 29 February 1900, which never was
 */
export function dayOfSerial(serial: number, from1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < (from1904 ? 0 : 1)) return null;
  const whole = Math.floor(serial);
  if (!from1904 && whole === 60) return null;
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  const date = new Date(start + whole * DAY_MS);
  return day(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** `2014-07` or `2014-W27` from the same, `2014年7月` or `2014年第27周`; null if there is no such month or ISO week. */
export function readPeriod(text: string): string | null {
  const plain = text.replace(/\s+/g, '');
  const week = /[Ww周]/.test(plain) ? WEEK.exec(plain) : null;
  if (week) {
    const year = Number(week[1]);
    const no = Number(week[2]);
    return no >= 1 && no <= weeksOf(year) && year >= EARLIEST && year <= LATEST ? `${year}-W${pad(no)}` : null;
  }
  const month = MONTH.exec(plain);
  const first = month ? day(Number(month[1]), Number(month[2]), 1) : null;
  return first ? first.slice(0, 7) : null;
}

/** ISO 8601: a year has 53 weeks if it begins on a Thursday, or on a Wednesday and is a leap year. */
function weeksOf(year: number): number {
  const first = new Date(Date.UTC(year, 0, 1)).getUTCDay();
  const leap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return first === 4 || (first === 3 && leap) ? 53 : 52;
}
