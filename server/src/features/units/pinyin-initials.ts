/** Initials by name: names repeat across requests, and reading a name costs more than finding it. */
const known = new Map<string, string>();
const MOST_NAMES = 200_000;

type Initials = (name: string) => string;
let loading: Promise<Initials> | undefined;

/**
 * Loads the reader of pinyin on first use (its dictionary takes a while).
 *
 * @returns a function from a Chinese name to its initials in lower case: 大济镇 -> djz
 */
export function loadPinyinInitials(): Promise<Initials> {
  loading ??= import('pinyin-pro').then(({ pinyin }) => (name: string) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const initials = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase();
    if (known.size >= MOST_NAMES) known.clear();
    known.set(name, initials);
    return initials;
  });
  return loading;
}

/** Whether a search text can only be meant as pinyin initials: Latin letters, nothing else. */
export function looksLikeInitials(text: string): boolean {
  return /^[a-z]+$/i.test(text);
}
