import type { ViewerDb } from '../../database/handles.ts';
import { MEGABYTE, type Bounds } from '../../loading/bounded-cache.ts';
import { sharedLoader, type Loader } from '../../loading/shared-loader.ts';
import type { Validity } from '../../loading/validity.ts';
import { boundariesOn, mappedOn, type MapMoment, type RecordedBoundary } from './boundary.service.ts';

export interface BoundaryKey extends MapMoment {
  readonly code: string;
}

declare module '../../graphql-types/context.ts' {
  interface SharedLoaders {
    readonly boundaries: BoundaryLoaders;
  }
}

export interface BoundaryLoaders {
  /** The area and the site of a unit, those of them that are known. */
  readonly boundaries: Loader<BoundaryKey, readonly RecordedBoundary[]>;
  /** Whether there is anything to draw for a unit. */
  readonly mapped: Loader<BoundaryKey, boolean>;
}

const VERTEX_BYTES = 100;
const OUTLINES: Bounds<readonly RecordedBoundary[]> = {
  bytes: 50 * MEGABYTE,
  bytesOf: (boundaries) => VERTEX_BYTES * verticesOf(boundaries),
};
const ANSWERS = { bytes: 4 * MEGABYTE, bytesOf: () => 0 };
const momentKey = ({ on, knownAt }: MapMoment): string => `${on}|${knownAt ?? ''}`;
const keyOf = (key: BoundaryKey): string => `${momentKey(key)}|${key.code}`;

/** One statement for all the units that a level of a query asks for; what was found is remembered. */
export function createBoundaryLoaders(db: ViewerDb, validity: Validity): BoundaryLoaders {
  return {
    boundaries: byMoment(OUTLINES, validity, async (codes, moment) => {
      const found = Map.groupBy(await boundariesOn(db, codes, moment), ({ unitCode }) => unitCode);
      return (code): readonly RecordedBoundary[] => found.get(code) ?? [];
    }),
    mapped: byMoment(ANSWERS, validity, async (codes, moment) => {
      const found = await mappedOn(db, codes, moment);
      return (code) => found.has(code);
    }),
  };
}

type Load<V> = (codes: readonly string[], moment: MapMoment) => Promise<(code: string) => V>;

function byMoment<V>(bounds: Bounds<V>, validity: Validity, load: Load<V>): Loader<BoundaryKey, V> {
  return sharedLoader({
    keyOf,
    about: ({ code }) => [code],
    validity,
    bounds,
    loadAll: async (keys) => {
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
  });
}

/** Vertices of a geometry: pairs of numbers, however deep they lie. */
function verticesOf(boundaries: readonly RecordedBoundary[]): number {
  const count = (coordinates: unknown): number =>
    !Array.isArray(coordinates) || typeof coordinates[0] === 'number'
      ? 1
      : coordinates.reduce<number>((sum, part) => sum + count(part), 0);
  return boundaries.reduce((sum, { geometry }) => sum + count(geometry.coordinates), 0);
}
