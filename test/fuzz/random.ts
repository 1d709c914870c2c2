/** Chance that can be had again: the same seed gives the same values in the same order. */
export interface Random {
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly times: <T>(most: number, make: (at: number) => T) => T[];
}

/** Mulberry32, of its own for each request, so that any one can be sent again on its own. */
export function randomOf(seed: number, request: number): Random {
  let state = (Math.imul(seed ^ 0x9e37_79b9, 0x85eb_ca6b) + Math.imul(request + 1, 0xc2b2_ae35)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (most: number): number => Math.floor(next() * most);
  return {
    below,
    chance: (probability) => next() < probability,
    pick: <T>(from: readonly T[]) => from[below(from.length)] as T,
    times: (most, make) => Array.from({ length: 1 + below(most) }, (_, at) => make(at)),
  };
}
