import type { ReadDocument, ReadParagraph } from '../../../exports/document/index.ts';
import { followRanges, likeness, sentenceAt, type Range } from './align-text.ts';
import type { CheckReport, Finding, Unchecked } from './check-report.ts';
import { holds, normalise, numbersIn, saysTheSame } from './numerals.ts';
import type { PrintedParagraph, PrintedTable, PrintedText } from './printed-text.ts';

/** What a figure should say, and where it was printed. */
export interface Expected {
  readonly key: string;
  readonly text: string;
  readonly place: string;
}

/** Below this two paragraphs are not the same one, edited. */
const LIKE = 0.4;

/** A paragraph of the file outside tables, with its number and what in it is accounted for. */
interface Place {
  readonly read: ReadParagraph;
  readonly number: number;
  readonly accounted: Range[];
}

/**
 * Holds an edited document against what its figures should say. Figures are found by their marks; those whose mark is
 * gone, by aligning paragraphs and tables with the printed text.
 */
export function checkDocument(
  read: ReadDocument,
  printed: PrintedText,
  expected: readonly Expected[],
): Pick<CheckReport, 'checked' | 'findings' | 'notChecked'> {
  const checker = new Checker(read, printed, expected);
  return checker.report();
}

class Checker {
  readonly #expected: ReadonlyMap<string, Expected>;
  readonly #printed: PrintedText;
  readonly #cells: readonly ReadParagraph[];
  readonly #places: readonly Place[];
  readonly #findings: Finding[] = [];
  readonly #seen = new Set<string>();
  /** The paragraph of the file that a printed one has become. */
  readonly #matches = new Map<PrintedParagraph, Place>();

  constructor(read: ReadDocument, printed: PrintedText, expected: readonly Expected[]) {
    this.#printed = printed;
    this.#expected = new Map(expected.map((figure) => [figure.key, figure]));
    this.#cells = read.paragraphs.filter(({ cell }) => cell !== null);
    this.#places = read.paragraphs
      .filter(({ cell, text }) => cell === null && text.trim() !== '')
      .map((paragraph, i) => ({ read: paragraph, number: i + 1, accounted: [] }));
  }

  report(): Pick<CheckReport, 'checked' | 'findings' | 'notChecked'> {
    for (const place of this.#places) this.#marked(place.read, place);
    for (const cell of this.#cells) this.#marked(cell, null);
    this.#match();
    for (const paragraph of this.#printed.paragraphs) this.#unmarked(paragraph);
    for (const table of this.#printed.tables) this.#unmarkedInTable(table);
    const order = [...this.#expected.keys()];
    return {
      checked: this.#seen.size,
      findings: this.#findings.toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key)),
      notChecked: this.#notChecked(),
    };
  }

  /** Figures that still have their mark. */
  #marked(read: ReadParagraph, place: Place | null): void {
    for (const { key, text, start, end } of read.figures) {
      const figure = this.#expected.get(key);
      if (!figure) continue;
      this.#seen.add(key);
      place?.accounted.push({ start, end });
      if (saysTheSame(text, figure.text)) continue;
      this.#add(figure, text, { place, sentence: sentenceAt(read.text, { start, end }) });
    }
  }

  /** Pairs printed paragraphs with those of the file: by a shared mark, else by likeness, each taken once. */
  #match(): void {
    const taken = new Set<Place>();
    const take = (paragraph: PrintedParagraph, place: Place | undefined): void => {
      if (!place) return;
      this.#matches.set(paragraph, place);
      taken.add(place);
    };
    for (const paragraph of this.#printed.paragraphs) {
      const keys = new Set(paragraph.figures.map(({ key }) => key));
      take(
        paragraph,
        this.#places.find((place) => !taken.has(place) && place.read.figures.some(({ key }) => keys.has(key))),
      );
    }
    for (const paragraph of this.#printed.paragraphs) {
      if (this.#matches.has(paragraph)) continue;
      const like = this.#places
        .filter((place) => !taken.has(place))
        .map((place) => ({ place, likeness: likeness(paragraph.text, place.read.text) }))
        .toSorted((a, b) => b.likeness - a.likeness)[0];
      if (like && like.likeness >= LIKE) take(paragraph, like.place);
    }
  }

  /** Figures whose mark is gone: where the words around them went. */
  #unmarked(paragraph: PrintedParagraph): void {
    const lost = paragraph.figures.filter(({ key }) => this.#expected.has(key) && !this.#seen.has(key));
    if (lost.length === 0) return;
    const place = this.#matches.get(paragraph);
    const ranges = place ? followRanges(paragraph.text, place.read.text, lost) : [];
    lost.forEach(({ key }, i) => {
      const figure = this.#expected.get(key)!;
      const range = ranges[i];
      this.#seen.add(key);
      const says = place && range ? place.read.text.slice(range.start, range.end).replaceAll('◈', '') : '';
      if (!place || !range || says.trim() === '') {
        this.#add(figure, '', {
          place: null,
          sentence: sentenceAt(
            paragraph.text,
            paragraph.figures.find((one) => one.key === key)!,
          ),
        });
        return;
      }
      place.accounted.push(range);
      if (!holds(says, figure.text)) this.#add(figure, says, { place, sentence: sentenceAt(place.read.text, range) });
    });
  }

  /** Cells whose mark is gone: by the header of their table and the name of their row. */
  #unmarkedInTable({ header, rows }: PrintedTable): void {
    const number = this.#tableWith(header);
    for (const row of rows) {
      const lost = row.flatMap((cell, column) => cell.figures.map(({ key }) => ({ key, column, cell })));
      for (const { key, column, cell } of lost) {
        const figure = this.#expected.get(key);
        if (!figure || this.#seen.has(key)) continue;
        this.#seen.add(key);
        const found = number === null ? null : this.#cellOf(number, row, column);
        const sentence = `${row[1]?.text ?? ''} ${header[column] ?? ''}`.trim();
        if (found === null) this.#add(figure, '', { place: null, sentence: `${sentence} ${cell.text}` });
        else if (!holds(found, figure.text)) this.#add(figure, found, { place: null, sentence });
      }
    }
  }

  /** The table of the file with these columns; null when there is none. */
  #tableWith(header: readonly string[]): number | null {
    const wanted = header.map(normalise).join('|');
    const heads = Map.groupBy(
      this.#cells.filter(({ cell }) => cell?.row === 0),
      ({ cell }) => cell!.table,
    );
    for (const [table, cells] of heads) {
      if (cells.map(({ text }) => normalise(text)).join('|') === wanted) return table;
    }
    return null;
  }

  /** The cell of a row, found by the row's name, or by what stood in its first column. */
  #cellOf(table: number, row: readonly PrintedParagraph[], column: number): string | null {
    const cells = this.#cells.filter(({ cell }) => cell?.table === table);
    const name = row[1]?.text ?? '';
    const same = cells.find(({ cell, text }) => cell?.column === 1 && cell.row > 0 && saysTheSame(text, name));
    if (!same) return null;
    const found = cells.filter(({ cell }) => cell?.row === same.cell?.row && cell?.column === column);
    return found.length === 0 ? null : found.map(({ text }) => text.replaceAll('◈', '')).join('');
  }

  /** Numbers of the text that no figure accounts for and that were not printed so. */
  #notChecked(): Unchecked[] {
    const numbers = [...this.#matches.values()].map(({ number }) => number);
    const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
    const printedAs = new Map([...this.#matches].map(([paragraph, place]) => [place, paragraph]));
    return this.#places
      .filter(({ number }) => number >= first && number <= last)
      .flatMap((place) => {
        const { text } = place.read;
        const known = wordedNumbers(printedAs.get(place));
        return numbersIn(text)
          .filter(({ start, end }) => !place.accounted.some((range) => start < range.end && range.start < end))
          .filter((found) => !takeOne(known, normalise(found.text)))
          .map((found) => ({ paragraph: place.number, sentence: sentenceAt(text, found), says: found.text }));
      });
  }

  #add(figure: Expected, says: string, { place, sentence }: { place: Place | null; sentence: string }): void {
    this.#findings.push({
      kind: says.trim() === '' ? 'REMOVED' : 'CHANGED',
      key: figure.key,
      paragraph: place?.number ?? null,
      sentence,
      says,
      shouldSay: figure.text,
      place: figure.place,
    });
  }
}

/** Numbers that a printed paragraph has in its words. */
function wordedNumbers(paragraph: PrintedParagraph | undefined): string[] {
  if (!paragraph) return [];
  const { text, figures } = paragraph;
  return numbersIn(text)
    .filter(({ start, end }) => !figures.some((figure) => start < figure.end && figure.start < end))
    .map((found) => normalise(found.text));
}

function takeOne(list: string[], item: string): boolean {
  const at = list.indexOf(item);
  if (at >= 0) list.splice(at, 1);
  return at >= 0;
}
