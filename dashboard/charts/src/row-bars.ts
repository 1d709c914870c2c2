import type { BarSeriesOption } from 'echarts';
import { baseOption, columnWidth, numbered, textWidth, unnumbered, type EChartsOption } from './base.ts';
import type { PatternStyle } from './patterns.ts';
import type { ChartContext } from './theme.ts';

/** One horizontal bar with its words. Lengths are for drawing only; `text` is the figure. */
export interface RowBar {
  readonly label: string;
  readonly length: number;
  /** Where the bar starts (a waterfall); 0 when left out. */
  readonly from?: number;
  readonly text: string;
  readonly style: PatternStyle;
  /** Full length of a track behind the bar (a share of something). */
  readonly track?: number;
}

/** Height for that many rows, px. */
export function rowBarsHeight(count: number, row = 30): number {
  return Math.max(1, count) * row + 8;
}

function barSeries(rows: readonly RowBar[], { theme }: ChartContext, barWidth: number): BarSeriesOption[] {
  const figure = (text: string) => ({ position: 'right' as const, color: theme.ink, fontSize: 12, formatter: text });
  const bar = { type: 'bar' as const, barWidth };
  const offset: BarSeriesOption = {
    ...bar,
    name: 'from',
    stack: 'rows',
    silent: true,
    itemStyle: { color: 'transparent' },
    data: rows.map(({ from }) => from ?? 0),
  };
  const value: BarSeriesOption = {
    ...bar,
    name: 'value',
    stack: 'rows',
    cursor: 'pointer',
    data: rows.map(({ length, style, text, track }) => ({
      value: length,
      itemStyle: style,
      label: { ...figure(text), show: track === undefined },
    })),
  };
  if (rows.every(({ track }) => track === undefined)) return [offset, value];
  const track: BarSeriesOption = {
    ...bar,
    name: 'track',
    barGap: '-100%',
    z: 1,
    silent: true,
    itemStyle: { color: theme.track },
    data: rows.map((row) => ({ value: row.track ?? 0, label: { ...figure(row.text), show: true } })),
  };
  return [offset, value, track];
}

/** What there is room for in two lines, which words do not fill; the table has the whole label. */
function twoLines(label: string, width: number): string {
  if (textWidth(label) <= 2 * width) return label;
  let kept = label;
  while (textWidth(`${kept}…`) > 1.7 * width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

/** Labelled bars, one per row, top down, each with its figure at its end. */
export function rowBars(rows: readonly RowBar[], context: ChartContext, barWidth = 16): EChartsOption {
  const { theme } = context;
  const most = Math.max(1e-9, ...rows.map((row) => Math.max(row.track ?? 0, (row.from ?? 0) + row.length)));
  const labels = rows.map(({ label }) => label);
  const right =
    columnWidth(
      rows.map(({ text }) => text),
      32,
      150,
    ) + 12;
  const left = columnWidth(labels, 40, Math.max(96, context.width * 0.42)) + 10;
  return {
    ...baseOption(context),
    grid: { left, right, top: 2, bottom: 2 },
    xAxis: { type: 'value', show: false, min: 0, max: most },
    yAxis: {
      type: 'category',
      inverse: true,
      data: numbered(labels),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        color: theme.ink,
        fontSize: 12,
        interval: 0,
        width: left - 10,
        overflow: 'break',
        lineHeight: 14,
        formatter: (category: string) => twoLines(unnumbered(category), left - 10),
      },
    },
    series: barSeries(rows, context, barWidth),
  };
}
