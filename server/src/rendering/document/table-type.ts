import { measure, pt, ROWS_KEPT_TOGETHER, SETTINGS, SIZE_PT, TYPE_AREA_MM } from './layout.ts';
import type { Run, Table } from './official-document.ts';

type Grid = Pick<Table, 'columns' | 'rows'>;

/** How a table is set: its type, pt, and the widths of its columns, pt, together that of the type area. */
export interface TableType {
  readonly size: number;
  readonly widths: readonly number[];
  /** About, of its rows with the header, pt. */
  readonly height: number;
  /** Whether it may go on on the next page. */
  readonly breaks: boolean;
}

/** Type of a table whose rows take several pages, by its number of columns, pt. */
const sizeOfLong = (columns: number): number =>
  columns <= 6 ? SIZE_PT.small4 : columns <= 9 ? SIZE_PT.no5 : SIZE_PT.small5;

/** What the page of an annex leaves a table below the title and above notes, pt. */
const ONE_PAGE = pt(TYPE_AREA_MM.height) - 6 * SETTINGS.zh.pitch;

/** The largest type in which the words of a table fit its columns and its rows one page. */
export function tableType(table: Grid): TableType {
  const breaks = table.rows.length > ROWS_KEPT_TOGETHER;
  for (const size of [SIZE_PT.small4, SIZE_PT.no5, SIZE_PT.small5]) {
    const widths = columnWidths(table, size);
    const height = heightOf(table, widths, size);
    if (sum(leastWidths(table, size)) <= ROOM && height <= ONE_PAGE) return { size, widths, height, breaks };
  }
  const size = sizeOfLong(table.columns.length);
  const widths = columnWidths(table, size);
  return { size, widths, height: heightOf(table, widths, size), breaks };
}

const ROOM = pt(TYPE_AREA_MM.width);
/** What a line must not end in: a word, a number with its unit, a day; Chinese breaks between any two characters. */
const TOKENS = /\d+年\d+月\d+日|\d+月\d+日|[\d.,%]+\p{sc=Han}{0,2}|（[^）]{1,3}）|[^\s\p{sc=Han}]+|\p{sc=Han}/gu;
/** A text of up to so many characters stays on one line. */
const WHOLE = 4;
/** Letters of the bundled fonts, bold and sans included, and what stands left and right in a cell, pt. */
const LATIN = 0.56;
const PADDING = 7;
/** A mark is raised and set smaller. */
const MARK = 0.6;

/** Shares as asked for where all cells have room in one line; else by what stands in the columns. */
function columnWidths(table: Grid, size: number): number[] {
  const least = leastWidths(table, size);
  const needed = sum(least);
  if (needed >= ROOM) return least.map((width) => (width / needed) * ROOM);
  const whole = wholeWidths(table, size);
  if (sum(whole) > ROOM) return spread(whole, least);
  const shares = table.columns.map(({ share }) => share);
  return spread(shares, whole);
}

/** Gives every column its share of the room; who would get less than the least gets that, and the others share the rest. */
function spread(shares: readonly number[], least: readonly number[]): number[] {
  const held = new Set<number>();
  for (;;) {
    const free = ROOM - sum(least.filter((_, index) => held.has(index)));
    const all = sum(shares.filter((_, index) => !held.has(index))) || 1;
    const widths = shares.map((share, index) => (held.has(index) ? least[index]! : (share / all) * free));
    const narrow = widths.findIndex((width, index) => !held.has(index) && width < least[index]!);
    if (narrow === -1) return widths;
    held.add(narrow);
  }
}

/** The narrowest that no word is broken in. */
const leastWidths = (table: Grid, size: number): number[] => widthsBy(table, size, longest);
/** Those that nothing wraps in. */
const wholeWidths = (table: Grid, size: number): number[] => widthsBy(table, size, units);

function widthsBy({ columns, rows }: Grid, size: number, ofText: (text: string) => number): number[] {
  const ofCell = (cell: Run | undefined): number =>
    cell === undefined ? 0 : ofText(cell.text) + (cell.illustrative ? MARK : 0);
  return columns.map(
    ({ title }, column) => Math.max(ofText(title), ...rows.map((cells) => ofCell(cells[column]))) * size + PADDING,
  );
}

const units = (text: string): number => measure(text, LATIN);
const longest = (text: string): number =>
  Array.from(text).length <= WHOLE
    ? units(text)
    : Math.max(0, ...Array.from(text.matchAll(TOKENS), ([token]) => units(token)));

function heightOf({ columns, rows }: Grid, widths: readonly number[], size: number): number {
  const texts = [columns.map(({ title }) => title), ...rows.map((cells) => cells.map(({ text }) => text))];
  const lines = texts.map((row) =>
    Math.max(1, ...row.map((text, at) => Math.ceil((units(text) * size) / Math.max(1, widths[at]! - PADDING)))),
  );
  return sum(lines) * size * 1.35 + texts.length * size * 0.6;
}

const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);
