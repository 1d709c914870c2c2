import type { Text } from '../../domain/text.ts';
import { comparable } from '../../domain/narrow.ts';

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

/** Up to this share of its characters may be wrong; beyond it a suggestion would mislead. */
const NEAR = 0.4;

/** A thing with a key and a name in either language. */
export interface Named extends Text {
  readonly key: string;
}

/** What was most likely meant, by any of its names; null if nothing is really near. Of equals the first. */
export function nearest<T extends Named>(written: string, known: readonly T[]): T | null {
  const wanted = comparable(written).slice(0, 60);
  const scored = known.map((one) => ({
    one,
    far: Math.min(...[one.key, one.zh, one.en].map((name) => farFrom(wanted, comparable(name)))),
  }));
  const best = scored.reduce<{ one: T | null; far: number }>((top, next) => (next.far < top.far ? next : top), {
    one: null,
    far: NEAR + Number.EPSILON,
  });
  return best.one;
}

/** 0 for the same, 1 for nothing in common; a name with something added to it is near. */
function farFrom(wanted: string, name: string): number {
  const [short, long] = wanted.length < name.length ? [wanted, name] : [name, wanted];
  const share = distance(wanted, name) / Math.max(long.length, 1);
  const holdsOther = short.length >= 2 && (long.startsWith(short) || long.endsWith(short));
  return holdsOther ? Math.min(share, NEAR) : share;
}
