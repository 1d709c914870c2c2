import { formatInteger, formatPercent } from './format/index.ts';
import type { EChartsOption } from './base.ts';
import { rowBars } from './row-bars.ts';
import type { ChartContext } from './theme.ts';

/** Organisations under one cause; share as an exact decimal of all organisations. */
export interface CauseBar {
  readonly label: string;
  readonly count: number;
  readonly share: string | null;
}

/** Causes, most frequent first, with count and share printed on each. */
export function causeBars(causes: readonly CauseBar[], context: ChartContext): EChartsOption {
  const rows = causes.map(({ label, count, share }) => ({
    label,
    length: count,
    text: `${formatInteger(count)}  ${formatPercent(share)}`,
    style: { color: context.theme.neutral },
  }));
  return rowBars(rows, context);
}
