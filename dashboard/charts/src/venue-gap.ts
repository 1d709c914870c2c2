import { approximate } from './format/decimal.ts';
import { formatAmount, LARGE_UNIT } from './format/index.ts';
import type { EChartsOption } from './base.ts';
import { crossHatch } from './patterns.ts';
import { rowBars, type RowBar } from './row-bars.ts';
import type { ChartContext } from './theme.ts';
import { chartWords } from './words.ts';

/** Money for venues, exact yuan. */
export interface VenueMoney {
  readonly cost: string | null;
  readonly sources: readonly { readonly label: string; readonly amount: string | null }[];
  readonly gap: string | null;
}

/** Cost, then what each source has paid, step by step, and the gap that is left. */
export function venueGap(money: VenueMoney, context: ChartContext): EChartsOption {
  const { theme, lang } = context;
  const words = chartWords(lang);
  const write = (yuan: string | null): string => formatAmount(yuan, LARGE_UNIT[lang]);
  const tints = [theme.done, theme.done2, theme.done3, theme.neutral];
  let reached = 0;
  const sources: RowBar[] = money.sources.map(({ label, amount }, index) => {
    const row = {
      label,
      length: approximate(amount),
      from: reached,
      text: write(amount),
      style: { color: tints[index % tints.length] ?? theme.done },
    };
    reached += row.length;
    return row;
  });
  const cost = approximate(money.cost);
  const gap = approximate(money.gap);
  return rowBars(
    [
      { label: words.cost, length: cost, text: write(money.cost), style: { color: theme.neutral } },
      ...sources,
      {
        label: words.gap,
        length: gap,
        from: Math.max(0, cost - gap),
        text: write(money.gap),
        // The edge of a bar without length is a line, as of a gap that is nearly closed.
        style: money.gap === null ? { color: theme.overdue } : crossHatch(theme.overdue, theme.overdueGround),
      },
    ],
    context,
  );
}
