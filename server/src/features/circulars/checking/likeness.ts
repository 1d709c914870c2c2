import type { Token } from './tokens.ts';

/** The pairs of neighbours in a text, by which it is compared with another. */
export interface Neighbours {
  /** From 0 to 1: the pairs that both have (Dice). */
  likenessTo(other: Neighbours): number;
  readonly pairs: ReadonlyMap<string, number>;
  readonly size: number;
}

export function pairsOf(tokens: readonly Token[]): Neighbours {
  const pairs = new Map<string, number>();
  for (const [i, { key }] of tokens.entries()) {
    const pair = `${tokens[i - 1]?.key ?? ''}\u0001${key}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  const size = tokens.length;
  return {
    pairs,
    size,
    likenessTo(other) {
      if (size === 0 && other.size === 0) return 1;
      let shared = 0;
      for (const [pair, count] of pairs) shared += Math.min(count, other.pairs.get(pair) ?? 0);
      return (2 * shared) / (size + other.size);
    },
  };
}
