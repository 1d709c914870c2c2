import Big from 'big.js';
import { readDecimal, tidyDouble } from './decimal.ts';
import { isDash, scaleOf, sectionOf, type Section } from './number-format.ts';
import { textOf, type RawCell, type TypedCell } from './raw-cell.ts';

/** A number as its format shows it, none of its digits rounded away: `before`, `number` and `after` stand in the cell. */
export interface ShownNumber {
  readonly number: Big;
  readonly before: string;
  readonly after: string;
  /** tens by which it is smaller than the stored number */
  readonly scale: number;
  readonly percents: number;
  /** a zero in whose place the cell shows nothing */
  readonly hidden: boolean;
}

const ZERO = { number: new Big(0), before: '', after: '', scale: 0, percents: 0 };

function parts({ text, format }: TypedCell): { readonly value: Big; readonly section: Section } | null {
  const value = readDecimal(tidyDouble(text));
  const section = value && format && sectionOf(format, Number(text));
  return value && section && format.shows === 'number' ? { value, section } : null;
}

/** The number that a cell with a number format shows, exact; null where the format makes that unclear. */
export function shownNumber(cell: TypedCell): ShownNumber | null {
  const { value, section } = parts(cell) ?? {};
  if (!value || !section || section.kind === 'unclear') return null;
  if (section.kind === 'literal') {
    const hidden = section.before.trim() === '';
    return value.eq(0) && (hidden || isDash(section)) ? { ...ZERO, hidden } : null;
  }
  const scale = scaleOf(section);
  if (scale === null) return null;
  const { before, after, percents } = section;
  return { number: value.times(new Big(10).pow(2 * percents - scale)), before, after, scale, percents, hidden: false };
}

/**
 * The text that a cell with a number format shows, its digits rounded as the format says.
 *
 * @returns null where that is not certain: fractions, Chinese numerals, days and times
 */
export function shownText(cell: TypedCell): string | null {
  const { value, section } = parts(cell) ?? {};
  if (!value || !section || section.numerals || section.kind === 'unclear') return null;
  const { before, after, integer, decimals } = section;
  if (section.kind === 'literal') return (before + after).trim();
  const minus = value.lt(0) && !/[-(−]/.test(before) ? '-' : '';
  if (section.kind === 'general')
    return integer.length > 0 ? null : `${minus}${before}${value.abs().toFixed()}${after}`.trim();
  const shifted = value.abs().times(new Big(10).pow(2 * section.percents - 3 * section.thousands));
  const [digits = '', fraction] = shifted.toFixed(decimals, Big.roundHalfUp).split('.');
  const whole = section.grouped ? digits.replace(/\B(?=(\d{3})+$)/g, ',') : fill(integer, digits);
  return `${minus}${before}${whole}${fraction === undefined ? '' : `.${fraction}`}${after}`.trim();
}

/** The identifier that a cell with a number format shows (`001`, `仙弱001`); null where digits of it are lost. */
export function shownCode(cell: TypedCell): string | null {
  const { value, section } = parts(cell) ?? {};
  if (!value || !section || section.thousands > 0 || section.percents > 0) return null;
  const whole = value.round(0).eq(value) && value.gte(0) && value.toFixed().length <= 15;
  return whole ? shownText(cell) : null;
}

/** Puts digits into their places from the right; what is left over stands before the first of them. */
function fill(places: readonly string[], digits: string): string {
  let at = digits === '0' ? 0 : digits.length;
  let shown = '';
  const first = places.findIndex((place) => /^[0#?]$/.test(place));
  for (let place = places.length - 1; place >= 0; place -= 1) {
    const sign = places[place] ?? '';
    if (!/^[0#?]$/.test(sign)) shown = sign + shown;
    else if (at > 0) {
      shown = (place === first ? digits.slice(0, at) : digits.charAt(at - 1)) + shown;
      at -= 1;
    } else if (sign === '0') shown = `0${shown}`;
  }
  return shown;
}

/** What a person sees in the cell, if known. */
export const seen = (cell: RawCell): string =>
  (typeof cell === 'object' && cell.kind === 'number' && cell.format ? shownText(cell) : null) ?? textOf(cell);
