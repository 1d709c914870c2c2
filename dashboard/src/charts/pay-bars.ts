import { approximate } from '../format/decimal.ts';
import { formatInteger, formatSignedPercent, formatWan, type Lang } from '../format/index.ts';
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

/** To the yuan, or to the hundred in 万元; the table has every fen. */
const amount = (value: string | null, lang: Lang): string =>
  lang === 'en' ? formatInteger(value) : formatWan(value, 2);

/** Two bars a class, before and after, with both amounts, and the increase beside the second. */
export function payBars(classes: readonly PayRise[], context: ChartContext): EChartsOption {
  const { theme, lang } = context;
  const words = chartWords(lang);
  const rows = classes.flatMap(({ label, before, after, increase }) => [
    {
      label: `${label} ${words.before}`,
      length: approximate(before),
      text: amount(before, lang),
      style: { color: theme.track, borderColor: theme.neutral, borderWidth: 1 },
    },
    {
      label: words.after,
      length: approximate(after),
      text: `${amount(after, lang)}  ${formatSignedPercent(increase)}`,
      style: { color: theme.neutral },
    },
  ]);
  return rowBars(rows, context);
}
