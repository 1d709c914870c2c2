import { approximate } from './format/decimal.ts';
import { formatAmount, formatSignedPercent, LARGE_UNIT } from './format/index.ts';
import type { EChartsOption } from './base.ts';
import { rowBars } from './row-bars.ts';
import type { ChartContext } from './theme.ts';
import { chartWords } from './words.ts';

/** Monthly pay of one class of cadre, all heads together: exact yuan, and the increase as a decimal. */
export interface PayRise {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly increase: string | null;
}

/** Two bars a class, before and after, with both amounts, and the increase beside the second. */
export function payBars(classes: readonly PayRise[], context: ChartContext): EChartsOption {
  const { theme, lang } = context;
  const words = chartWords(lang);
  // To the yuan, or to the hundred in 万元; the table has every fen.
  const amount = (yuan: string | null): string => formatAmount(yuan, LARGE_UNIT[lang], 2);
  const rows = classes.flatMap(({ label, before, after, increase }) => [
    {
      label: `${label} ${words.before}`,
      length: approximate(before),
      text: amount(before),
      style: { color: theme.track, borderColor: theme.neutral, borderWidth: 1 },
    },
    {
      label: words.after,
      length: approximate(after),
      text: `${amount(after)}  ${formatSignedPercent(increase)}`,
      style: { color: theme.neutral },
    },
  ]);
  return rowBars(rows, context);
}
