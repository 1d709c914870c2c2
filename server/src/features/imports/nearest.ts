import { comparable } from './cells/narrow.ts';

/** Levenshtein distance: how many characters to change, add or drop. */
export function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (previous[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    previous = next;
  }
  return previous[b.length] ?? 0;
}

/** The known spelling nearest to what was written; of equals the first. */
export function nearest(written: string, known: readonly string[]): string {
  const wanted = comparable(written).slice(0, 60);
  const scored = known.map((name) => ({
    name,
    far: distance(wanted, comparable(name)) / Math.max(wanted.length, comparable(name).length, 1),
  }));
  return scored.reduce((best, next) => (next.far < best.far ? next : best)).name;
}
