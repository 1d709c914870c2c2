import type { Dimension, MetricId } from '../generated/enums.ts';
import type { Lang, MoneyUnit } from '../format/index.ts';
import type { EChartsOption } from '../base.ts';
import type { ChartContext } from '../theme.ts';
import type { ChartKind } from './kinds.ts';

/** A figure as a report answers it; the API's field names, both languages beside each other. */
export interface FigureAnswer {
  readonly id: MetricId;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly atLeast: boolean;
  readonly illustrative: boolean;
  readonly noteZh?: string | null;
  readonly noteEn?: string | null;
}

/** One part of a breakdown. */
export interface PartAnswer {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly values: readonly FigureAnswer[];
}

/** One period of a trend, half open: `to` is the first day after it. */
export interface PeriodAnswer {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly values: readonly FigureAnswer[];
}

/** What a card says besides its figures: which unit, campaign and day, and in which language. */
export interface CardPlace {
  readonly lang: Lang;
  readonly unitName: string;
  /** 1 to 5; 4 is a town, whose parts are villages. */
  readonly unitLevel: number;
  readonly asOf: string | null;
  /** Null while it is not known yet. */
  readonly campaign: CardCampaign | null;
  /** Definition of a metric in words, in `lang`. */
  readonly definition: (id: MetricId) => string;
}

export interface CardCampaign {
  readonly zh: string;
  readonly en: string;
  readonly startOn: string;
  readonly deadline: string | null;
  readonly visitsPerMonth: number | null;
}

/** Where a figure leads: to a unit, to the rows that it counts, to the cases rectified by a day. */
export type Way =
  | { readonly to: 'unit'; readonly code: string }
  | {
      readonly to: 'rows';
      readonly id: MetricId;
      readonly code?: string;
      readonly part?: { readonly by: Dimension; readonly key: string };
      readonly den?: boolean;
    }
  | { readonly to: 'rectified'; readonly day: string };

/** How the exact value of a cell is meant: counts, ratios, yuan, days `YYYY-MM-DD`. */
export type CellFormat = 'INTEGER' | 'PERCENT' | 'SIGNED_PERCENT' | 'MONEY' | 'DAY';

export interface ChartCell {
  /** As it is written for people. */
  readonly text: string;
  /** The exact value behind it, in the format of its column; null where there is none. */
  readonly value?: string | null;
  readonly way?: Way | null;
  readonly illustrative?: boolean;
}

export interface ChartColumn {
  readonly label: string;
  readonly numeric?: boolean;
  readonly format?: CellFormat;
  /** Of MONEY: what the column is written in. */
  readonly unit?: MoneyUnit;
}

/** The same figures as the chart, as a table. */
export interface ChartTable {
  /** Replaces the card's `what`, if that names a unit of measure that the table does not use. */
  readonly what?: string;
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ChartCell[] }[];
}

/** A mark of the chart in words, and where it leads. */
export interface ChartMarkWords {
  readonly label: string;
  readonly way: Way;
}

/** A question answered by a chart: what the screen and a picture made on the server both show. */
export interface ChartCard {
  readonly kind: ChartKind;
  readonly title: string;
  /** What is drawn and in which unit; the subtitle without its place. */
  readonly what: string;
  /** `what`, unit, campaign and day. */
  readonly subtitle: string;
  /** The figure in `what` that all parts make, as written there, and its rows; null or absent where there is none. */
  readonly whole?: { readonly text: string; readonly way: Way } | null;
  readonly note: string;
  readonly illustrative: boolean;
  /** Why there is nothing to show; null when there is something. */
  readonly empty: string | null;
  /** Why no mark is drawn on a card that has other figures. */
  readonly blank?: string | null;
  /** Of the chart without its legend, px. */
  readonly height: number;
  /** Whether it draws a legend when asked to, LEGEND_HEIGHT px below. */
  readonly legend: boolean;
  readonly draw: (context: ChartContext) => EChartsOption;
  readonly marks: readonly ChartMarkWords[];
  readonly table: ChartTable;
}

/** The figure with this id, null when the report did not answer it. */
export function figureOf(figures: readonly FigureAnswer[] | undefined, id: MetricId): FigureAnswer | null {
  return figures?.find((figure) => figure.id === id) ?? null;
}

export const inLang = (both: { readonly zh: string; readonly en: string }, lang: Lang): string =>
  lang === 'en' ? both.en : both.zh;

/** Why a picture of the card is blank; null when it is not. */
export const nothingDrawn = ({ empty, blank }: Pick<ChartCard, 'empty' | 'blank'>): string | null =>
  empty ?? blank ?? null;
