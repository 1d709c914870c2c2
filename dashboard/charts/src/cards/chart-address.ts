import { kindInAddress, type ChartKind } from './kinds.ts';

/** What the server needs to draw a chart: the report, and the language of its words. */
export interface PictureRequest {
  readonly campaign: string;
  readonly unit: string;
  /** `YYYY-MM-DD`; null: the campaign's default day. */
  readonly asOf: string | null;
  /** ISO moment; null is now. */
  readonly knownAt: string | null;
  readonly tree: 'then' | 'now';
  readonly lang: 'zh' | 'en';
}

/** Where the server gives out a chart as a picture. */
export const chartAddress = (kind: ChartKind, format: 'svg' | 'png', request: PictureRequest): string =>
  `/exports/chart/${kindInAddress(kind)}.${format}?${queryOf(request)}`;

/** Workbooks besides the figures of charts. */
export type TableKind = 'ledger' | 'weekly' | 'ranking';

/** Where the server gives out a table, or a chart's figures, as a workbook. */
export const tableAddress = (table: TableKind | { readonly chart: ChartKind }, request: PictureRequest): string =>
  `/exports/table/${typeof table === 'string' ? table : `chart-${kindInAddress(table.chart)}`}.xlsx?${queryOf(request)}`;

export type PosterPaper = 'A0' | 'A1' | 'A2' | 'A3';

/** Where the server gives out the wall chart on paper; a PDF holds all sheets, an SVG one. */
export const posterAddress = (
  format: 'pdf' | 'svg',
  request: PictureRequest,
  { size, sheet }: { readonly size: PosterPaper; readonly sheet: number },
): string => `/exports/poster.${format}?${queryOf(request)}&size=${size}${format === 'svg' ? `&sheet=${sheet}` : ''}`;

function queryOf({ campaign, unit, asOf, knownAt, tree, lang }: PictureRequest): string {
  const query = new URLSearchParams({ campaign, unit });
  if (asOf !== null) query.set('asOf', asOf);
  if (knownAt !== null) query.set('knownAt', knownAt);
  if (tree !== 'then') query.set('tree', tree);
  query.set('lang', lang);
  return query.toString();
}
