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

/**
 * Remembers the values used last, within bounds, and never a failure. A value has its weight once it is there. A map, which
 * starts small: caches are created again after every write, and an `lru-cache` allocates all its entries at once.
 */
export function boundedCache<V>({ entries, weight = entries, weigh = () => 1 }: Bounds<V>): Remembered<V> {
  /** Those used last stand last. */
  const kept = new Map<string, { readonly value: Promise<V>; readonly size: number }>();
  let weighs = 0;
  const remove = (key: string): void => {
    weighs -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  };
  const put = (key: string, value: Promise<V>, size: number): void => {
    remove(key);
    if (size > weight) return;
    kept.set(key, { value, size });
    weighs += size;
    for (const oldest of kept.keys()) {
      if (kept.size <= entries && weighs <= weight) break;
      remove(oldest);
    }
  };
  const settle = async (key: string, value: Promise<V>): Promise<void> => {
    try {
      const size = Math.max(1, Math.ceil(weigh(await value)));
      if (kept.get(key)?.value === value) put(key, value, size);
    } catch {
      if (kept.get(key)?.value === value) remove(key);
    }
  };
  return {
    get: (key) => {
      const found = kept.get(key);
      if (!found) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found.value;
    },
    set: (key, value) => {
      put(key, value, 1);
      void settle(key, value);
    },
    delete: remove,
  };
}
