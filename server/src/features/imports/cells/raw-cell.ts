import type { NumberFormat } from './number-format.ts';

/**
 * A cell as read from a file, before its column says what it should be. Text is a plain string; a number keeps the
 * literal of the file, so that no binary float ever touches an amount; a date is already `YYYY-MM-DD`.
 */
export type RawCell = string | TypedCell | undefined;

export interface TypedCell {
  readonly kind: 'number' | 'date' | 'bool' | 'error' | 'formula';
  readonly text: string;
  /** The number format of a number or a day, where it shows something else than that number or the whole day. */
  readonly format?: NumberFormat;
}

/** A cell whose number format is not plain. */
export type FormattedCell = TypedCell & { readonly format: NumberFormat };

export const isFormatted = (cell: TypedCell): cell is FormattedCell => cell.format !== undefined;

/** One row of a file. `row` counts from 1 as the file shows it; `cells` by column, from 0. */
export interface RawRow {
  readonly row: number;
  readonly cells: readonly RawCell[];
  /** the file does not show it: hidden, or left out by a filter */
  readonly hidden?: boolean;
  /** all that it holds is struck through */
  readonly struck?: boolean;
}

export const textOf = (cell: RawCell): string =>
  cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text;

export const isBlank = (cell: RawCell): boolean =>
  cell === undefined || (typeof cell === 'string' && cell.trim() === '');
