import type { Lang } from './enums.ts';

/** A text in both languages of the interface. */
export interface Localized {
  readonly zh: string;
  readonly en: string;
}

/** The text in the language asked for. */
export function localize(text: Localized, lang: Lang): string {
  return text[lang];
}
