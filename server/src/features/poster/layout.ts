import { textWidth } from '@wallchart/charts';
import { wrap } from '@wallchart/charts/svg-text';
import { POSTER_WORDS } from './poster-words.ts';
import type { PosterCase, PosterContent, PosterTown } from './poster.types.ts';

/** A poster is laid out as an A1 sheet in points and drawn to any size: what is 14 pt there is 7 pt at A3. */
export const SHEET = { width: 2384, height: 1684 } as const;
/** Smallest type, legible from 2 m at A1. */
export const SMALLEST = 14;

const MARGIN = 56;
const HEAD = 196;
const FOOT = 44;
const GAP = 36;
const BODY = { top: MARGIN + HEAD, height: SHEET.height - 2 * MARGIN - HEAD - FOOT, width: SHEET.width - 2 * MARGIN };

/** A line of type: its box, and how it is set. */
export interface TextBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly bold: boolean;
  readonly text: string;
}

export interface Tile {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly mark: PosterCase['mark'];
  /** Place of the swatch that carries the pattern. */
  readonly swatch: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly texts: readonly TextBox[];
}

export interface Sheet {
  readonly tiles: readonly Tile[];
  readonly texts: readonly TextBox[];
  /** Rules above towns. */
  readonly rules: readonly { readonly x: number; readonly y: number; readonly width: number }[];
}

interface Measure {
  readonly scale: number;
  readonly columns: number;
}

const LARGEST = 2.4;
const STEP = 0.1;
const MOST_COLUMNS = 4;

/** As large as one sheet allows; at the smallest type on as many sheets as it takes. */
export function layoutPoster(content: PosterContent): Sheet[] {
  for (let scale = LARGEST; scale >= 1; scale = Math.round((scale - STEP) * 10) / 10) {
    for (let columns = 1; columns <= MOST_COLUMNS; columns += 1) {
      const sheet = flow(content, { scale, columns }, 1);
      if (sheet !== null) return sheet;
    }
  }
  const tries = Array.from({ length: MOST_COLUMNS }, (_, at) => flow(content, { scale: 1, columns: at + 1 }, Infinity));
  const possible = tries.filter((sheets) => sheets !== null);
  return possible.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

/** A row of tiles of one town, to be placed whole. */
interface Line {
  readonly town: PosterTown;
  /** Place of the row in its town. */
  readonly at: number;
  readonly height: number;
  readonly cases: readonly PosterCase[];
}

const labelWidth = (scale: number): number => 132 * scale;
/** Least and most width of a tile. */
const LEAST_TILE = 140;
const MOST_TILE = 230;
const tileGap = (scale: number): number => 8 * scale;
const lineHeight = (size: number): number => size * 1.34;

/** Sizes of what stands in a column. */
interface Frame {
  readonly scale: number;
  /** Width of a column. */
  readonly width: number;
  readonly perLine: number;
  readonly tile: number;
  /** How the texts of tiles are broken to be measured, and to be set. */
  readonly plain: Breaking;
  readonly balanced: Breaking;
}

/** Tiles as wide as the fullest town lets them be; null where none fits beside its town. */
function frameOf(content: PosterContent, { scale, columns }: Measure): Frame | null {
  const width = (BODY.width - (columns - 1) * GAP) / columns;
  const beside = width - labelWidth(scale) + tileGap(scale);
  const fitting = Math.floor(beside / (LEAST_TILE * scale + tileGap(scale)));
  if (fitting < 1) return null;
  const perLine = Math.max(1, Math.min(fitting, Math.max(0, ...content.towns.map(({ cases }) => cases.length))));
  const tile = Math.min(MOST_TILE * scale, beside / perLine - tileGap(scale));
  return { scale, width, perLine, tile, plain: remembering(wrap), balanced: remembering(balanced) };
}

/** Fills columns from the top, sheet after sheet; null where a tile does not fit, or `most` sheets are not enough. */
function flow(content: PosterContent, measure: Measure, most: number): Sheet[] | null {
  const frame = frameOf(content, measure);
  if (frame === null) return null;
  const { scale, columns } = measure;
  const { width } = frame;
  const idle = content.idle === null ? [] : wrap(content.idle, BODY.width, SMALLEST * scale);
  const room = BODY.height - idle.length * lineHeight(SMALLEST * scale) - (idle.length > 0 ? GAP / 2 : 0);
  const sheets: Building[] = [];
  let column = columns;
  let y = 0;
  for (const line of linesOf(content.towns, frame)) {
    if (line.height > room) return null;
    if (column === columns || y + line.height > room) {
      column += 1;
      y = 0;
      if (column >= columns) {
        if (sheets.length === most) return null;
        sheets.push({ tiles: [], texts: [], rules: [] });
        column = 0;
      }
    }
    const sheet = sheets.at(-1);
    if (!sheet) continue;
    const place = { x: MARGIN + column * (width + GAP), y: BODY.top + y };
    putLine(sheet, line, { ...place, frame, top: y === 0, lang: content.lang });
    y += line.height;
  }
  if (sheets.length === 0) sheets.push({ tiles: [], texts: [], rules: [] });
  const size = SMALLEST * scale;
  idle.forEach((text, at) =>
    sheets.at(-1)?.texts.push(box(text, MARGIN, BODY.top + room + GAP / 2 + at * lineHeight(size), size)),
  );
  return sheets;
}

interface Building {
  readonly tiles: Tile[];
  readonly texts: TextBox[];
  readonly rules: { x: number; y: number; width: number }[];
}

/** The rows of tiles of all towns, measured as they are asked for. */
function* linesOf(towns: readonly PosterTown[], frame: Frame): Generator<Line> {
  const { perLine, scale } = frame;
  const space = tileGap(scale) + 8 * scale;
  for (const town of towns) {
    for (let first = 0; first < town.cases.length; first += perLine) {
      const cases = town.cases.slice(first, first + perLine);
      const tallest = Math.max(...cases.map((one) => tileHeight(one, frame)));
      const label = labelOf(town, first > 0, scale).reduce((sum, { size }) => sum + lineHeight(size), 0);
      yield { town, at: first / perLine, height: Math.max(tallest, label) + space, cases };
    }
  }
}

interface Typed {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
}

/** Name and facts of a town, wrapped to the width of its label. */
function labelOf(town: PosterTown, continued: boolean, scale: number, suffix = ''): Typed[] {
  const inner = labelWidth(scale) - 10 * scale;
  const typed = (text: string, size: number, bold: boolean): Typed[] =>
    wrap(text, inner, size).map((line) => ({ text: line, size, bold }));
  return [
    ...typed(town.name + suffix, 19 * scale, true),
    ...(continued ? [] : town.facts.flatMap((fact) => typed(fact, SMALLEST * scale, false))),
  ];
}

const PAD = 7;
const swatchHeight = (scale: number): number => 11 * scale;

/** Breaks a text into lines that fit a width in points. */
type Breaking = (text: string, width: number, size: number) => string[];

/** As many lines as it takes, of as equal a length as they can be: no last line of one character. */
const balanced: Breaking = (text, width, size) => {
  const most = wrap(text, width, size);
  let [tooNarrow, enough] = [0, width];
  while (most.length > 1 && enough - tooNarrow > size / 4) {
    const middle = (tooNarrow + enough) / 2;
    if (wrap(text, middle, size).length === most.length) enough = middle;
    else tooNarrow = middle;
  }
  return wrap(text, enough, size);
};

/** Breaks each text once: causes, states and leaders are those of many cases. */
function remembering(broken: Breaking): Breaking {
  const known = new Map<string, string[]>();
  return (text, width, size) => {
    const key = `${size} ${width} ${text}`;
    const lines = known.get(key) ?? broken(text, width, size);
    known.set(key, lines);
    return lines;
  };
}

/** The lines of a tile: name, word of the state, cause, deadline, post. */
function tileLines({ name, word, cause, when, leader }: PosterCase, { scale, tile }: Frame, broken: Breaking): Typed[] {
  const inner = tile - 2 * PAD * scale;
  const typed = (text: string, size: number, bold: boolean): Typed[] =>
    broken(text, inner, size).map((line) => ({ text: line, size, bold }));
  const size = SMALLEST * scale;
  return [
    ...typed(name, 16 * scale, true),
    ...typed(word, size, true),
    ...typed(cause, size, false),
    ...typed(when, size, false),
    ...typed(leader, size, false),
  ];
}

const tileHeight = (one: PosterCase, frame: Frame): number =>
  tileLines(one, frame, frame.plain).reduce((sum, { size }) => sum + lineHeight(size), 0) +
  2 * PAD * frame.scale +
  swatchHeight(frame.scale);

interface Place {
  readonly x: number;
  readonly y: number;
  readonly frame: Frame;
  /** The first row of a column: a town that goes on is named again. */
  readonly top: boolean;
  readonly lang: PosterContent['lang'];
}

function putLine(sheet: Building, { town, at, height, cases }: Line, place: Place): void {
  const { x, y, frame, top, lang } = place;
  const { width, scale, tile } = frame;
  if (at === 0 || top) {
    sheet.rules.push({ x, y, width });
    const suffix = at === 0 ? '' : POSTER_WORDS[lang].continued;
    put(sheet.texts, labelOf(town, at > 0, scale, suffix), x, y + 8 * scale);
  }
  const step = tile + tileGap(scale);
  const inside = height - tileGap(scale) - 8 * scale;
  cases.forEach((one, index) => {
    sheet.tiles.push(tileAt(one, { x: x + labelWidth(scale) + index * step, y: y + 8 * scale, height: inside }, frame));
  });
}

function tileAt(one: PosterCase, place: { x: number; y: number; height: number }, frame: Frame): Tile {
  const { x, y } = place;
  const { scale, tile: width } = frame;
  const texts: TextBox[] = [];
  put(texts, tileLines(one, frame, frame.balanced), x + PAD * scale, y + PAD * scale + swatchHeight(scale));
  return { ...place, width, mark: one.mark, swatch: { x, y, width, height: swatchHeight(scale) }, texts };
}

function put(texts: TextBox[], lines: readonly Typed[], x: number, top: number): void {
  let y = top;
  for (const { text, size, bold } of lines) {
    texts.push(box(text, x, y, size, bold));
    y += lineHeight(size);
  }
}

/** The box of a line of type whose top left corner is given. */
export const box = (text: string, x: number, y: number, size: number, bold = false): TextBox => ({
  x,
  y,
  width: textWidth(text, size),
  height: lineHeight(size),
  size,
  bold,
  text,
});
