import { approximate } from './format/decimal.ts';
import { formatInteger, formatPercent } from './format/index.ts';
import type { EChartsOption } from './base.ts';
import { rowBars } from './row-bars.ts';
import type { ChartContext } from './theme.ts';

/** Case-months of one period that met the duty, out of those due. */
export interface VisitBar {
  readonly label: string;
  readonly met: string | null;
  readonly due: string | null;
  readonly rate: string | null;
}

/** Met of due, one bar a month on a track of its full length. */
export function visitBars(months: readonly VisitBar[], context: ChartContext): EChartsOption {
  const rows = months.map(({ label, met, due, rate }) => ({
    label,
    length: approximate(due) === 0 ? 0 : approximate(met) / approximate(due),
    track: 1,
    text: `${formatInteger(met)}/${formatInteger(due)}  ${formatPercent(rate)}`,
    style: { color: context.theme.accepted },
  }));
  return rowBars(rows, context);
}
