import { comparable } from '../../../domain/narrow.ts';
import { isBlank, textOf, type RawRow } from '../cells/raw-cell.ts';
import { columnName } from '../../../rendering/workbook/cell-address.ts';
import type { Merge } from './sheet-layout.ts';

const POWERS = new Map([
  ['元', 0],
  ['yuan', 0],
  ['¥', 0],
  ['百元', 2],
  ['百', 2],
  ['千元', 3],
  ['千', 3],
  ['thousandyuan', 3],
  ['thousandsofyuan', 3],
  ['1000yuan', 3],
  ['万元', 4],
  ['万', 4],
  ['10000yuan', 4],
  ['十万元', 5],
  ['百万元', 6],
  ['百万', 6],
  ['millionyuan', 6],
  ['millionsofyuan', 6],
  ['千万元', 7],
  ['亿元', 8],
  ['亿', 8],
]);

const PLAIN_CHARACTERS: Record<string, string> = { 萬: '万', 仟: '千', 佰: '百', 億: '亿', 圆: '元', 圓: '元' };

/** The power of ten yuan that a unit means (万元: 4; 单位：千元: 3); null if it is none. Takes comparable text. */
export const readUnit = (text: string): number | null =>
  POWERS.get(
    text
      .replace(/^(?:(?:金额|货币|资金|计量)?单位|金额|units?|in)(?:均?为|是)?:?/, '')
      .replace(/^(?:人民币|rmb|cny):?|(?:人民币|rmb|cny)$/g, '')
      .replace(/[萬仟佰億圆圓]/g, (character) => PLAIN_CHARACTERS[character] ?? character),
  ) ?? null;

/** A money unit that stands above the table. */
export interface TitleUnit {
  readonly row: number;
  readonly cell: string;
  readonly value: string;
  /** null: no one knows it */
  readonly power: number | null;
  /** the columns that it stands above; all of them if it applies to the whole table */
  readonly from: number;
  readonly to: number;
}

const LABEL = /(金额|货币|资金)?(?:计量)?单位(?:均?为|是)?:?((?:(?!(?:金额|货币|资金|计量)?单位)[^()[\]【】〔〕。])*)/g;
const IN_BRACKETS = /[([【〔]([^()[\]【】〔〕]*)[)\]】〕]/g;
const MONEY = /(?:元|圆|圓|币|yuan|usd|dollars?|\$|€)$/;
/** 金额以万元为单位, 以万元计 */
const COUNTED_IN = /以((?:人民币)?[十百千万亿]{0,2}元)(?:为|作)?(?:单位|计)/g;

/** Units that a text names: 单位：万元; （金额单位：元）; …一览表（万元）. A null is one that no one knows. */
export function unitsIn(written: string): (number | null)[] {
  const text = comparable(written).replace(/(\d),(\d{3})/g, '$1$2');
  const found: (number | null)[] = [];
  for (const match of text.matchAll(LABEL)) {
    const [, money, wording = ''] = match;
    const parts = wording.split(/[,;、/]/).filter((part) => part !== '');
    const known = parts.map(readUnit).filter((power) => power !== null);
    const own = money !== undefined || !/[\u4e00-\u9fff]/.test(text[match.index - 1] ?? '');
    if (known.length > 0) found.push(...known);
    else if (own && parts.some((part) => money !== undefined || MONEY.test(part))) found.push(null);
  }
  for (const [, unit = ''] of text.matchAll(COUNTED_IN)) found.push(readUnit(unit));
  if (found.length > 0) return found;
  const bare = [text, ...[...text.matchAll(IN_BRACKETS)].map(([, inside = '']) => inside)];
  return bare
    .flatMap((part) => part.split(/[,;、]/))
    .filter((part) => MONEY.test(part) || IN_ENGLISH.test(part))
    .map((part) => ({ power: readUnit(part), unknown: IN_ENGLISH.test(part) }))
    .flatMap(({ power, unknown }) => (power !== null || unknown ? [power] : []));
}

/** 单位：万人 in a title, which no count is read in */
export const namesCountUnit = (written: string): boolean =>
  /单位[^()]*?[:、,;(](?:[十百千]?万|[百千])(?:人|户|名)/.test(comparable(written));

const IN_ENGLISH = /^(?:units?:|in)?(?:rmb|cny|usd|\$|€)|^(?:units?:|in).*yuan$/;

const EVERYWHERE = { from: 0, to: Number.POSITIVE_INFINITY };

/**
 * Finds the money units above a header. What stands in the row right above it beside other texts, as 资金（万元） above 概算 and 到位,
 * applies to the columns below it.
 */
export function titleUnits(titles: readonly RawRow[], headerRow: number, merges: readonly Merge[]): TitleUnit[] {
  return titles.flatMap(({ row, cells }) => {
    const filled = [...cells.keys()].filter((at) => !isBlank(cells[at]));
    return filled.flatMap((at, no) => {
      const text = textOf(cells[at]);
      const next = filled[no + 1];
      const split = /单位\s*[:：]?\s*$/.test(text) && next !== undefined;
      const value = split ? `${text}${textOf(cells[next])}` : text;
      const merge = merges.find((one) => one.top <= row && row <= one.bottom && one.left === at);
      const wholeTable = row < headerRow - 1 || filled.length === 1 || split || /^[([【〔]?[^([【〔]*单位/.test(text);
      const reach = wholeTable ? EVERYWHERE : { from: at, to: merge?.right ?? (next ?? Number.POSITIVE_INFINITY) - 1 };
      return unitsIn(value).map((power) => ({ row, cell: `${columnName(at)}${row}`, value, power, ...reach }));
    });
  });
}
