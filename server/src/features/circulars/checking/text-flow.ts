import type { ReadDocument, ReadParagraph } from '../../../rendering/document/index.ts';
import type { Expected } from './expected.ts';
import { tokenise, type Token } from './tokens.ts';

/** A figure as it stands in a line, in places of its text, end excluded. */
export interface LineFigure {
  readonly expected: Expected;
  readonly start: number;
  readonly end: number;
}

/** A paragraph, or a cell of a table. */
export interface Line {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly figures: readonly LineFigure[];
  /** Figures that still have their mark in a file that someone edited. */
  readonly marks: ReadParagraph['figures'];
  /** Where it is printed, in words. */
  readonly place: string;
  /** Name of the style that it is printed in; in a file that someone edited it may be any. */
  readonly style: string | null;
  readonly isHeading: boolean;
  /** Paragraph of the file, empty ones and tables left out, from 1; null in a table. */
  readonly number: number | null;
  /** Which table it is a cell of; null outside tables. */
  readonly table: number | null;
}

/** A table by rows and columns; a cell of several paragraphs is one line. */
export interface Grid {
  readonly place: string;
  readonly rows: readonly (readonly (Line | null)[])[];
}

/** A piece of a line with where it belongs. */
export interface Piece extends Token {
  readonly line: Line;
  /** Number of its sentence in the flow. */
  readonly sentence: number;
  readonly figure: LineFigure | null;
  /** Exact values that the figure may be written out to. */
  readonly exact: readonly string[];
}

/** What a picture is compared by. */
export type PictureKey = (picture: ReadParagraph['pictures'][number]) => string;

const STOPS = new Set(['。', '!', '?', ';', '.']);

/** The sentences of some lines, each with its pieces. */
export function sentencesOf(lines: readonly Line[], from = 0): Piece[][] {
  const sentences: Piece[][] = [];
  for (const line of lines) {
    let open: Piece[] = [];
    for (const [i, token] of line.tokens.entries()) {
      if (open.length === 0) sentences.push(open);
      const figure = line.figures.find(({ start, end }) => token.start < end && start < token.end) ?? null;
      open.push({ ...token, line, figure, exact: exactOf(token, figure), sentence: from + sentences.length - 1 });
      if (STOPS.has(token.key) && line.tokens[i + 1]?.key !== '"') open = [];
    }
  }
  return sentences;
}

/** A figure with one number in it may be written with more of its decimals. */
function exactOf(token: Token, figure: LineFigure | null): readonly string[] {
  const value = figure?.expected.value ?? null;
  return token.kind === 'number' && token.value?.includes('.') && value !== null && /^-?\d+\.\d+$/.test(value)
    ? [value]
    : [];
}

/** Lines of a file, their figures saying what they should where that is given. */
export function linesOf(
  { paragraphs }: ReadDocument,
  pictureKey: PictureKey,
  expected: ReadonlyMap<string, Expected>,
  placeOf: (paragraph: ReadParagraph) => string,
): PlacedLine[] {
  let number = 0;
  return paragraphs.flatMap((paragraph) => {
    const place = placeOf(paragraph);
    if (paragraph.text.trim() === '' && paragraph.pictures.length === 0 && paragraph.cell === null) return [];
    if (paragraph.cell === null) number += 1;
    const { text, figures } = withExpected(paragraph, expected);
    const line: Line = {
      text,
      tokens: withPictures(tokenise(text), paragraph, pictureKey),
      figures,
      marks: paragraph.figures,
      place,
      style: paragraph.style,
      isHeading: paragraph.level !== null,
      number: paragraph.cell === null ? number : null,
      table: paragraph.cell?.table ?? null,
    };
    return [{ line, cell: paragraph.cell }];
  });
}

function withExpected(
  { text, figures }: ReadParagraph,
  expected: ReadonlyMap<string, Expected>,
): Pick<Line, 'text' | 'figures'> {
  let written = '';
  let at = 0;
  const placed: LineFigure[] = [];
  for (const { key, start, end } of figures.toSorted((a, b) => a.start - b.start)) {
    const figure = expected.get(key);
    if (!figure || start < at) continue;
    written += text.slice(at, start);
    placed.push({ expected: figure, start: written.length, end: written.length + figure.text.length });
    written += figure.text;
    at = end;
  }
  return { text: written + text.slice(at), figures: placed };
}

function withPictures(tokens: readonly Token[], { pictures }: ReadParagraph, pictureKey: PictureKey): readonly Token[] {
  if (pictures.length === 0) return tokens;
  const shown = pictures.map((picture): Token => ({
    kind: 'picture',
    key: `picture ${pictureKey(picture)}`,
    start: picture.at,
    end: picture.at,
    value: picture.description.trim(),
    unit: '',
    counts: false,
  }));
  return [...tokens, ...shown].toSorted((a, b) => a.start - b.start);
}

/** A line with where it stands in a table. */
export interface PlacedLine {
  readonly line: Line;
  readonly cell: ReadParagraph['cell'];
}

/** The tables among some lines, by their number in the file. */
export function gridsOf(lines: readonly PlacedLine[]): ReadonlyMap<number, Grid> {
  const cells = Map.groupBy(
    lines.filter(({ cell }) => cell !== null),
    ({ cell }) => cell!.table,
  );
  return new Map([...cells].map(([table, all]) => [table, gridOf(all)]));
}

function gridOf(cells: readonly PlacedLine[]): Grid {
  const rows: (Line | null)[][] = [];
  for (const { line, cell } of cells) {
    const row = (rows[cell!.row] ??= []);
    const before = row[cell!.column];
    row[cell!.column] = before ? together(before, line) : line;
  }
  const filled = rows.filter(Boolean);
  const width = Math.max(...filled.map((row) => row.length));
  return {
    place: cells[0]!.line.place,
    rows: filled.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null)),
  };
}

function together(one: Line, other: Line): Line {
  if (one.text === '') return other;
  const text = `${one.text}\n${other.text}`;
  return { ...one, text, tokens: tokenise(text) };
}
