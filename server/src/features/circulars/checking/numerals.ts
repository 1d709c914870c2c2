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

/** Characters of Chinese numbers, as a class of a regular expression. */
export const NUMERALS = '〇零一二两三四五六七八九十百千万亿';

/** The same numbers in the writing of banks and of old, as the usual ones. */
export const USUAL_NUMERALS: Readonly<Record<string, string>> = {
  '○': '〇',
  壹: '一',
  贰: '二',
  貳: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
  萬: '万',
  億: '亿',
  廿: '二十',
  卅: '三十',
};

/** A Chinese number as a decimal: 三十二, 二〇一四, 一百八十六万, 八十六点五; null for what is none. */
export function readChinese(text: string): string | null {
  const [whole = '', fraction] = text.split('点');
  const integer = /[十百千万亿]/.test(whole) ? readPlaces(whole) : readDigits(whole);
  if (integer === null) return null;
  const decimals = fraction === undefined ? '' : readDigits(fraction, true)?.replace(/0+$/, '');
  if (decimals === undefined) return null;
  return decimals === '' ? integer : `${integer}.${decimals}`;
}

/** 二〇一四: digit by digit. */
function readDigits(text: string, zeros = false): string | null {
  const digits = Array.from(text, (character) => DIGITS[character]);
  if (digits.length === 0 || digits.includes(undefined)) return null;
  return zeros ? digits.join('') : digits.join('').replace(/^0+(?=\d)/, '');
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

const SCALES: Readonly<Record<string, number>> = {
  ...SMALL,
  ...LARGE,
  thousand: 1000,
  million: 1_000_000,
  billion: 1_000_000_000,
};

/** 1,860,000 and 186 with 万 as one decimal, without separators of thousands and zeros that say nothing. */
export function readDecimal(digits: string, scales: readonly string[] = []): string {
  const number = new Big(digits.replaceAll(',', ''));
  return scales.reduce((value, scale) => value.times(SCALES[scale] ?? 1), number).toFixed();
}

const ENGLISH: readonly string[] =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const ENGLISH_TENS: readonly string[] = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** thirty-two; null for a word that is no number below a hundred. */
export function readEnglish(word: string): string | null {
  const lower = word.toLowerCase();
  const [tens = '', one] = lower.split('-');
  const ten = (ENGLISH_TENS.indexOf(tens) + 2) * 10;
  if (one === undefined || ten < 20) {
    const plain = ENGLISH.indexOf(lower);
    return plain >= 0 ? String(plain) : ten >= 20 ? String(ten) : null;
  }
  const unit = ENGLISH.indexOf(one);
  return unit > 0 && unit < 10 ? String(ten + unit) : null;
}
