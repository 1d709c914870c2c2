import type { Words } from '../words.ts';

/** What is wrong with one cell; the place is added by whoever read it. */
export interface Fault {
  readonly code: string;
  readonly expected: Words;
  readonly message: Words;
  readonly severity?: 'error' | 'warning';
}

export const fault = (code: string, expected: Words, zh: string, en: string): Fault => ({
  code,
  expected,
  message: { zh, en },
});
