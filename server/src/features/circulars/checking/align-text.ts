import { diffChars } from 'diff';

/** A place in a text, in UTF-16 units, end excluded. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds where places of a text went in an edited one: each from behind the last character before it that is still
 * there, to the first one after it.
 */
export function followRanges(before: string, after: string, ranges: readonly Range[]): Range[] {
  const pairs = commonCharacters(before, after);
  return ranges.map(({ start, end }) => {
    const left = pairs.findLast(([at]) => at < start);
    const right = pairs.find(([at]) => at >= end);
    return { start: left ? left[1] + 1 : 0, end: right ? right[1] : after.length };
  });
}

/** Places, before and after, of the characters that both texts have. */
function commonCharacters(before: string, after: string): [number, number][] {
  const pairs: [number, number][] = [];
  let [at, now] = [0, 0];
  for (const { value, added, removed } of diffChars(before, after)) {
    if (added) now += value.length;
    else if (removed) at += value.length;
    else for (let i = 0; i < value.length; i++) pairs.push([at++, now++]);
  }
  return pairs;
}

/** How alike two texts are, from 0 to 1: the pairs of neighbouring characters that they share (Dice). */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.length === 0 || b.length === 0) return one === other ? 1 : 0;
  const left = new Map<string, number>();
  for (const pair of a) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of b) {
    const count = left.get(pair) ?? 0;
    if (count > 0) shared += 1;
    left.set(pair, count - 1);
  }
  return (2 * shared) / (a.length + b.length);
}

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));

/** The sentence that a place stands in. */
export function sentenceAt(text: string, { start, end }: Range): string {
  const stops = /[。！？；!?;]|\.(?=\s|$)/g;
  let from = 0;
  for (const stop of text.matchAll(stops)) {
    const behind = stop.index + 1;
    if (behind <= start) from = behind;
    else if (stop.index >= end) return text.slice(from, behind).trim();
  }
  return text.slice(from).trim();
}
