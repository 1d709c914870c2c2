import { formatAmount, LARGE_UNIT } from '../format/index.ts';
import { rowBarsHeight } from '../row-bars.ts';
import { venueGap } from '../venue-gap.ts';
import { figureOf, inLang, type CardPlace, type ChartCard, type FigureAnswer, type PartAnswer } from './card.ts';
import { joined, placeLine } from './place-line.ts';
import { cardWords } from './words.ts';

export interface MoneyAnswer {
  /** VENUES_NEEDED, VENUE_COST, VENUE_GAP among others. */
  readonly metrics: readonly FigureAnswer[];
  /** VENUE_RAISED by FUND_SOURCE. */
  readonly sources: { readonly rows: readonly PartAnswer[] };
}

/** What each source has paid; those that paid nothing are left out. */
function sourcesOf(answer: MoneyAnswer | null, { lang }: CardPlace) {
  return (answer?.sources.rows ?? [])
    .map((row) => ({ row, amount: row.values[0]?.value ?? null }))
    .filter(({ amount }) => amount !== null)
    .map(({ row, amount }) => ({
      key: row.key,
      label: inLang(row, lang),
      amount,
      illustrative: row.values[0]?.illustrative === true,
      way: { to: 'rows', id: 'VENUE_RAISED', part: { by: 'FUND_SOURCE', key: row.key } } as const,
    }));
}

/** What is missing: the cost of venues, what each source has paid, the gap. */
export function moneyCard(answer: MoneyAnswer | null, place: CardPlace): ChartCard {
  const { lang } = place;
  const words = cardWords(lang).money;
  const unit = LARGE_UNIT[lang];
  const what = words.unit(unit.name);
  const figure = (id: 'VENUES_NEEDED' | 'VENUE_COST' | 'VENUE_GAP') => figureOf(answer?.metrics, id);
  const whole = (key: 'cost' | 'gap', id: 'VENUE_COST' | 'VENUE_GAP') => ({
    key,
    label: words[key],
    amount: figure(id)?.value ?? null,
    illustrative: figure(id)?.illustrative === true,
    way: { to: 'rows', id } as const,
  });
  const sources = sourcesOf(answer, place);
  const cost = whole('cost', 'VENUE_COST');
  const gap = whole('gap', 'VENUE_GAP');
  const rows = [cost, ...sources, gap];
  const remark = (lang === 'en' ? figure('VENUE_GAP')?.noteEn : figure('VENUE_GAP')?.noteZh) ?? '';
  return {
    kind: 'VENUE_GAP',
    title: words.title,
    what,
    subtitle: joined(what, placeLine(place)),
    note: [words.note, remark].filter((part) => part !== '').join(' '),
    illustrative: rows.some(({ illustrative }) => illustrative),
    empty: (figure('VENUES_NEEDED')?.value ?? '0') === '0' ? words.empty : null,
    height: rowBarsHeight(rows.length, 28),
    legend: false,
    draw: (context) => venueGap({ cost: cost.amount, sources, gap: gap.amount }, context),
    marks: rows.map(({ label, amount, way }) => ({ label: `${label} ${formatAmount(amount, unit)}`, way })),
    table: {
      columns: [{ label: words.item }, { label: unit.name, numeric: true, format: 'MONEY', unit }],
      rows: rows.map(({ key, label, amount, illustrative, way }) => ({
        key,
        cells: [{ text: label }, { text: formatAmount(amount, unit, 2), value: amount, way, illustrative }],
      })),
    },
  };
}
