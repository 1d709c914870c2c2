import type { Finding } from './check-report.ts';
import type { SealedText } from './sealed-text.ts';
import { keyOf, tokenise, type Token } from './tokens.ts';
import { CHECK_WORDS } from './words.ts';

/** What came into headers, footers and notes. Page numbers are none: programs count and place them again. */
export function checkMargins({ lang, margins }: SealedText, found: readonly string[]): Finding[] {
  const words = CHECK_WORDS[lang];
  const known = new Set(margins.map((line) => keyOf(wordsIn(line))));
  return [...new Set(found)].flatMap((line): Finding[] => {
    const came = wordsIn(line);
    if (came.length === 0 || known.has(keyOf(came))) return [];
    const says = line.trim();
    const { margin: place } = words;
    return [
      {
        weight: 'SENTENCE',
        kind: 'ADDED',
        key: null,
        paragraph: null,
        sentence: says,
        says,
        shouldSay: '',
        place,
        note: null,
      },
    ];
  });
}

const wordsIn = (line: string): Token[] => tokenise(line).filter(({ kind }) => kind === 'word');
