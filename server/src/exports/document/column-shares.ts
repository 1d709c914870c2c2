import { measure, pt, tableSize, TYPE_AREA_MM } from './layout.ts';
import type { Run, Table } from './official-document.ts';

/** What a line must not end in: a word, a number with its unit, a day; Chinese breaks between any two characters. */
const TOKENS = /\d+年\d+月\d+日|\d+月\d+日|[\d.,%]+\p{sc=Han}{0,2}|[^\s\p{sc=Han}]+|\p{sc=Han}/gu;
/** A title of up to so many characters stays on one line. */
const WHOLE_TITLE = 4;
/** Letters of the bundled fonts, bold and sans included, and what stands left and right in a cell, pt. */
const LATIN = 0.56;
const PADDING = 7;
/** A mark is raised and set smaller. */
const MARK = 0.6;

/**
 * Shares of a table's columns as asked for, but none narrower than its longest word if the others have room for it;
 * in pt, together the width of the type area.
 */
export function columnShares({ columns, rows }: Pick<Table, 'columns' | 'rows'>): number[] {
  const size = tableSize(columns.length);
  const room = pt(TYPE_AREA_MM.width);
  const least = columns.map(({ title }, column) => {
    const cells = rows.map((cells) => cellUnits(cells[column]));
    return Math.max(titleUnits(title), ...cells) * size + PADDING;
  });
  const needed = sum(least);
  if (needed >= room) return least.map((width) => (width / needed) * room);
  return spread(
    columns.map(({ share }) => share),
    least,
    room,
  );
}

/** Gives every column its share of the room; who would get less than the least gets that, and the others share the rest. */
function spread(shares: readonly number[], least: readonly number[], room: number): number[] {
  const held = new Set<number>();
  for (;;) {
    const free = room - sum(least.filter((_, index) => held.has(index)));
    const whole = sum(shares.filter((_, index) => !held.has(index))) || 1;
    const widths = shares.map((share, index) => (held.has(index) ? least[index]! : (share / whole) * free));
    const narrow = widths.findIndex((width, index) => !held.has(index) && width < least[index]!);
    if (narrow === -1) return widths;
    held.add(narrow);
  }
}

const longest = (text: string): number =>
  Math.max(0, ...Array.from(text.matchAll(TOKENS), ([token]) => measure(token, LATIN)));

const titleUnits = (title: string): number =>
  Array.from(title).length <= WHOLE_TITLE ? measure(title, LATIN) : longest(title);

const cellUnits = (cell: Run | undefined): number =>
  cell === undefined ? 0 : longest(cell.text) + (cell.illustrative ? MARK : 0);

const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);
