import { renderSvg } from '../charts/render-svg.ts';
import { textWidth } from '../charts/base.ts';
import { CHART_FONT, CHART_THEMES, LEGEND_HEIGHT } from '../charts/theme.ts';
import type { Lang } from '../format/index.ts';
import type { DrawChart } from './chart-card.ts';

/** 156 mm, the width of a circular's type area (GB/T 9704-2012), in CSS px at 96 dpi. */
export const SHEET_WIDTH = 590;
const MARGIN = 12;
const HEAD = 36;
const LINE = 16;
const GAP = 12;

interface Sheet {
  readonly title: string;
  readonly subtitle: string;
  readonly note: string;
  readonly draw: DrawChart;
  readonly height: number;
  readonly lang: Lang;
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Breaks a text into lines that fit, at spaces and between Chinese characters. */
export function wrap(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/g) ?? []) {
    if (line !== '' && textWidth(line + piece, fontSize) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** The chart with its question, unit, campaign, day and definition, as one SVG on white. */
export function chartSheet(sheet: Sheet): string {
  const width = SHEET_WIDTH - 2 * MARGIN;
  const theme = CHART_THEMES.print;
  const subtitle = wrap(sheet.subtitle, width, 11.5);
  const note = wrap(sheet.note, width, 11);
  const chartHeight = sheet.height + LEGEND_HEIGHT;
  const top = HEAD + subtitle.length * LINE;
  const drawn = renderSvg(sheet.draw({ lang: sheet.lang, theme, width, legend: true }), width, chartHeight);
  const inner = drawn.replace('<svg ', `<svg x="${MARGIN}" y="${top}" `);
  const height = top + chartHeight + GAP + note.length * LINE;
  const text = (y: number, size: number, weight: number, fill: string, words: string): string =>
    `<text x="${MARGIN}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escape(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SHEET_WIDTH}" height="${height}" viewBox="0 0 ${SHEET_WIDTH} ${height}" font-family="${CHART_FONT}">`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    text(24, 15, 600, theme.ink, sheet.title),
    ...subtitle.map((line, index) => text(42 + index * LINE, 11.5, 400, theme.soft, line)),
    inner,
    ...note.map((line, index) => text(top + chartHeight + GAP + index * LINE, 11, 400, theme.soft, line)),
    '</svg>',
  ].join('');
}
