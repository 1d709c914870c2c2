import { Big } from 'big.js';
import type { Lang } from '../../../domain/text.ts';
import type { MetricFormat } from '../../../metrics/index.ts';

/** Stands in a table where there is no figure. */
export const NO_FIGURE = '—';

export const NO_DATA = { zh: '无数据', en: 'no data' } as const;

const WAN = 10_000;
/** An amount in 万元 keeps at most whole yuan. */
const WAN_DECIMALS = 4;

/**
 * Grouped by thousands in English; Chinese office style writes figures ungrouped.
 *
 * @param places decimals; as many as the value has when left out
 */
export function writeDecimal(value: Big, lang: Lang, places?: number): string {
  const [whole = '0', fraction] = value.toFixed(places, Big.roundHalfUp).split('.');
  const grouped = lang === 'en' ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A ratio in per cent with one decimal, none where it is zero: 86.5%, 100%. */
export const writePercent = (ratio: Big, lang: Lang): string =>
  `${writeDecimal(ratio.times(100).round(1, Big.roundHalfUp), lang)}%`;

/** An exact amount: 186万元, or 9500元 below ten thousand and where 万元 would cut it; English in yuan. */
export function writeMoney(yuan: Big, lang: Lang, inWan = true): string {
  if (lang === 'en') return `${writeDecimal(yuan, lang)} yuan`;
  const wan = yuan.div(WAN);
  const exact = wan.round(WAN_DECIMALS, Big.roundDown).times(WAN).eq(yuan);
  return inWan && yuan.abs().gte(WAN) && exact ? `${writeDecimal(wan, lang)}万元` : `${writeDecimal(yuan, lang)}元`;
}

/** The change of a share, with its direction in words: 提高10.8个百分点. Nothing else says points. */
export function writePoints(points: Big, lang: Lang): string {
  const rounded = points.round(1, Big.roundHalfUp);
  const size = writeDecimal(rounded.abs(), lang);
  if (points.eq(0)) return lang === 'zh' ? '持平' : 'unchanged';
  if (rounded.eq(0)) return lang === 'zh' ? '基本持平' : 'almost unchanged';
  if (lang === 'zh') return `${rounded.gt(0) ? '提高' : '下降'}${size}个百分点`;
  return `${rounded.gt(0) ? 'up' : 'down'} ${size} percentage ${size === '1' ? 'point' : 'points'}`;
}

/** An increase in per cent with its direction in words: 提高43.6%. */
export function writeIncrease(ratio: Big, lang: Lang): string {
  const size = writePercent(ratio.abs(), lang);
  if (ratio.eq(0)) return lang === 'zh' ? '持平' : 'unchanged';
  if (lang === 'zh') return `${ratio.gt(0) ? '提高' : '下降'}${size}`;
  return `${ratio.gt(0) ? 'up' : 'down'} ${size}`;
}

/** A lower bound stays one: 500余, 不少于37, at least 500. */
export function writeAtLeast(value: Big, text: string, lang: Lang): string {
  if (lang === 'en') return `at least ${text}`;
  return value.gte(10) && value.mod(10).eq(0) && /^\d+$/.test(text) ? `${text}余` : `不少于${text}`;
}

/** A value in the way its metric is written. */
export function writeValue(value: Big, format: MetricFormat, lang: Lang, inWan = true): string {
  switch (format) {
    case 'INTEGER':
      return writeDecimal(value, lang);
    case 'PERCENT':
      return writePercent(value, lang);
    case 'SIGNED_PERCENT':
      return writeIncrease(value, lang);
    case 'DECIMAL':
      return writeDecimal(value.round(1, Big.roundHalfUp), lang);
    case 'MONEY':
      return writeMoney(value, lang, inWan);
  }
}
