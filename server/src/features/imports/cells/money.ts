import { readMoney } from './decimal.ts';

/** Money units as offices write them, as powers of ten yuan. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ['元', 0],
  ['圆', 0],
  ['元整', 0],
  ['yuan', 0],
  ['百元', 2],
  ['千元', 3],
  ['万', 4],
  ['万元', 4],
  ['万元整', 4],
  ['百万', 6],
  ['百万元', 6],
  ['千万', 7],
  ['千万元', 7],
  ['亿', 8],
  ['亿元', 8],
]);

/** The unit in which a column's amounts stand, as its header or a title says it; `named` where one of them does. */
export interface HeaderUnit {
  readonly power: number;
  readonly named: boolean;
}

/** The power of ten yuan of a unit, `''` being none; undefined for a word that is no money unit. */
export const moneyUnit = (word: string): number | null | undefined =>
  word === '' ? null : UNITS.get(word.toLowerCase());

/** A power of ten yuan in Chinese. */
export const unitName = (power: number): string =>
  [...UNITS].find(([name, own]) => own === power && name.endsWith('元'))?.[0] ?? `10^${power}元`;

export const sameUnit = (header: HeaderUnit, unit: number): boolean =>
  header.power === unit || (header.power === 0 && !header.named);

const WITH_UNIT = /^(?:人民币|RMB|CNY)?\s*¥?\s*([+-]?[\d.,]+)\s*([百千]?[万亿]?(?:[元圆]整?)?|yuan)$/i;

/** An amount as text (`¥100,000`, `10万元`), with the unit that it names; null if it is none. */
export function writtenMoney(text: string): { readonly number: string; readonly unit: number | null } | null {
  const [, number, word] = WITH_UNIT.exec(text) ?? [];
  const unit = moneyUnit(word ?? '');
  return number === undefined || unit === undefined || readMoney(number, 0) === null ? null : { number, unit };
}
