/**
 * JSON written compactly: an object is the number of its list of keys and its values ([3, "IDENTIFIED", "37", null, …]), a
 * list opens with LIST, and what occurs more than once stands in `pool` and is pointed at by [POOLED, number].
 */
export interface Packed {
  readonly shapes: readonly (readonly string[])[];
  readonly pool: readonly PackedValue[];
  readonly value: PackedValue;
}

export type PackedValue = string | number | boolean | null | readonly PackedValue[];

const LIST = -1;
const POOLED = -2;
/** Shorter texts are not worth a place in the pool. */
const WORTH = 12;

/**
 * Loses nothing, and gives equal data equal bytes: keys are in order, everything is numbered as it first occurs.
 * dashboard/src/features/briefing/file/unpack.ts reads it.
 */
export function pack(data: unknown): Packed {
  const { shapes, value } = shaped(data);
  const counts = new Map<string, number>();
  const count = (node: PackedValue): void => {
    if (!Array.isArray(node)) return;
    const text = JSON.stringify(node);
    const before = counts.get(text) ?? 0;
    counts.set(text, before + 1);
    // What is inside a repeated node is written once with it.
    if (before === 0) node.forEach(count);
  };
  count(value);

  const pool: PackedValue[] = [];
  const places = new Map<string, number>();
  const write = (node: PackedValue): PackedValue => {
    if (!Array.isArray(node)) return node;
    const text = JSON.stringify(node);
    if ((counts.get(text) ?? 0) < 2 || text.length < WORTH) return node.map(write);
    const known = places.get(text);
    if (known !== undefined) return [POOLED, known];
    const inside = node.map(write);
    places.set(text, pool.length);
    return [POOLED, pool.push(inside) - 1];
  };
  const written = write(value);
  return { shapes, pool, value: written };
}

/** Objects as the number of their keys and their values. */
function shaped(data: unknown): { shapes: string[][]; value: PackedValue } {
  const shapes: string[][] = [];
  const numbers = new Map<string, number>();
  const shapeOf = (keys: string[]): number => {
    const name = JSON.stringify(keys);
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, shapes.length);
    return shapes.push(keys) - 1;
  };
  const write = (value: unknown): PackedValue => {
    if (Array.isArray(value)) return [LIST, ...value.map(write)];
    if (typeof value !== 'object' || value === null) return (value ?? null) as PackedValue;
    const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return [shapeOf(entries.map(([key]) => key)), ...entries.map(([, inner]) => write(inner))];
  };
  return { value: write(data), shapes };
}
