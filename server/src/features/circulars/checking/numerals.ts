import { Big } from 'big.js';

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

const CHINESE = /[〇零一二两三四五六七八九十百千万亿]+(?:点[〇零一二两三四五六七八九]+)?/g;

/** A Chinese number as a decimal: 三十二, 二〇一四, 一百八十六万, 八十六点五; null for what is none. */
export function readChinese(text: string): string | null {
  const [whole = '', fraction] = text.split('点');
  const integer = /[十百千万亿]/.test(whole) ? readPlaces(whole) : readDigits(whole);
  if (integer === null) return null;
  return fraction === undefined ? integer : `${integer}.${readDigits(fraction) ?? ''}`;
}

/** 二〇一四: digit by digit. */
function readDigits(text: string): string | null {
  const digits = Array.from(text, (character) => DIGITS[character]);
  return digits.length === 0 || digits.includes(undefined) ? null : digits.join('').replace(/^0+(?=\d)/, '');
}

/** 三千零五: by places. A lone 万 or 百 is a word. */
function readPlaces(text: string): string | null {
  let [total, section, digit] = [0, 0, null as number | null];
  for (const character of text) {
    const [plain, small, large] = [DIGITS[character], SMALL[character], LARGE[character]];
    if (plain !== undefined) digit = plain;
    else if (small !== undefined) {
      if (digit === null && character !== '十') return null;
      section += (digit ?? 1) * small;
      digit = null;
    } else if (large !== undefined) {
      if (digit === null && section === 0) return null;
      total += (section + (digit ?? 0)) * large;
      [section, digit] = [0, null];
    }
  }
  return String(total + section + (digit ?? 0));
}

/**
 * A text with its numbers in one writing, for comparison: half-width digits, no separators of thousands, Chinese numbers
 * as digits, 186万 as 1860000, 百分之 as %, no spaces and no marks.
 */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200D\u2060\uFEFF◈]/g, '')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(CHINESE, (chinese) => readChinese(chinese) ?? chinese)
    .replace(/百分之(-?\d+(?:\.\d+)?)/g, '$1%')
    .replace(/(\d+(?:\.\d+)?)(万|亿)/g, (_, number: string, unit: string) =>
      new Big(number).times(LARGE[unit]!).toFixed(),
    )
    .replace(/\d+\.\d+/g, (number) => new Big(number).toFixed())
    .replace(/(?<![\d.])0+(?=\d)/g, '');
}

const equalWithin = (part: string, whole: string): boolean => {
  const at = whole.indexOf(part);
  if (part === '' || at < 0) return false;
  const [before, after] = [whole[at - 1] ?? '', whole[at + part.length] ?? ''];
  const cut = (edge: string, neighbour: string) => /[\d.]/.test(edge) && /[\d.%]/.test(neighbour);
  return !cut(part[0] ?? '', before) && !cut(part.at(-1) ?? '', after);
};

/** Whether two texts say the same, however their numbers are written. */
export const saysTheSame = (said: string, expected: string): boolean => normalise(said) === normalise(expected);

/** Whether a text that may have words around it holds what is expected, and no other number. */
export function holds(said: string, expected: string): boolean {
  const [whole, part] = [normalise(said), normalise(expected)];
  return whole === part || (equalWithin(part, whole) && !/\d/.test(whole.replace(part, '')));
}

/** A number in a text as it stands there, with its place in UTF-16 units. */
export interface FoundNumber {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Arabic numbers, half or full width, and Chinese ones of two characters at least: 一 is mostly a word. */
const NUMBER =
  /[0-9０-９]+(?:[.,．，][0-9０-９]+)*[%％]?|(?:百分之)?[〇零一二两三四五六七八九十百千万亿]{2,}(?:点[〇零一二两三四五六七八九]+)?/g;

export const numbersIn = (text: string): FoundNumber[] =>
  [...text.matchAll(NUMBER)]
    .filter(([found]) => /[0-9０-９]/.test(found) || readChinese(found.replace('百分之', '')) !== null)
    .map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }));
