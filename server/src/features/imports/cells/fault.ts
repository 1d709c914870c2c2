import type { Text } from '../../../domain/text.ts';

/** What is wrong with one cell; the reader adds the place. */
export interface Fault {
  readonly code: string;
  readonly expected: Text;
  readonly message: Text;
  readonly severity?: 'error' | 'warning';
  /** for a warning: the value that was read anyway */
  readonly read?: string | null;
}

/** The canonical text of a cell (`2014-06-19`, `500+`, `{C13,C14}`), null for a blank one, or what is wrong with it. */
export type Parsed = string | null | Fault;

/** Makes a fault of a column. */
export type Bad = (code: string, zh: string, en: string) => Fault;

export const fault = (code: string, expected: Text, zh: string, en: string): Fault => ({
  code,
  expected,
  message: { zh, en },
});
