import type { Block, Run } from '../../../exports/document/official-document.ts';

export const words = (text: string): Run => ({ text });

/** A figure as it is written, with its definition and whether the source gives it. */
export const figure = (key: string, text: string, definition: string, illustrative = false): Run => ({
  text,
  figure: { key, definition },
  ...(illustrative ? { illustrative } : {}),
});

export const paragraph = (...runs: readonly Run[]): Block => ({ kind: 'paragraph', runs });

/** Facts as rows of several columns, of which the first names the row. */
export const grid = (titles: readonly string[], rows: readonly (readonly Run[])[]): Block => ({
  kind: 'table',
  caption: '',
  columns: titles.map((title) => ({ title, align: 'center', share: 1 })),
  rows,
  note: null,
});
