import { CHART_KINDS, type ChartKind } from '@wallchart/charts/cards';
import { TABLES, type AnnexChoice } from '../content.ts';

type AnnexKey = `chart.${ChartKind}` | `table.${(typeof TABLES)[number]}`;

/** What an annex shows, whatever it is called. */
export const annexKey = (annex: AnnexChoice): AnnexKey =>
  annex.kind === 'table' ? `table.${annex.table}` : `chart.${annex.chart}`;

/** Every annex that there can be, in the order they are offered. */
export const ANNEX_KEYS: readonly AnnexKey[] = [
  ...TABLES.map((table) => `table.${table}` as const),
  ...CHART_KINDS.map((chart) => `chart.${chart}` as const),
];

/** Whether it is a table or a chart. */
export const annexKind = (key: AnnexKey): AnnexChoice['kind'] => (key.startsWith('table.') ? 'table' : 'chart');

/** A new annex of a kind. */
export function newAnnex(key: AnnexKey, title: string): AnnexChoice {
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
