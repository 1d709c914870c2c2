import type { CacheMap } from 'dataloader';

/**
 * A cache for a DataLoader that outlives a request: it forgets everything when it is full, and never keeps a failure.
 *
 * @param limit entries at most
 */
export function boundedCache<K, V>(limit: number): CacheMap<K, Promise<V>> {
  const entries = new Map<K, Promise<V>>();
  return {
    get: (key) => entries.get(key),
    set: (key, value) => {
      if (entries.size >= limit) entries.clear();
      entries.set(key, value);
      value.catch(() => entries.get(key) === value && entries.delete(key));
    },
    delete: (key) => entries.delete(key),
    clear: () => entries.clear(),
  };
}
