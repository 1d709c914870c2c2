import { add } from '../format/decimal.ts';
import { formatAmount, formatSignedPercent, formatYuan, LARGE_UNIT, YUAN, type Lang } from '../format/index.ts';
import terms from '../terms/messages.ts';
import { payBars } from '../pay-bars.ts';
import { rowBarsHeight } from '../row-bars.ts';
import { figureOf, type CardPlace, type ChartCard, type ChartTable, type FigureAnswer } from './card.ts';
import { joined, placeLine } from './place-line.ts';
import { cardWords } from './words.ts';

export interface PayAnswer {
  /** LEADING_PAY_INCREASE and GENERAL_PAY_INCREASE. */
  readonly metrics: readonly FigureAnswer[];
  /** The same by CHILD_UNIT. */
  readonly towns: {
    readonly rows: readonly {
      readonly key: string;
      readonly unit: { readonly code: string; readonly name: string } | null;
      readonly values: readonly FigureAnswer[];
    }[];
  };
}

const CLASSES = [
  { id: 'LEADING_PAY_INCREASE', key: 'leading' },
  { id: 'GENERAL_PAY_INCREASE', key: 'general' },
] as const;

/** The increase is (after - before) / before, so after is their sum. */
function amounts(figure: FigureAnswer | null) {
  const before = figure?.denominator ?? null;
  const rise = figure?.numerator ?? null;
  return {
    before,
    after: before === null || rise === null ? null : add(before, rise),
    increase: figure?.value ?? null,
  };
}

interface PayRow {
  readonly name: string;
  /** Null: the unit of the card. */
  readonly code: string | null;
  readonly values: readonly FigureAnswer[];
}

/** Before, after and increase of each class. */
function payCells({ code, values }: PayRow) {
  return CLASSES.flatMap(({ id }) => {
    const figure = figureOf(values, id);
    const { before, after, increase } = amounts(figure);
    const part = code === null ? {} : { part: { by: 'CHILD_UNIT', key: code } as const };
    const evidence = { to: 'rows', id, ...part } as const;
    return [
      { text: formatYuan(before), value: before, way: before === null ? null : evidence },
      { text: formatYuan(after), value: after, way: after === null ? null : evidence },
      {
        text: formatSignedPercent(increase),
        value: increase,
        way: increase === null ? null : evidence,
        illustrative: figure?.illustrative === true,
      },
    ];
  });
}

/** The unit's own first, then its parts. */
function payTable(rows: readonly PayRow[], lang: Lang): ChartTable {
  const words = cardWords(lang);
  const unit = YUAN[lang];
  const columns = CLASSES.flatMap(({ key }) =>
    (['before', 'after', 'increase'] as const).map((what) => ({
      numeric: true,
      ...(what === 'increase'
        ? { label: `${terms[lang].cadre[key]} ${words.pay.increase}`, format: 'SIGNED_PERCENT' as const }
        : {
            label: words.pay.inUnit(`${terms[lang].cadre[key]} ${words.pay[what]}`, unit.name),
            format: 'MONEY' as const,
            unit,
          }),
    })),
  );
  return {
    what: words.pay.unit(unit.name),
    columns: [{ label: words.towns.name }, ...columns],
    rows: rows.map((row) => ({
      key: row.code ?? 'total',
      cells: [{ text: row.name, way: row.code === null ? null : { to: 'unit', code: row.code } }, ...payCells(row)],
    })),
  };
}

/** What rose: pay of each class before and after, all heads together; by part in the table. */
export function payCard(answer: PayAnswer | null, place: CardPlace): ChartCard {
  const { lang } = place;
  const words = cardWords(lang).pay;
  const unit = LARGE_UNIT[lang];
  const what = words.unit(unit.name);
  const amount = (yuan: string | null): string => formatAmount(yuan, unit, 2);
  const metrics = answer?.metrics ?? [];
  const classes = CLASSES.map(({ id, key }) => ({
    id,
    label: terms[lang].cadre[key],
    ...amounts(figureOf(metrics, id)),
  })).filter(({ increase }) => increase !== null);
  const towns = (answer?.towns.rows ?? [])
    .filter(({ values }) => values.some(({ value }) => value !== null))
    .map(({ key, unit, values }) => ({ name: unit?.name ?? key, code: key, values }));
  return {
    kind: 'PAY',
    title: words.title,
    what,
    subtitle: joined(what, placeLine(place)),
    note: words.note,
    illustrative: CLASSES.some(({ id }) => figureOf(metrics, id)?.illustrative === true),
    empty: classes.length === 0 ? words.empty : null,
    height: rowBarsHeight(classes.length * 2, 32),
    legend: false,
    draw: (context) => payBars(classes, context),
    marks: classes.flatMap(({ id, label, before, after, increase }) => [
      { label: `${label} ${words.before} ${amount(before)}`, way: { to: 'rows', id, den: true } as const },
      {
        label: `${label} ${words.after} ${amount(after)} ${formatSignedPercent(increase)}`,
        way: { to: 'rows', id } as const,
      },
    ]),
    table: payTable([{ name: place.unitName, code: null, values: metrics }, ...towns], lang),
  };
}
