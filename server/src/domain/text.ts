/** Language of the interface and of documents. */
export type Lang = 'zh' | 'en';

/** A text in both languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** The text in a language, Chinese by default; null stays null. */
export function localize<T extends Text | null>(text: T, lang: Lang | null): T extends null ? string | null : string;
export function localize(text: Text | null, lang: Lang | null): string | null {
  return text?.[lang ?? 'zh'] ?? null;
}
