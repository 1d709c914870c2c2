/** What was loaded, or is being loaded, by a text that names it. */
export interface Remembered<V> {
  readonly get: (key: string) => Promise<V> | undefined;
  /** `holds`: whether it may still be used; for ever by default. */
  readonly set: (key: string, value: Promise<V>, holds?: () => boolean) => void;
  readonly delete: (key: string) => void;
}

export interface Bounds<V> {
  /** What all entries may take together. */
  readonly bytes: number;
  /** About what a value takes; one that takes more than all together may is not kept. */
  readonly bytesOf: (value: V) => number;
}

export const MEGABYTE = 1024 * 1024;

/** What an entry takes besides its value and its key. */
const ENTRY_BYTES = 200;

interface Entry<V> {
  readonly value: Promise<V>;
  readonly bytes: number;
  readonly holds: () => boolean;
}

/** Remembers the values used last, within bounds, as long as they hold, and never a failure. A value has its size once it is there. */
export function boundedCache<V>({ bytes: most, bytesOf }: Bounds<V>): Remembered<V> {
  /** Those used last stand last. */
  const kept = new Map<string, Entry<V>>();
  let taken = 0;
  const remove = (key: string): void => {
    taken -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  };
  const put = (key: string, entry: Entry<V>): void => {
    remove(key);
    if (entry.bytes > most) return;
    kept.set(key, entry);
    taken += entry.bytes;
    for (const oldest of kept.keys()) {
      if (taken <= most) break;
      remove(oldest);
    }
  };
  const settle = async (key: string, value: Promise<V>): Promise<void> => {
    try {
      const more = Math.ceil(bytesOf(await value));
      const entry = kept.get(key);
      if (entry?.value === value) put(key, { ...entry, bytes: entry.bytes + more });
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
      if (found.holds()) return found.value;
      remove(key);
      return undefined;
    },
    set: (key, value, holds = () => true) => {
      put(key, { value, holds, bytes: ENTRY_BYTES + 2 * key.length });
      void settle(key, value);
    },
    delete: remove,
  };
}
