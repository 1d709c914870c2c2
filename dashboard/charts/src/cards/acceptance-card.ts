import { formatMetric, formatPercent } from '../format/index.ts';
import terms from '../terms/messages.ts';
import { rowBars, rowBarsHeight } from '../row-bars.ts';
import { figureOf, type CardPlace, type ChartCard, type FigureAnswer } from './card.ts';
import { joined, placeLine } from './place-line.ts';
import { cardWords } from './words.ts';

const GRADES = [
  { id: 'GRADE_GOOD', key: 'GOOD' },
  { id: 'GRADE_FAIRLY_GOOD', key: 'FAIRLY_GOOD' },
  { id: 'GRADE_AVERAGE', key: 'AVERAGE' },
  { id: 'GRADE_POOR', key: 'POOR' },
] as const;

/** How acceptance went: cases by their latest grade; `metrics` are the four grades and SATISFACTION. */
export function acceptanceCard(metrics: readonly FigureAnswer[], place: CardPlace): ChartCard {
  const { lang } = place;
  const words = cardWords(lang).acceptance;
  const grades = GRADES.map(({ id, key }) => {
    const figure = figureOf(metrics, id);
    return {
      id,
      label: terms[lang].grade[key],
      value: figure?.value ?? null,
      count: Number(figure?.value ?? 0),
      text: formatMetric(figure, 'INTEGER', lang),
      illustrative: figure?.illustrative === true,
      way: { to: 'rows', id } as const,
    };
  });
  const satisfaction = figureOf(metrics, 'SATISFACTION');
  const rate = satisfaction?.value ?? null;
  const rated = rate === null ? '' : words.satisfaction(formatPercent(rate)) + place.definition('SATISFACTION');
  const some = grades.some(({ count }) => count > 0) || rate !== null;
  return {
    kind: 'ACCEPTANCE',
    title: words.title,
    what: words.what,
    subtitle: joined(words.what, placeLine(place)),
    note: words.note + rated,
    illustrative: satisfaction?.illustrative === true || grades.some(({ illustrative }) => illustrative),
    empty: some ? null : words.empty,
    height: rowBarsHeight(grades.length, 28),
    legend: false,
    draw: (context) =>
      rowBars(
        grades.map(({ label, count, text }) => ({
          label,
          length: count,
          text,
          style: { color: context.theme.neutral },
        })),
        context,
      ),
    marks: grades.map(({ label, text, way }) => ({ label: `${label} ${text}`, way })),
    table: {
      columns: [{ label: words.grade }, { label: cardWords(lang).causes.count, numeric: true, format: 'INTEGER' }],
      rows: grades.map(({ id, label, value, text, way, illustrative }) => ({
        key: id,
        cells: [{ text: label }, { text, value, way, illustrative }],
      })),
    },
  };
}
