import { LRUCache } from 'lru-cache';

/** What was loaded, or is being loaded, by a text that names it. */
export interface Remembered<V> {
  readonly get: (key: string) => Promise<V> | undefined;
  readonly set: (key: string, value: Promise<V>) => void;
  readonly delete: (key: string) => void;
}

export interface Bounds<V> {
  /** Entries at most. */
  readonly entries: number;
  /** What all entries together may weigh; by default nothing but their number counts. */
  readonly weight?: number;
  /** The weight of one, at least 1; one that is heavier than all together may be is not kept. */
  readonly weigh?: (value: V) => number;
}

/** Remembers the values used last, within bounds, and never a failure. A value has its weight once it is there. */
export function boundedCache<V>({ entries, weight = entries, weigh = () => 1 }: Bounds<V>): Remembered<V> {
  const kept = new LRUCache<string, Promise<V>>({ max: entries, maxSize: weight });
  const settle = async (key: string, value: Promise<V>): Promise<void> => {
    try {
      const size = Math.max(1, Math.ceil(weigh(await value)));
      // A value that is there already keeps the size that it was put in with.
      if (kept.peek(key) === value && kept.delete(key)) kept.set(key, value, { size });
    } catch {
      if (kept.peek(key) === value) kept.delete(key);
    }
  };
  return {
    get: (key) => kept.get(key),
    set: (key, value) => {
      kept.set(key, value, { size: 1 });
      void settle(key, value);
    },
    delete: (key) => void kept.delete(key),
  };
}
