import { Big } from 'big.js';
import { LRUCache } from 'lru-cache';
import { MONTHS } from '../../../rendering/document/words.ts';
import { NUMERALS, readChinese, readDecimal, readEnglish, USUAL_NUMERALS } from './numerals.ts';

/** A piece of a text that is compared as a whole: a number or a day, a character or a Latin word, a mark, a picture. */
export interface Token {
  readonly kind: 'number' | 'word' | 'mark' | 'picture';
  /** What it is compared by: the same for every writing of the same number. */
  readonly key: string;
  /** In the text, in UTF-16 units, end excluded. */
  readonly start: number;
  readonly end: number;
  /** Of a number as it is written, exact where it is a decimal; null for a day. */
  readonly value: string | null;
  readonly unit: '' | '%';
  /** Whether it counts something: 一 in 进一步 is a number in form only. */
  readonly counts: boolean;
}

/** Signs that are written in several ways, each as one of them. */
const VARIANTS: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '‑': '-',
  '〔': '[',
  '〕': ']',
  '【': '[',
  '】': ']',
  ...USUAL_NUMERALS,
};

/** A text in one writing (NFKC), with where each of its units comes from. */
function flatten(text: string): { readonly flat: string; readonly from: number[]; readonly to: number[] } {
  let flat = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const character of text) {
    const normal = Array.from(character.normalize('NFKC'), (each) => VARIANTS[each] ?? each).join('');
    for (let i = 0; i < normal.length; i++) {
      from.push(at);
      to.push(at + character.length);
    }
    flat += normal;
    at += character.length;
  }
  return { flat, from, to };
}

const MONTH = MONTHS.join('|');
const CHINESE = `[${NUMERALS}]+(?:点[${NUMERALS}]+)?`;
const DECIMAL = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?`;
const PIECES = new RegExp(
  [
    String.raw`(?<space>[\s\u200B-\u200D\u2060\uFEFF\u00AD]+)`,
    String.raw`(?<iso>(?<![\d.])\d{4}(?<mark>[-/.])\d{1,2}\k<mark>\d{1,2}(?![\d.]))`,
    String.raw`(?<english>\b(?:\d{1,2} (?:${MONTH})(?: \d{4})?|(?:${MONTH}) \d{1,2}(?:, \d{4})?)\b)`,
    String.raw`(?<per>[百千]分之)(?<perDecimal>${DECIMAL}|${CHINESE})`,
    String.raw`(?<sign>(?<=^|[\s(:]|[^\P{sc=Han}年月日时点个号至])-(?=\d))?(?<decimal>${DECIMAL})\s*(?<scales>(?:thousand|million|billion)\b|(?:百(?!分)|千(?![米克瓦]))?(?:万亿|万|亿)?)\s*(?<percent>[%‰])?`,
    `(?<chinese>${CHINESE})`,
    String.raw`(?<atLeast>至少|不少于|不低于|不小于)`,
    String.raw`(?<latin>[A-Za-z\u00C0-\u024F]+(?:['-][A-Za-z]+)*)`,
    String.raw`(?<point>[^\p{L}\p{N}\s◈?])`,
    String.raw`(?<other>[^])`,
  ].join('|'),
  'gu',
);

/** Measure words: what stands before one is a count. */
const MEASURES =
  /^[\s]*(?:[个個名件次条項项家所处處户戶位人天日月年元万亿轮輪批期周镇乡村县市份座间成倍亩]|街道|社区)/u;

/** A document and what it was printed from have most of their paragraphs in common. */
const known = new LRUCache<string, readonly Token[]>({ max: 2000 });

/** The pieces of a text in reading order; spaces are none. Numbers, days and marks that say the same have the same key. */
export function tokenise(text: string): readonly Token[] {
  const tokens = known.get(text) ?? split(text);
  known.set(text, tokens);
  return tokens;
}

function split(text: string): readonly Token[] {
  const { flat, from, to } = flatten(text);
  const tokens: Token[] = [];
  for (const match of flat.matchAll(PIECES)) {
    const { 0: piece, index, groups = {} } = match;
    const trimmed = piece.trimEnd();
    if (groups['space']) continue;
    const token = {
      ...readPiece(trimmed, groups, flat.slice(index + piece.length)),
      start: from[index]!,
      end: to[index + trimmed.length - 1]!,
    };
    const before = tokens.at(-1);
    // 五百多 is 500余; 元整 is 元.
    if (token.key === '多' && before?.kind === 'number') tokens.push({ ...token, key: '余' });
    else if (token.key === '圆' && before?.kind === 'number') tokens.push({ ...token, key: '元' });
    else if (!(/^[整正]$/u.test(token.key) && before?.key === '元' && tokens.at(-2)?.kind === 'number'))
      tokens.push(token);
  }
  return withDays(tokens);
}

type Piece = Omit<Token, 'start' | 'end'>;

function readPiece(piece: string, groups: Readonly<Record<string, string | undefined>>, after: string): Piece {
  const { iso, english, per, perDecimal, decimal, chinese, sign, scales, percent, atLeast, latin, point } = groups;
  if (iso) return day(iso.split(/[-/.]/).map(Number));
  if (english) return englishDay(english);
  if (per && perDecimal) {
    const value = /\d/.test(perDecimal) ? readDecimal(perDecimal) : readChinese(perDecimal);
    if (value !== null) return number(per === '千分之' ? new Big(value).div(10).toFixed() : value, '%', true);
  }
  if (decimal) {
    const value = `${sign ?? ''}${readDecimal(decimal, scales ? (scales.match(/[a-z]+|./gu) ?? []) : [])}`;
    return number(percent === '‰' ? new Big(value).div(10).toFixed() : value, percent ? '%' : '', true);
  }
  if (chinese) {
    const value = readChinese(chinese);
    if (value !== null) return number(value, '', chinese.length > 1 || MEASURES.test(after));
  }
  const spelt = latin && readEnglish(latin);
  if (spelt) return number(spelt, '', true);
  return plain(point ? 'mark' : 'word', atLeast ? '不少于' : piece);
}

const plain = (kind: Token['kind'], key: string): Piece => ({ kind, key, value: null, unit: '', counts: false });

const number = (value: string, unit: '' | '%', counts: boolean): Piece => ({
  kind: 'number',
  key: `#${value}${unit}`,
  value,
  unit,
  counts,
});

const day = (parts: readonly number[]): Piece => ({ ...plain('number', `day ${parts.join('-')}`), counts: true });

function englishDay(text: string): Piece {
  const month = MONTHS.findIndex((name) => text.includes(name)) + 1;
  const [date = 0, year] = text.match(/\d+/g)?.map(Number) ?? [];
  return day(year === undefined ? [month, date] : [year, month, date]);
}

/** 2014年7月31日 and 7月31日 as one piece each. */
function withDays(tokens: readonly Token[]): Token[] {
  const merged: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const first = tokens[i]!;
    const long = dayAt(tokens, i, ['年', '月', '日']);
    const parts = long ?? dayAt(tokens, i, ['月', '日']);
    if (!parts) {
      merged.push(first);
      continue;
    }
    i += parts.length * 2 - 1;
    merged.push({ ...day(parts), start: first.start, end: tokens[i]!.end });
  }
  return merged;
}

function dayAt(tokens: readonly Token[], at: number, units: readonly string[]): number[] | null {
  const parts = units.map((unit, i): number => {
    const [count, word] = [tokens[at + 2 * i], tokens[at + 2 * i + 1]];
    const named = word?.key === unit || (unit === '日' && word?.key === '号');
    return named && count?.kind === 'number' && count.unit === '' ? Number(count.value ?? NaN) : NaN;
  });
  const [date = NaN, month = NaN] = parts.toReversed();
  return parts.every(Number.isInteger) && month >= 1 && month <= 12 && date >= 1 && date <= 31 ? parts : null;
}

/** What a text is compared by as a whole. */
export const keyOf = (tokens: readonly Token[]): string => tokens.map(({ key }) => key).join('\u0001');

/** Whether two texts say the same, however their numbers and marks are written. */
export const saysTheSame = (one: string, other: string): boolean => keyOf(tokenise(one)) === keyOf(tokenise(other));
