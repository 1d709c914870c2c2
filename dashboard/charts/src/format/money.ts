import { group, round, shift } from './decimal.ts';
import { NONE, type Lang } from './numbers.ts';

/** A unit that amounts are written in. The name comes with its conversion, so that the two cannot differ. */
export interface MoneyUnit {
  readonly name: string;
  /** An amount in the unit is yuan × 10^power. */
  readonly power: number;
}

export const YUAN: Readonly<Record<Lang, MoneyUnit>> = {
  'zh-CN': { name: '元', power: 0 },
  en: { name: 'yuan', power: 0 },
};

/** The unit for large sums: 万元; English has no such unit and stays with yuan. */
export const LARGE_UNIT: Readonly<Record<Lang, MoneyUnit>> = { ...YUAN, 'zh-CN': { name: '万元', power: -4 } };

/** Exact yuan as an exact amount of the unit. */
export const inUnit = (yuan: string, { power }: MoneyUnit): string => shift(yuan, power);

/** Yuan in the unit, whole where that is the yuan itself: 186.0 of 万元, 1,860,000 yuan; null is "—". */
export function formatAmount(yuan: string | null, unit: MoneyUnit, places = 1): string {
  return yuan === null ? NONE : group(round(inUnit(yuan, unit), unit.power === 0 ? 0 : places));
}
