import { kindInAddress, type ChartKind } from './kinds.ts';

/** What the server needs to draw a chart: the report, and the language of its words. */
export interface PictureAsk {
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
export function chartAddress(kind: ChartKind, format: 'svg' | 'png', ask: PictureAsk): string {
  const { campaign, unit, asOf, knownAt, tree, lang } = ask;
  const query = new URLSearchParams({ campaign, unit });
  if (asOf !== null) query.set('asOf', asOf);
  if (knownAt !== null) query.set('knownAt', knownAt);
  if (tree !== 'then') query.set('tree', tree);
  query.set('lang', lang);
  return `/exports/chart/${kindInAddress(kind)}.${format}?${query.toString()}`;
}
