import { CHART_KINDS } from '@wallchart/charts/cards';
import { TABLES, type AnnexChoice } from '../content.ts';

/** What an annex shows, whatever it is called. */
export const annexKey = (annex: AnnexChoice): string =>
  annex.kind === 'table' ? `table.${annex.table}` : `chart.${annex.chart}`;

/** Every annex that there can be, in the order they are offered. */
export const ANNEX_KEYS: readonly string[] = [
  ...TABLES.map((table) => `table.${table}`),
  ...CHART_KINDS.map((chart) => `chart.${chart}`),
];

/** A new annex of a kind. */
export function newAnnex(key: string, title: string): AnnexChoice {
  const table = TABLES.find((one) => `table.${one}` === key);
  if (table) return { kind: 'table', table, title };
  return { kind: 'chart', chart: CHART_KINDS.find((one) => `chart.${one}` === key) ?? CHART_KINDS[0], title };
}

/** Moves one annex by one place; at the ends it stays. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const copy = [...list];
  const one = copy[index];
  const other = copy[index + by];
  if (one === undefined || other === undefined) return copy;
  copy[index] = other;
  copy[index + by] = one;
  return copy;
}
