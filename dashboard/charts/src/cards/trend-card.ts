import { formatDay, formatInteger, formatMonthDay, addDays } from '../format/index.ts';
import { scheduled, trendLine, type Trend } from '../trend-line.ts';
import type { CardPlace, ChartCard, ChartTable, PeriodAnswer } from './card.ts';
import { joined, placeLine } from './place-line.ts';
import { cardWords, type CardWords } from './words.ts';

const HEIGHT = 192;

/** Rectified and identified at the end of a week. */
function weeksOf(periods: readonly PeriodAnswer[]) {
  return periods.map((period) => {
    const value = (wanted: string): string => period.values.find(({ id }) => id === wanted)?.value ?? '0';
    return {
      label: period.label,
      day: addDays(period.to, -1),
      rectified: value('RECTIFIED'),
      identified: value('IDENTIFIED'),
      overdue: Number(value('OVERDUE')),
      illustrative: period.values.some(({ illustrative }) => illustrative),
    };
  });
}

type Week = ReturnType<typeof weeksOf>[number];

/** Whether the last figure is ahead of the schedule, in words; with a case overdue it is never merely level. */
function pace(trend: Trend, overdue: number, words: CardWords['trend']): string {
  const last = trend.points.at(-1);
  const due = last ? scheduled(trend, last.day) : null;
  if (!last || due === null) return words.noDeadline;
  const ahead = last.value - due;
  const level = overdue > 0 ? words.due : words.even;
  const text = ahead === 0 ? level : (ahead > 0 ? words.ahead : words.behind)(Math.abs(ahead));
  return overdue > 0 ? words.overdue(text, overdue) : text;
}

function trendTable(weeks: readonly Week[], trend: Trend, { lang }: CardPlace): ChartTable {
  const words = cardWords(lang).trend;
  const due = (day: string): string | null => scheduled(trend, day)?.toString() ?? null;
  return {
    columns: [
      { label: words.week },
      { label: words.until, format: 'DAY' },
      { label: words.rectified, numeric: true, format: 'INTEGER' },
      { label: words.scheduled, numeric: true, format: 'INTEGER' },
    ],
    rows: weeks.map(({ label, day, rectified, illustrative }) => {
      const scheduledBy = due(day);
      return {
        key: label,
        cells: [
          { text: label },
          { text: formatDay(day, lang), value: day },
          { text: formatInteger(rectified), value: rectified, way: { to: 'rectified', day }, illustrative },
          {
            text: formatInteger(scheduledBy),
            value: scheduledBy,
            // A share of all that are to be rectified by the deadline.
            way: scheduledBy === null || scheduledBy === '0' ? null : { to: 'rows', id: 'IDENTIFIED' },
          },
        ],
      };
    }),
  };
}

/** How fast: rectified so far week by week, beside the schedule counted back from the deadline. */
export function trendCard(periods: readonly PeriodAnswer[], place: CardPlace): ChartCard {
  const { lang, campaign } = place;
  const words = cardWords(lang).trend;
  const weeks = weeksOf(periods);
  const trend: Trend = {
    start: campaign?.startOn ?? weeks[0]?.day ?? '',
    deadline: campaign?.deadline ?? null,
    goal: Number(weeks.at(-1)?.identified ?? 0),
    points: weeks.map(({ day, rectified }) => ({ day, value: Number(rectified) })),
  };
  const target = trend.deadline === null ? '' : words.target(formatMonthDay(trend.deadline, lang));
  const what = joined(words.what, target);
  return {
    kind: 'TREND',
    title: words.title,
    what,
    subtitle: joined(what, placeLine(place)),
    note: pace(trend, weeks.at(-1)?.overdue ?? 0, words),
    illustrative: weeks.some(({ illustrative }) => illustrative),
    empty: trend.goal === 0 ? cardWords(lang).noCases : null,
    height: HEIGHT,
    legend: true,
    draw: (context) => trendLine(trend, context),
    marks: weeks.map(({ day, rectified }) => ({
      label: `${formatDay(day, lang)} ${rectified}`,
      way: { to: 'rectified', day },
    })),
    table: trendTable(weeks, trend, place),
  };
}
