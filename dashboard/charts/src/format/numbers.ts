import type { MetricFormat } from '../generated/enums.ts';
import { compare, group, negate, round, shift } from './decimal.ts';

/** The two languages of the interface, as `lang` attributes. */
export type Lang = 'zh-CN' | 'en';

/** What is printed where there is no value: a rate without a case, an amount no one gave. */
export const NONE = '—';

type Value = string | number | null | undefined;

const text = (value: string | number): string => (typeof value === 'number' ? String(value) : value);

/** "1,234"; null is "—". */
export function formatInteger(value: Value): string {
  return value == null ? NONE : group(round(text(value), 0));
}

/** A ratio as per cent with one decimal: "0.8648648649" -> "86.5%". */
export function formatPercent(value: Value): string {
  return value == null ? NONE : `${group(round(shift(text(value), 2), 1))}%`;
}

/** "0.436" -> "+43.6%", "-0.02" -> "−2.0%". */
export function formatSignedPercent(value: Value): string {
  return value == null ? NONE : `${signed(round(shift(text(value), 2), 1))}%`;
}

/** A change that is already in percentage points: "24.3" -> "+24.3 个百分点" / "+24.3 points". */
export function formatPoints(value: Value, lang: Lang): string {
  if (value == null) return NONE;
  const figure = signed(round(text(value), 1));
  return lang === 'en' ? `${figure} points` : `${figure} 个百分点`;
}

/** One decimal: "31.42" -> "31.4". */
export function formatDecimal(value: Value, places = 1): string {
  return value == null ? NONE : group(round(text(value), places));
}

/** Yuan, whole unless it has fen: "1200.00" -> "1,200". */
export function formatYuan(value: Value): string {
  if (value == null) return NONE;
  const exact = round(text(value), 2);
  return group(exact.endsWith('.00') ? exact.slice(0, -3) : exact);
}

/** Yuan shown in units of 10,000 with one decimal, the unit being in the title: "1860000" -> "186.0". */
export function formatWan(value: Value, places = 1): string {
  return value == null ? NONE : group(round(shift(text(value), -4), places));
}

/** With its unit: "186.0 万元" / "¥1.86 million" is not used; English keeps the office's unit in words. */
export function formatWanWithUnit(value: Value, lang: Lang): string {
  if (value == null) return NONE;
  return lang === 'en' ? `¥${group(round(text(value), 0))}` : `${formatWan(value)} 万元`;
}

/** A lower bound: "500" -> "500 以上" / "500+". */
export function formatAtLeast(value: Value, lang: Lang): string {
  if (value == null) return NONE;
  const figure = formatInteger(value);
  return lang === 'en' ? `${figure}+` : `${figure} 以上`;
}

/** A count: "12", or as a lower bound "12 以上" / "12+". */
export const formatCount = (value: Value, atLeast: boolean, lang: Lang): string =>
  atLeast ? formatAtLeast(value, lang) : formatInteger(value);

/** "+9", "−2", "0": a count that changed. */
export function formatSignedInteger(value: Value): string {
  return value == null ? NONE : signed(round(text(value), 0));
}

function signed(figure: string): string {
  const direction = compare(figure, '0');
  if (direction === 0) return group(figure.replace(/^-/, ''));
  return direction > 0 ? `+${group(figure)}` : `−${group(negate(figure))}`;
}

/** What a metric value needs to be written. */
export interface Writable {
  readonly value: string | null;
  readonly atLeast?: boolean;
}

/** A metric's value as its declaration says it is written; money in 万元 (zh) or yuan (en). */
export function formatMetric(metric: Writable | null | undefined, format: MetricFormat, lang: Lang): string {
  const value = metric?.value ?? null;
  if (value !== null && metric?.atLeast === true) return formatAtLeast(value, lang);
  switch (format) {
    case 'INTEGER':
      return formatInteger(value);
    case 'PERCENT':
      return formatPercent(value);
    case 'SIGNED_PERCENT':
      return formatSignedPercent(value);
    case 'DECIMAL':
      return formatDecimal(value);
    default:
      return formatWanWithUnit(value, lang);
  }
}
