import type { Text } from '../../../domain/text.ts';
import { comparable } from '../../../domain/narrow.ts';

export interface Cause extends Text {
  readonly code: string;
}

/** A text to compare: without punctuation, which names of causes have and offices leave out. */
const bare = (text: string): string => comparable(text).replace(/[\p{P}\p{S}]/gu, '');

const partsOf = (text: string): string[] => text.split(/[,，、/|]+/).filter((part) => part.trim() !== '');

/** The causes of an installation, to be found by code, by name in either language, or by both. */
export class Causes {
  private readonly byWord = new Map<string, string>();
  private readonly codes = new Map<string, string>();
  /** What a cell that should name one may hold. */
  readonly listed: Text;
  /** parts of the name that commas part most, its code included */
  private longest = 1;

  constructor(causes: readonly Cause[]) {
    for (const { code, zh, en } of causes) {
      this.codes.set(comparable(code), code);
      const names = [zh, en, zh.replace(/[（(].*?[）)]/g, '')];
      for (const name of names) {
        this.longest = Math.max(this.longest, partsOf(name).length + 1);
        this.byWord.set(bare(name), code);
        this.byWord.set(bare(code + name), code);
        this.byWord.set(bare(name + code), code);
      }
      this.byWord.set(bare(code), code);
    }
    this.listed = {
      zh: `情形之一：${causes.map(({ code, zh }) => `${code} ${zh}`).join('；')}`,
      en: `one of ${causes.map(({ code, en }) => `${code} ${en}`).join('; ')}`,
    };
  }

  /** The code that a text means: `C09`, `c09`, `信访矛盾集中`, `C09 信访矛盾集中`; null if no one knows it. */
  find(text: string): string | null {
    return this.codes.get(comparable(text)) ?? this.byWord.get(bare(text)) ?? null;
  }

  /** As {@link find}, for causes beside each other, whose names may hold commas themselves. Unknown parts are handed back as they are. */
  findAll(text: string): { readonly codes: readonly string[]; readonly unknown: readonly string[] } {
    const codes: string[] = [];
    const unknown: string[] = [];
    for (const group of text.split(/[;\n]+/)) {
      const parts = partsOf(group);
      for (let from = 0; from < parts.length;) {
        let to = Math.min(parts.length, from + this.longest);
        let code: string | null = null;
        for (; to > from && code === null; to -= 1) code = this.find(parts.slice(from, to).join('、'));
        const whole = parts[from]?.trim() ?? '';
        const apart = code === null ? whole.split(/\s+/).map((part) => this.find(part)) : [];
        if (code !== null) codes.push(code);
        else if (apart.length > 0 && apart.every((one) => one !== null)) codes.push(...apart);
        else unknown.push(whole);
        from = code === null ? from + 1 : to + 1;
      }
    }
    return { codes, unknown };
  }
}
