import { renderSvg } from '../charts/echarts.ts';
import { CHART_FONT, CHART_THEMES } from '../charts/theme.ts';
import type { Lang } from '../format/index.ts';
import type { DrawChart } from './chart-card.ts';

/** 156 mm, the width of a circular's type area (GB/T 9704-2012), in CSS px at 96 dpi. */
export const SHEET_WIDTH = 590;
const MARGIN = 12;
const HEAD = 56;
const FOOT = 28;

interface Sheet {
  readonly title: string;
  readonly subtitle: string;
  readonly note: string;
  readonly draw: DrawChart;
  readonly height: number;
  readonly lang: Lang;
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The chart with its question, unit, campaign, day and definition, as one SVG on white. */
export function chartSheet(sheet: Sheet): string {
  const width = SHEET_WIDTH - 2 * MARGIN;
  const theme = CHART_THEMES.print;
  const drawn = renderSvg(sheet.draw({ lang: sheet.lang, theme, width }), width, sheet.height);
  const inner = drawn.replace('<svg ', `<svg x="${MARGIN}" y="${HEAD}" `);
  const height = HEAD + sheet.height + FOOT;
  const font = CHART_FONT.replaceAll('"', "'");
  const text = (y: number, size: number, weight: number, fill: string, words: string): string =>
    `<text x="${MARGIN}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escape(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SHEET_WIDTH}" height="${height}" viewBox="0 0 ${SHEET_WIDTH} ${height}" font-family="${font}">`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    text(24, 15, 600, theme.ink, sheet.title),
    text(43, 11.5, 400, theme.soft, sheet.subtitle),
    inner,
    text(height - 10, 11, 400, theme.soft, sheet.note),
    '</svg>',
  ].join('');
}
