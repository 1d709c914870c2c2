import { formatInteger, formatMonth, formatPercent } from '../format/index.ts';
import { rowBarsHeight } from '../row-bars.ts';
import { visitBars } from '../visit-bars.ts';
import { figureOf, type CardPlace, type ChartCard, type FigureAnswer, type PeriodAnswer } from './card.ts';
import { joined, placeLine } from './place-line.ts';
import { cardWords } from './words.ts';

export interface VisitsAnswer {
  /** VISITS among others. */
  readonly metrics: readonly FigureAnswer[];
  /** VISIT_COMPLIANCE by month, each month on its own. */
  readonly trend: readonly PeriodAnswer[];
}

/** Months that had a duty. */
function monthsOf(answer: VisitsAnswer | null, { lang }: CardPlace) {
  return (answer?.trend ?? []).flatMap((period) => {
    const [one] = period.values;
    if (!one || one.value === null) return [];
    return [
      {
        key: period.label,
        label: formatMonth(period.from, lang),
        met: one.numerator,
        due: one.denominator,
        rate: one.value,
        illustrative: one.illustrative,
        way: { to: 'rows', id: 'VISIT_COMPLIANCE', part: { by: 'MONTH', key: period.label } } as const,
      },
    ];
  });
}

/** Do the contact leaders go: case-months with enough visits out of those due, month by month. */
export function visitsCard(answer: VisitsAnswer | null, place: CardPlace): ChartCard {
  const words = cardWords(place.lang).visits;
  const months = monthsOf(answer, place);
  const duty = place.campaign?.visitsPerMonth ?? null;
  const what = duty === null ? words.noDuty : words.duty(duty);
  const visited = (figureOf(answer?.metrics, 'VISITS')?.value ?? '0') !== '0';
  return {
    kind: 'VISITS',
    title: words.title,
    what,
    subtitle: joined(what, placeLine(place)),
    note: place.definition('VISIT_COMPLIANCE'),
    illustrative: months.some(({ illustrative }) => illustrative),
    blank: months.length > 0 ? null : words.noMonths,
    empty: months.length > 0 || visited ? null : words.empty,
    height: months.length === 0 ? 0 : rowBarsHeight(months.length, 28),
    legend: false,
    draw: (context) => visitBars(months, context),
    marks: months.map(({ label, met, due, rate, way }) => ({
      label: `${label} ${met}/${due} ${formatPercent(rate)}`,
      way,
    })),
    table: {
      columns: [
        { label: words.month },
        { label: words.met, numeric: true, format: 'INTEGER' },
        { label: words.due, numeric: true, format: 'INTEGER' },
        { label: words.rate, numeric: true, format: 'PERCENT' },
      ],
      rows: months.map(({ key, met, due, rate, way, illustrative }) => ({
        key,
        cells: [
          { text: key },
          { text: formatInteger(met), value: met, way, illustrative },
          { text: formatInteger(due), value: due, way: { ...way, den: true } },
          { text: formatPercent(rate), value: rate, way },
        ],
      })),
    },
  };
}
