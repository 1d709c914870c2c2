import type { Block, Run } from '../../../rendering/document/official-document.ts';

export const words = (text: string): Run => ({ text });

/** A figure as it is written, with its definition and whether the source gives it. */
export const figure = (key: string, text: string, definition: string, illustrative = false): Run => ({
  text,
  figure: { key, definition },
  ...(illustrative ? { illustrative } : {}),
});

export const paragraph = (...runs: readonly Run[]): Block => ({ kind: 'paragraph', runs });
