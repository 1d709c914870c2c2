import type { Lang } from './format/index.ts';
import type { EChartsOption } from './base.ts';
import { nothingDrawn, type ChartCard } from './cards/card.ts';
import { renderSvg } from './render-svg.ts';
import { escapeXml, wrap } from './sheet-text.ts';
import { CHART_FONT, CHART_THEMES, LEGEND_HEIGHT, type ChartContext, type ChartTheme } from './theme.ts';
import { chartWords } from './words.ts';

/** 156 mm, the width of a circular's type area (GB/T 9704-2012), in CSS px at 96 dpi. */
export const SHEET_WIDTH = 590;
const MARGIN = 12;
const LINE = 16;
const GAP = 12;
const TITLE = { y: 24, size: 15, weight: 600 };
const SUBTITLE_SIZE = 11.5;
const NOTE_SIZE = 11;
const REASON_SIZE = 13;

/** What of a card stands on a sheet. */
export interface SheetCard extends Pick<
  ChartCard,
  'title' | 'subtitle' | 'note' | 'illustrative' | 'empty' | 'blank' | 'height' | 'legend'
> {
  /** An option of ECharts, or an `<svg>` that is drawn already and says its height. */
  readonly draw: (context: ChartContext) => EChartsOption | string;
}

export interface SheetOptions {
  readonly lang: Lang;
  readonly theme?: ChartTheme;
  /** Font family; that of the reader's system when left out. */
  readonly font?: string;
  /** `bare`: the chart with its legend alone, for a document that has title and note in words of its own. */
  readonly form?: 'sheet' | 'bare';
  /** Prefix of the ids in the picture. */
  readonly ids?: string;
  /** Markup that opens the picture: title, description, metadata, styles. */
  readonly head?: string;
}

/** A piece of a sheet: markup for a given top, and how high it is. */
interface Piece {
  readonly height: number;
  readonly at: (top: number) => string;
}

interface Type {
  readonly size: number;
  readonly fill: string;
  readonly weight?: number;
}

function text(x: number, y: number, { size, fill, weight }: Type, words: string): string {
  const bold = weight === undefined ? '' : ` font-weight="${weight}"`;
  return `<text x="${x}" y="${y}" font-size="${size}"${bold} fill="${fill}">${escapeXml(words)}</text>`;
}

/** Wrapped lines of type whose first baseline stands `first` px below the top. */
function lines(words: string, x: number, first: number, type: Type): Piece {
  const wrapped = wrap(words, SHEET_WIDTH - 2 * x, type.size);
  return {
    height: wrapped.length * LINE,
    at: (top) => wrapped.map((line, index) => text(x, top + first + index * LINE, type, line)).join(''),
  };
}

/** The words for illustrative figures at the right of the title, and ◈ behind them: drawn, as fonts for Chinese lack it. */
function illustrativeMark({ soft }: ChartTheme, lang: Lang): string {
  const diamond = (radius: number): string => `M${-radius} 0L0 ${-radius}L${radius} 0L0 ${radius}Z`;
  const right = SHEET_WIDTH - MARGIN;
  const words = text(right - 13, TITLE.y, { size: NOTE_SIZE, fill: soft }, chartWords(lang).illustrative);
  return [
    words.replace('<text ', '<text text-anchor="end" '),
    `<g transform="translate(${right - 5} ${TITLE.y - 4})" fill="${soft}" stroke="${soft}">`,
    `<path d="${diamond(4.5)}" fill="none" stroke-width="0.9"/><path d="${diamond(2)}" stroke="none"/></g>`,
  ].join('');
}

/** The chart, or in its place why there is none. */
function drawing(card: SheetCard, x: number, theme: ChartTheme, { lang, font, ids }: SheetOptions): Piece {
  const nothing = nothingDrawn(card);
  if (nothing !== null) {
    const reason = lines(nothing, x, 22, { size: REASON_SIZE, fill: theme.soft });
    return { ...reason, height: reason.height + LINE };
  }
  const width = SHEET_WIDTH - 2 * x;
  const height = card.height + (card.legend ? LEGEND_HEIGHT : 0);
  const given = card.draw({ lang, theme, width, font, legend: card.legend });
  const placed = (svg: string) => (top: number) => svg.replace('<svg ', `<svg x="${x}" y="${top}" `);
  if (typeof given !== 'string') return { height, at: placed(renderSvg(given, width, height, ids)) };
  return { height: Number(/ height="([\d.]+)"/.exec(given)?.[1] ?? height), at: placed(given) };
}

/**
 * The chart with its question, unit, campaign, day and definition as one SVG of SHEET_WIDTH px on the theme's ground;
 * `bare` leaves out the words around it. Illustrative figures are marked.
 */
export function chartSheet(card: SheetCard, options: SheetOptions): string {
  const { theme = CHART_THEMES.print, font = CHART_FONT, head = '', lang } = options;
  const bare = options.form === 'bare';
  const chart = drawing(card, bare ? 0 : MARGIN, theme, options);
  const subtitle = lines(card.subtitle, MARGIN, 6, { size: SUBTITLE_SIZE, fill: theme.soft });
  const note = lines(card.note, MARGIN, GAP, { size: NOTE_SIZE, fill: theme.soft });
  const top = bare ? 0 : 36 + subtitle.height;
  const height = top + chart.height + (bare ? 0 : GAP + note.height);
  const around = [
    text(MARGIN, TITLE.y, { ...TITLE, fill: theme.ink }, card.title),
    card.illustrative ? illustrativeMark(theme, lang) : '',
    subtitle.at(36),
    note.at(top + chart.height),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SHEET_WIDTH}" height="${height}" viewBox="0 0 ${SHEET_WIDTH} ${height}" font-family="${font}">`,
    head,
    `<rect width="${SHEET_WIDTH}" height="${height}" fill="${theme.card}"/>`,
    chart.at(top),
    ...(bare ? [] : around),
    '</svg>',
  ].join('');
}
