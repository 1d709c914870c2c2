import { compare } from './align.ts';
import type { Finding, FindingWeight } from './check-report.ts';
import { pairsOf } from './likeness.ts';
import { sameNames } from './same-names.ts';
import type { SealedText } from './sealed-text.ts';
import { sentencesOf, type Grid, type Line } from './text-flow.ts';
import { keyOf, saysTheSame } from './tokens.ts';
import { CHECK_WORDS } from './words.ts';

type Row = Grid['rows'][number];

/** Below this two tables, or two rows, are not the same one, edited. */
const LIKE_TABLE = 0.3;
const LIKE_ROW = 0.5;

/**
 * Holds the tables of a file against the sealed ones: rows are found by their names, columns by their titles, in
 * whatever order.
 */
export function checkTables(
  text: SealedText,
  grids: ReadonlyMap<number, Grid>,
): { findings: Finding[]; taken: ReadonlySet<number> } {
  const taken = new Set<number>();
  const findings = text.tables.flatMap((sealed) => {
    const best = [...grids]
      .filter(([number]) => !taken.has(number))
      .map(([number, grid]) => ({ number, grid, likeness: likenessOf(sealed, grid) }))
      .toSorted((a, b) => b.likeness - a.likeness)[0];
    if (!best || best.likeness < LIKE_TABLE) return [new TableChecker(text, sealed).goneTable()];
    taken.add(best.number);
    return new TableChecker(text, sealed).findings(best.grid);
  });
  return { findings, taken };
}

const linesIn = ({ rows }: Grid): Line[] => rows.flat().filter((cell) => cell !== null);

function likenessOf(one: Grid, other: Grid): number {
  if (rowKey(one.rows[0]) === rowKey(other.rows[0])) return 1;
  const [a, b] = [one, other].map((grid) => pairsOf(linesIn(grid).flatMap(({ tokens }) => tokens)));
  return a!.likenessTo(b!);
}

const rowKey = (row: Row | undefined): string => (row ?? []).map((cell) => keyOf(cell?.tokens ?? [])).join('\u0002');
const textOf = (cell: Line | null | undefined): string => (cell?.text ?? '').replaceAll('◈', '').trim();
const rowText = (row: Row): string => row.map(textOf).filter(Boolean).join(' ');

class TableChecker {
  readonly #sealed: Grid;
  readonly #words: (typeof CHECK_WORDS)['zh'];

  constructor({ lang }: SealedText, sealed: Grid) {
    this.#sealed = sealed;
    this.#words = CHECK_WORDS[lang];
  }

  goneTable(): Finding {
    const [header] = this.#sealed.rows;
    return this.#finding('FIGURE', '', rowText(header ?? []), this.#words.join(this.#sealed.place, this.#words.table));
  }

  findings(found: Grid): Finding[] {
    const columns = this.#columns(found);
    const rows = pairRows(this.#sealed.rows, found.rows);
    const come = found.rows.filter((row) => ![...rows.values()].includes(row) && rowText(row) !== '');
    return [
      ...this.#missingColumns(columns),
      ...this.#newColumns(found, columns),
      ...this.#sealed.rows.flatMap((row, i) => this.#row(row, rows.get(row) ?? null, columns, i === 0)),
      ...come.map((row) => this.#finding('FIGURE', rowText(row), '', this.#placeOf(row))),
    ];
  }

  /** Columns of the file by those sealed: by their titles, else where they stood. */
  #columns(found: Grid): (number | null)[] {
    const [titles = [], now = []] = [this.#sealed.rows[0], found.rows[0]];
    const free = new Set(now.keys());
    const take = (column: number): number | null => (free.delete(column) ? column : null);
    const same = titles.map((title) => {
      const at = now.findIndex((other, i) => free.has(i) && keyOf(other?.tokens ?? []) === keyOf(title?.tokens ?? []));
      return at < 0 ? null : take(at);
    });
    return same.map((column, i) => column ?? take(i));
  }

  #missingColumns(columns: readonly (number | null)[]): Finding[] {
    return columns.flatMap((column, i) => {
      const title = textOf(this.#sealed.rows[0]?.[i]);
      if (column !== null) return [];
      return [this.#finding('FIGURE', '', title, this.#words.join(this.#sealed.place, title, this.#words.column))];
    });
  }

  #newColumns({ rows }: Grid, columns: readonly (number | null)[]): Finding[] {
    const [header = []] = rows;
    return header.flatMap((title, i) => {
      if (columns.includes(i) || rows.every((row) => textOf(row[i]) === '')) return [];
      const place = this.#words.join(this.#sealed.place, textOf(title), this.#words.column);
      return [
        this.#finding(
          'FIGURE',
          rows
            .map((row) => textOf(row[i]))
            .join(' ')
            .trim(),
          '',
          place,
        ),
      ];
    });
  }

  #row(row: Row, found: Row | null, columns: readonly (number | null)[], isHeader: boolean): Finding[] {
    const obsolete = row.flatMap((cell) => cell?.figures ?? []).find(({ expected }) => expected.obsolete !== null);
    const place = this.#placeOf(row);
    if (!found) return obsolete ? [] : [this.#finding('FIGURE', '', rowText(row), place)];
    if (obsolete) {
      const { key, obsolete: note } = obsolete.expected;
      return [{ ...this.#finding('FIGURE', rowText(found), '', place), kind: 'OBSOLETE', key, note }];
    }
    return row.flatMap((cell, i): Finding[] => {
      const column = columns[i] ?? null;
      if (column === null) return [];
      const findings = this.#cell(cell, found[column] ?? null, this.#words.join(place, this.#title(i)), isHeader);
      return findings.map((finding) => ({ ...finding, sentence: `${nameOf(row)} ${this.#title(i)}` }));
    });
  }

  #cell(sealed: Line | null, found: Line | null, place: string, isHeader: boolean): Finding[] {
    const [says, shouldSay] = [textOf(found), textOf(sealed)];
    const [pieces, others] = [sealed, found].map((line) => (line ? sentencesOf([line]).flat() : []));
    const { shared } = compare(pieces!, others!);
    if (shared.length === pieces!.length && shared.length === others!.length) return [];
    const figure = sealed?.figures[0]?.expected ?? null;
    if (figure?.isList && sameNames(pieces!, others!)) return [];
    const changed = [
      ...pieces!.filter((_, i) => !shared.some(([at]) => at === i)),
      ...others!.filter((_, i) => !shared.some(([, now]) => now === i)),
    ];
    const isDash = says === '' || shouldSay === '' || /^[-–—]$/.test(says) || /^[-–—]$/.test(shouldSay);
    const weight = isHeader
      ? 'NAME'
      : changed.every(({ key }) => key === '◈')
        ? 'WORDING'
        : figure || isDash || changed.some(({ counts }) => counts)
          ? 'FIGURE'
          : changed.every(({ kind }) => kind === 'mark')
            ? 'FORM'
            : 'NAME';
    return [{ ...this.#finding(weight, says, shouldSay, figure?.place || place), key: figure?.key ?? null }];
  }

  #placeOf(row: Row): string {
    return this.#words.join(this.#sealed.place, row === this.#sealed.rows[0] ? '' : nameOf(row));
  }

  #title(column: number): string {
    return textOf(this.#sealed.rows[0]?.[column]);
  }

  #finding(weight: FindingWeight, says: string, shouldSay: string, place: string): Finding {
    return {
      weight,
      kind: says === '' ? 'REMOVED' : shouldSay === '' ? 'ADDED' : 'CHANGED',
      key: null,
      paragraph: null,
      sentence: place,
      says,
      shouldSay,
      place,
      note: null,
    };
  }
}

/** What a row is called: its second cell, behind a rank or number, else its first. */
const nameOf = (row: Row): string => textOf(row[1]) || textOf(row[0]);

/** Rows of the file by those sealed: the same one, else by name, by the marks of its figures, by likeness. */
function pairRows(sealed: readonly Row[], found: readonly Row[]): ReadonlyMap<Row, Row> {
  const pairs = new Map<Row, Row>();
  const [open, left] = [new Set(sealed), new Set(found)];
  const pair = (row: Row, other: Row | undefined): void => {
    if (!other || !left.has(other) || !open.has(row)) return;
    pairs.set(row, other);
    open.delete(row);
    left.delete(other);
  };
  if (sealed[0]) pair(sealed[0], found[0]);
  const byKey = Map.groupBy(left, rowKey);
  for (const row of open)
    pair(
      row,
      byKey.get(rowKey(row))?.find((other) => left.has(other)),
    );
  for (const row of open)
    pair(
      row,
      [...left].find((other) => saysTheSame(nameOf(other), nameOf(row))),
    );
  for (const row of open) {
    const keys = new Set(row.flatMap((cell) => cell?.figures.map(({ expected }) => expected.key) ?? []));
    pair(
      row,
      [...left].find((other) => other.some((cell) => cell?.marks.some(({ key }) => keys.has(key)))),
    );
  }
  for (const row of open) {
    const tokens = (cells: Row) => cells.flatMap((cell) => cell?.tokens ?? []);
    const like = [...left]
      .map((other) => ({ other, likeness: pairsOf(tokens(row)).likenessTo(pairsOf(tokens(other))) }))
      .toSorted((a, b) => b.likeness - a.likeness)[0];
    if (like && like.likeness >= LIKE_ROW) pair(row, like.other);
  }
  return pairs;
}
