import { onBehalfOf, currentCaller, noteRead, type About, type Caller } from '@wallchart/db';
import DataLoader from 'dataloader';
import { loadApart } from './load-apart.ts';
import { boundedCache, type Bounds } from './bounded-cache.ts';
import type { Validity } from './validity.ts';

/** Loads what many ask for: what is asked at one time together, and each thing once. */
export interface Loader<K, V> {
  readonly load: (key: K) => Promise<V>;
  /** In the order of the keys; a failure stands where its value would. */
  readonly loadMany: (keys: readonly K[]) => Promise<(V | Error)[]>;
  /** Notes a value that was found on the way, by a load that began after a look at the changes. */
  readonly prime: (key: K, value: V, since: number) => void;
}

export interface SharedLoads<K, V> {
  readonly keyOf: (key: K) => string;
  /** The units that a value is about: a change to one of them ends it. */
  readonly about: (key: K) => About;
  readonly validity: Validity;
  /** The values of some keys, in their order; a failure of one stands in its place. */
  readonly loadAll: (keys: readonly K[]) => Promise<readonly (V | Error)[]>;
  readonly bounds: Bounds<V>;
}

/**
 * A loader that outlives requests. Requests share what was found and what is being loaded; a load is stopped when none of
 * those who wait for it is there any more. What a large operation asks is loaded apart from the others, so that they do
 * not wait for all that it wants.
 */
export function sharedLoader<K, V>({ keyOf, about, validity, loadAll, bounds }: SharedLoads<K, V>): Loader<K, V> {
  const remembered = boundedCache(bounds);
  const loading = new Map<string, Load>();
  const together = new Batches(loadAll);
  const apart = new WeakMap<object, Batches<K, V>>();
  const remember = (key: K, text: string, value: Promise<V>, since: number): void => {
    const units = about(key);
    remembered.set(text, value, () => validity.holds(units, since));
  };
  const batchesOf = (caller: Caller | undefined): Batches<K, V> => {
    if (!caller?.connections) return together;
    const own = apart.get(caller) ?? new Batches(loadAll);
    apart.set(caller, own);
    return own;
  };
  const begin = (key: K, text: string, caller: Caller | undefined): Promise<V> => {
    const { load, value } = batchesOf(caller).add(key, caller);
    const forget = (): void => {
      if (loading.get(text) !== load) return;
      loading.delete(text);
      remembered.delete(text);
    };
    const done = (): void => void (loading.get(text) === load && loading.delete(text));
    loading.set(text, load);
    load.signal.addEventListener('abort', forget, { once: true });
    remember(key, text, value, validity.look());
    value.then(done, done);
    return value;
  };
  const load = (key: K): Promise<V> => {
    const text = keyOf(key);
    const caller = currentCaller();
    noteRead(about(key));
    // An operation notices only between its steps that no one waits for it any more.
    if (caller?.signal?.aborted) return Promise.reject(caller.signal.reason as Error);
    const found = remembered.get(text);
    if (!found) return begin(key, text, caller);
    loading.get(text)?.join(caller);
    return found;
  };
  return {
    load,
    loadMany: (keys) => Promise.all(keys.map((key) => load(key).catch((error: unknown) => error as Error))),
    prime: (key, value, since) => {
      const text = keyOf(key);
      if (!remembered.get(text)) remember(key, text, Promise.resolve(value), since);
    },
  };
}

/** One load, and who waits for it. */
class Load {
  readonly #stop = new AbortController();
  readonly #waiting = new Set<AbortSignal>();
  /** Someone waits who never gives up. */
  #kept = false;
  /** Until it begins, others may still join it. */
  #begun = false;
  /** Why the last one left. */
  #reason: unknown;

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  join(caller: Caller | undefined): void {
    const signal = caller?.signal;
    if (!signal) this.#kept = true;
    else if (!signal.aborted && !this.#waiting.has(signal)) {
      this.#waiting.add(signal);
      signal.addEventListener('abort', this.#leave);
    }
  }

  /** From now on it is stopped when the last has left; at once if all have left already. */
  begin(): void {
    this.#begun = true;
    this.#stopIfUnwanted();
  }

  /** It has ended: no one waits any more, and nothing is to be stopped. */
  settle(): void {
    this.#kept = true;
    for (const signal of this.#waiting) signal.removeEventListener('abort', this.#leave);
    this.#waiting.clear();
  }

  readonly #leave = (event: Event): void => {
    const signal = event.target as AbortSignal;
    this.#waiting.delete(signal);
    this.#reason = signal.reason;
    this.#stopIfUnwanted();
  };

  #stopIfUnwanted(): void {
    const left = this.#reason !== undefined && this.#waiting.size === 0;
    if (this.#begun && left && !this.#kept) this.#stop.abort(this.#reason);
  }
}

/** Gathers keys that are asked for at one time into one load. */
class Batches<K, V> {
  readonly #loader: DataLoader<K, V>;
  #forming: Load | undefined;
  #connections: Caller['connections'];

  constructor(loadAll: SharedLoads<K, V>['loadAll']) {
    this.#loader = new DataLoader<K, V>(
      async (keys) => {
        const load = this.#forming!;
        this.#forming = undefined;
        load.begin();
        try {
          return await onBehalfOf({ signal: load.signal, connections: this.#connections }, () =>
            loadApart(keys, loadAll),
          );
        } finally {
          load.settle();
        }
      },
      { cache: false },
    );
  }

  add(key: K, caller: Caller | undefined): { readonly load: Load; readonly value: Promise<V> } {
    this.#connections = caller?.connections;
    const load = (this.#forming ??= new Load());
    load.join(caller);
    return { load, value: this.#loader.load(key) };
  }
}
