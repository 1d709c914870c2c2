import type { Lang } from './enums.ts';

/** A text in both languages of the interface. */
export interface Localized {
  readonly zh: string;
  readonly en: string;
}

/** The text in the language asked for, Chinese if none; null stays null. */
export function localize<T extends Localized | null>(
  text: T,
  lang: Lang | null,
): T extends null ? string | null : string;
export function localize(text: Localized | null, lang: Lang | null): string | null {
  return text?.[lang ?? 'zh'] ?? null;
}
