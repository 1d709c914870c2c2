import { divide } from '../format/decimal.ts';
import { formatInteger, formatPercent, type Lang } from '../format/index.ts';
import { causeBars } from '../cause-bars.ts';
import { rowBarsHeight } from '../row-bars.ts';
import { figureOf, inLang, type CardPlace, type ChartCard, type FigureAnswer, type PartAnswer } from './card.ts';
import { joined, placeLine } from './place-line.ts';
import { cardWords } from './words.ts';

/** The primary cause (shares of the whole), or every cause (incidence, overlapping). */
export type CauseMode = 'primary' | 'incidence';

export interface CausesAnswer {
  /** IDENTIFIED. */
  readonly metrics: readonly FigureAnswer[];
  /** IDENTIFIED by PRIMARY_CAUSE or by CAUSE, as the mode says. */
  readonly breakdown: {
    readonly rows: readonly PartAnswer[];
    readonly proof: readonly { readonly reasonZh: string | null; readonly reasonEn: string | null }[];
  };
}

const DIMENSIONS = { primary: 'PRIMARY_CAUSE', incidence: 'CAUSE' } as const;

/** Causes that occur, most frequent first, with their share of all organisations. */
function causesOf(answer: CausesAnswer | null, total: string | null, mode: CauseMode, { lang }: CardPlace) {
  return (answer?.breakdown.rows ?? [])
    .map((row) => ({ row, count: row.values[0]?.value ?? '0' }))
    .filter(({ count }) => count !== '0')
    .toSorted((a, b) => Number(b.count) - Number(a.count) || (a.row.key < b.row.key ? -1 : 1))
    .map(({ row, count }) => ({
      key: row.key,
      label: inLang(row, lang),
      count: Number(count),
      share: total === null ? null : divide(count, total),
      illustrative: row.values[0]?.illustrative === true,
      way: { to: 'rows', id: 'IDENTIFIED', part: { by: DIMENSIONS[mode], key: row.key } } as const,
    }));
}

/** A reason as the metric engine words it, as a sentence. */
function asSentence(reason: string, lang: Lang): string {
  if (reason === '') return '';
  return lang === 'en' ? `${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}.` : `${reason}。`;
}

/** Why they are listed. */
export function causesCard(answer: CausesAnswer | null, mode: CauseMode, place: CardPlace): ChartCard {
  const { lang } = place;
  const words = cardWords(lang).causes;
  const total = figureOf(answer?.metrics, 'IDENTIFIED')?.value ?? null;
  const causes = causesOf(answer, total, mode, place);
  const whatOf = mode === 'primary' ? words.primaryTotal : words.incidenceTotal;
  const what = total === null ? '' : whatOf(formatInteger(total));
  const [proof] = answer?.breakdown.proof ?? [];
  const overlap = asSentence((lang === 'en' ? proof?.reasonEn : proof?.reasonZh) ?? '', lang);
  return {
    kind: mode === 'primary' ? 'CAUSES' : 'CAUSE_INCIDENCE',
    title: words.title,
    what,
    subtitle: joined(what, placeLine(place)),
    whole: total === null ? null : { text: formatInteger(total), way: { to: 'rows', id: 'IDENTIFIED' } },
    note: mode === 'primary' ? words.primaryNote : overlap || words.incidenceNote,
    illustrative: causes.some((cause) => cause.illustrative),
    empty: causes.length === 0 ? cardWords(lang).noCases : null,
    height: rowBarsHeight(causes.length),
    legend: false,
    draw: (context) => causeBars(causes, context),
    marks: causes.map(({ label, count, share, way }) => ({ label: `${label} ${count} ${formatPercent(share)}`, way })),
    table: {
      columns: [
        { label: words.cause },
        { label: words.count, numeric: true, format: 'INTEGER' },
        { label: words.share, numeric: true, format: 'PERCENT' },
      ],
      rows: causes.map(({ key, label, count, share, illustrative, way }) => ({
        key,
        cells: [
          { text: label },
          { text: formatInteger(count), value: String(count), way, illustrative },
          { text: formatPercent(share), value: share, way },
        ],
      })),
    },
  };
}
