/**
 * What server/src/features/briefing/pack.ts wrote: an object as the number of its keys and its values, a list after -1, and
 * [-2, number] for what stands in the pool.
 */
export interface Packed {
  readonly shapes: readonly (readonly string[])[];
  readonly pool: readonly PackedValue[];
  readonly value: PackedValue;
}

export type PackedValue = string | number | boolean | null | readonly PackedValue[];

const POOLED = -2;

export function unpack({ shapes, pool, value }: Packed): unknown {
  const read = (packed: PackedValue): unknown => {
    if (!Array.isArray(packed)) return packed;
    const [head, ...rest] = packed as readonly PackedValue[];
    if (head === POOLED) return read(pool[rest[0] as number] ?? null);
    const keys = shapes[head as number];
    if (keys === undefined) return rest.map(read);
    return Object.fromEntries(keys.map((key, index) => [key, read(rest[index] ?? null)]));
  };
  return read(value);
}
