import { daysBetween, formatMonth, addDays, startOfMonth } from './format/index.ts';
import type { LineSeriesOption } from 'echarts';
import { baseOption, legendOf, type EChartsOption } from './base.ts';
import { LEGEND_HEIGHT, type ChartContext } from './theme.ts';
import { chartWords } from './words.ts';

/** Rectified so far at the end of each period, and the schedule counted back from the deadline. */
export interface Trend {
  readonly start: string;
  /** Null: no schedule can be drawn. */
  readonly deadline: string | null;
  /** All that have to be done by the deadline. */
  readonly goal: number;
  /** `day`: last day of the period, inclusive. */
  readonly points: readonly { readonly day: string; readonly value: number }[];
}

/**
 * How many are due by a day if the schedule is kept: where its line stands, rounded up, since fewer would be behind it;
 * null without a deadline.
 */
export function scheduled(trend: Omit<Trend, 'points'>, day: string): number | null {
  if (trend.deadline === null) return null;
  const length = daysBetween(trend.start, trend.deadline);
  if (length <= 0) return trend.goal;
  const elapsed = Math.min(length, Math.max(0, daysBetween(trend.start, day)));
  return Math.ceil((trend.goal * elapsed) / length);
}

function monthStarts(from: string, to: string): string[] {
  const starts: string[] = [];
  for (let day = startOfMonth(from); day <= to; day = startOfMonth(addDays(day, 32))) if (day >= from) starts.push(day);
  return starts;
}

function progressLine(trend: Trend, { theme, lang }: ChartContext): LineSeriesOption {
  const end = trend.points.length - 1;
  return {
    type: 'line',
    name: chartWords(lang).actual,
    showSymbol: true,
    symbol: 'circle',
    symbolSize: (_value: unknown, point: { dataIndex: number }) => (point.dataIndex === end ? 8 : 3),
    lineStyle: { color: theme.done, width: 2.5 },
    itemStyle: { color: theme.done },
    cursor: 'pointer',
    data: trend.points.map(({ day, value }, index) => ({
      value: [daysBetween(trend.start, day), value],
      label: {
        show: index === end,
        position: 'top',
        color: theme.ink,
        fontWeight: 600,
        fontSize: 13,
        formatter: String(value),
      },
    })),
  };
}

/** The schedule, straight from nothing at the start to everything at the deadline. */
function targetLine(trend: Trend, deadline: string, { theme, lang }: ChartContext): LineSeriesOption {
  return {
    type: 'line',
    name: chartWords(lang).target,
    silent: true,
    symbol: 'none',
    lineStyle: { color: theme.soft, width: 1.25, type: 'dashed' },
    itemStyle: { color: theme.soft },
    data: [
      [0, 0],
      [daysBetween(trend.start, deadline), trend.goal],
    ],
  };
}

/** Three dashes, as the line has them. */
const DASHES = 'path://M0 4h4v2h-4zM7 4h4v2h-4zM14 4h4v2h-4z';

function lineLegend({ deadline }: Trend, { theme, lang }: ChartContext): NonNullable<EChartsOption['legend']> {
  const words = chartWords(lang);
  return legendOf(theme, [
    { name: words.actual },
    ...(deadline === null ? [] : [{ name: words.target, icon: DASHES }]),
  ]);
}

/** The course of a campaign: what is done (line, last figure printed) against the schedule (dashed). */
export function trendLine(trend: Trend, context: ChartContext): EChartsOption {
  const { theme, lang } = context;
  const last = trend.points.at(-1);
  const lastDay = last?.day ?? trend.start;
  const end = trend.deadline !== null && trend.deadline > lastDay ? trend.deadline : lastDay;
  const span = Math.max(1, daysBetween(trend.start, end));
  const x = (day: string): number => daysBetween(trend.start, day);
  const months = monthStarts(trend.start, end);
  const quiet = { color: theme.soft, fontSize: 12 };
  return {
    ...baseOption(context),
    grid: { left: 32, right: 28, top: 24, bottom: 22 + (context.legend === true ? LEGEND_HEIGHT : 0) },
    ...(context.legend === true ? { legend: lineLegend(trend, context) } : {}),
    xAxis: {
      type: 'value',
      min: 0,
      max: span,
      splitLine: { show: false },
      axisLine: { show: true, lineStyle: { color: theme.rule } },
      axisTick: { show: true, customValues: months.map(x), lineStyle: { color: theme.rule } },
      axisLabel: {
        ...quiet,
        customValues: months.map(x),
        hideOverlap: true,
        formatter: (value: number) => formatMonth(addDays(trend.start, value), lang),
      },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: Math.max(1, trend.goal, ...trend.points.map(({ value }) => value)),
      minInterval: 1,
      splitNumber: 4,
      axisLabel: quiet,
      splitLine: { lineStyle: { color: theme.rule } },
    },
    series: [
      progressLine(trend, context),
      ...(trend.deadline === null ? [] : [targetLine(trend, trend.deadline, context)]),
    ],
  };
}
