import type { Db } from '@wallchart/db';
import type DataLoader from 'dataloader';
import { batchLoader } from '../../graph/batch-loader.ts';
import { boundedCache } from '../../graph/bounded-cache.ts';
import type { Scope } from '../../metrics/index.ts';
import { boundariesOn, mappedOn, type MapMoment, type RecordedBoundary } from './boundary.service.ts';

export interface BoundaryKey extends MapMoment {
  readonly code: string;
}

export interface BoundaryLoaders {
  /** The area and the site of a unit, those of them that are known. */
  readonly boundaries: DataLoader<BoundaryKey, readonly RecordedBoundary[], string>;
  /** Whether there is anything to draw for a unit. */
  readonly mapped: DataLoader<BoundaryKey, boolean, string>;
}

const MOST_BOUNDARIES = 1000;
const MOST_ANSWERS = 20_000;
const momentKey = ({ on, knownAt }: MapMoment): string => `${on}|${knownAt ?? ''}`;
const cacheKeyFn = (key: BoundaryKey): string => `${momentKey(key)}|${key.code}`;

/** One statement for all the units that a level of a query asks for; what was found is remembered. */
export function createBoundaryLoaders(db: Db, scope: Scope): BoundaryLoaders {
  return {
    boundaries: byMoment(MOST_BOUNDARIES, async (codes, moment) => {
      const found = Map.groupBy(await boundariesOn(db, scope, codes, moment), ({ unitCode }) => unitCode);
      return (code) => found.get(code) ?? [];
    }),
    mapped: byMoment(MOST_ANSWERS, async (codes, moment) => {
      const found = await mappedOn(db, scope, codes, moment);
      return (code) => found.has(code);
    }),
  };
}

type Load<V> = (codes: readonly string[], moment: MapMoment) => Promise<(code: string) => V>;

function byMoment<V>(limit: number, load: Load<V>): DataLoader<BoundaryKey, V, string> {
  return batchLoader<BoundaryKey, V, string>(
    async (keys) => {
      const groups = [...Map.groupBy(keys, momentKey)];
      const loaded = await Promise.all(
        groups.map(async ([key, group]) => {
          const { on, knownAt } = group[0] as BoundaryKey;
          const codes = group.map(({ code }) => code);
          return [key, await load(codes, { on, knownAt })] as const;
        }),
      );
      const found = new Map(loaded);
      return keys.map((key) => (found.get(momentKey(key)) as (code: string) => V)(key.code));
    },
    { cacheKeyFn, cacheMap: boundedCache(limit) },
  );
}
