import { approximate } from '../format/decimal.ts';
import { formatSignedPercent, formatWan, formatYuan, type Lang } from '../format/index.ts';
import { baseOption, columnWidth, type EChartsOption } from './base.ts';
import type { ChartContext } from './theme.ts';
import { chartWords } from './words.ts';

/** Monthly pay of one class of cadre, all heads together: exact yuan, and the increase as a decimal. */
export interface PaySlope {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly increase: string | null;
}

const amount = (value: string | null, lang: Lang): string => (lang === 'en' ? formatYuan(value) : formatWan(value, 2));

/** Before and after, one line a class, with both amounts and the increase printed at its ends. */
export function paySlope(classes: readonly PaySlope[], context: ChartContext): EChartsOption {
  const { theme, lang } = context;
  const words = chartWords(lang);
  const starts = classes.map((one) => `${one.label}  ${amount(one.before, lang)}`);
  const ends = classes.map((one) => `${amount(one.after, lang)}  ${formatSignedPercent(one.increase)}`);
  const inks = [theme.ink, theme.neutral];
  return {
    ...baseOption(context),
    grid: { left: columnWidth(starts, 60, 180) + 14, right: columnWidth(ends, 60, 160) + 14, top: 12, bottom: 24 },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: [words.before, words.after],
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: theme.soft, fontSize: 12 },
      splitLine: { show: true, lineStyle: { color: theme.rule } },
    },
    yAxis: { type: 'value', show: false, min: 0 },
    series: classes.map((one, index) => ({
      type: 'line' as const,
      name: one.label,
      cursor: 'pointer',
      symbol: index === 0 ? 'circle' : 'emptyCircle',
      symbolSize: 8,
      lineStyle: { color: inks[index % 2], width: 2.5, type: index === 0 ? ('solid' as const) : ('dashed' as const) },
      itemStyle: { color: inks[index % 2] },
      data: [
        {
          value: approximate(one.before),
          label: { show: true, position: 'left' as const, color: theme.ink, formatter: starts[index] ?? '' },
        },
        {
          value: approximate(one.after),
          label: { show: true, position: 'right' as const, color: theme.ink, fontWeight: 600, formatter: ends[index] ?? '' },
        },
      ],
    })),
  };
}
