import type { Binding } from '../content/binding.ts';

/** A cell is words, or a figure like those of the text. */
export type Cell =
  | { readonly text: string; readonly illustrative?: boolean }
  | { readonly key: string; readonly bind: Binding };

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right' | 'center';
  /** Share of the width, of a sum that is whatever the columns come to. */
  readonly share: number;
}

/** A table before its figures are resolved. */
export interface TablePlan {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly totals: readonly number[];
  readonly note: string | null;
}

export const words = (text: string, illustrative = false): Cell => ({ text, illustrative });
