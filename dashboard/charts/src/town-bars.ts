import { formatPercent, NONE } from './format/index.ts';
import { STATE_MARKS, type StateMark } from './terms/state-mark.ts';
import { baseOption, columnWidth, legendOf, numbered, textWidth, unnumbered, type EChartsOption } from './base.ts';
import { stateStyle } from './patterns.ts';
import { LEGEND_HEIGHT, type ChartContext } from './theme.ts';
import { chartWords } from './words.ts';

/** One town (or village) of the progress chart, already in ranking order. */
export interface TownBar {
  readonly name: string;
  readonly identified: number;
  readonly rectified: number;
  /** Exact decimal, null without a case. */
  readonly rate: string | null;
  readonly rank: number | null;
  readonly tied: boolean;
  /** Cases by how they are drawn; they sum to `identified`. */
  readonly marks: Readonly<Record<StateMark, number>>;
}

const ROW_HEIGHT = 18;
const NAME_WIDTH = 140;
const NAME_LINE = 14;

/** Height that the chart needs for its rows, px: a long name wraps, since paper has nothing to hover, and all rows are alike. */
export function townBarsHeight(names: readonly string[]): number {
  const lines = Math.max(1, ...names.map((name) => Math.ceil(textWidth(name) / NAME_WIDTH)));
  return Math.max(3, names.length) * Math.max(ROW_HEIGHT, lines * NAME_LINE + 6) + 8;
}

/** The rank in words: tied ones say so; nothing for a town without a case. */
export function townRank(town: TownBar, lang: ChartContext['lang']): string {
  if (town.rank === null) return '';
  const words = chartWords(lang);
  return town.tied ? words.tied(town.rank) : words.rank(town.rank);
}

const RATE_WIDTH = 46;
const RANK_WIDTH = 48;
/** Room for "12/34" after the longest bar. */
const COUNT_WIDTH = 40;

/** The words for the patterns that occur. */
function markLegend(towns: readonly TownBar[], { lang, theme }: ChartContext): NonNullable<EChartsOption['legend']> {
  const used = STATE_MARKS.filter((mark) => towns.some(({ marks }) => marks[mark] > 0));
  return legendOf(
    theme,
    used.map((mark) => ({ name: chartWords(lang).marks[mark] })),
  );
}

/** Rate and rank in two columns at the right. */
function endAxis(towns: readonly TownBar[], { theme, lang }: ChartContext) {
  const column = { align: 'right' as const, color: theme.soft, fontSize: 12 };
  return {
    position: 'right' as const,
    data: numbered(
      towns.map((town) =>
        town.rank === null ? '' : `{rate|${formatPercent(town.rate)}}{rank|${townRank(town, lang)}}`,
      ),
    ),
    axisLabel: {
      interval: 0,
      margin: COUNT_WIDTH,
      rich: { rate: { ...column, width: RATE_WIDTH }, rank: { ...column, width: RANK_WIDTH } },
      formatter: unnumbered,
    },
  };
}

/** An empty bar at the end of each stack, which carries the figure. */
function counts(towns: readonly TownBar[], { theme }: ChartContext) {
  return {
    type: 'bar' as const,
    name: 'count',
    stack: 'cases',
    silent: true,
    data: towns.map((town) => ({
      value: 0,
      label: {
        show: true,
        position: 'right' as const,
        fontSize: 12,
        color: town.identified === 0 ? theme.soft : theme.ink,
        formatter: town.identified === 0 ? NONE : `${town.rectified}/${town.identified}`,
      },
    })),
  };
}

/** Stacked bars, one per town, in the order given (docs/domain.md#arithmetic); "—" for a town without a case. */
export function townBars(towns: readonly TownBar[], context: ChartContext): EChartsOption {
  const { theme, lang } = context;
  const most = Math.max(1, ...towns.map(({ identified }) => identified));
  const names = towns.map(({ name }) => name);
  const label = { color: theme.ink, fontSize: 12 };
  const category = { type: 'category' as const, inverse: true, axisLine: { show: false }, axisTick: { show: false } };
  return {
    ...baseOption(context),
    grid: {
      left: columnWidth(names, 48, NAME_WIDTH) + 10,
      right: RATE_WIDTH + RANK_WIDTH + COUNT_WIDTH,
      top: 2,
      bottom: context.legend === true ? LEGEND_HEIGHT : 2,
    },
    ...(context.legend === true ? { legend: markLegend(towns, context) } : {}),
    xAxis: { type: 'value', show: false, min: 0, max: most },
    yAxis: [
      {
        ...category,
        data: names,
        axisLabel: { ...label, interval: 0, width: NAME_WIDTH, overflow: 'break', lineHeight: NAME_LINE },
      },
      { ...category, ...endAxis(towns, context) },
    ],
    series: [
      ...STATE_MARKS.map((mark) => ({
        type: 'bar' as const,
        name: chartWords(lang).marks[mark],
        stack: 'cases',
        barWidth: 12,
        cursor: 'pointer',
        itemStyle: stateStyle(mark, theme),
        data: towns.map((town) => (town.marks[mark] === 0 ? null : town.marks[mark])),
      })),
      counts(towns, context),
    ],
  };
}
