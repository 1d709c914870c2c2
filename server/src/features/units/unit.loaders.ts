import type { ViewerDb } from '../../database/handles.ts';
import { WallchartError } from '../../domain/errors.ts';
import { sharedLoader, type Loader } from '../../loading/shared-loader.ts';
import { childrenOn, nearestUnits, unitsOn, type UnitKey } from './unit.service.ts';
import type { OrgUnit } from './unit.types.ts';

export type { UnitKey };

declare module '../../graphql-types/context.ts' {
  interface SharedLoaders {
    readonly units: UnitLoaders;
  }
}

export interface UnitLoaders {
  /** The unit as it was on a day; null if the code was never recorded. */
  readonly unit: Loader<UnitKey, OrgUnit | null>;
  readonly children: Loader<UnitKey, OrgUnit[]>;
  /** The unit, or UNKNOWN_UNIT with what a code looks like and the units that come nearest. */
  readonly require: (code: string, on: string) => Promise<OrgUnit>;
}

const MOST_REMEMBERED = 20_000;
/** Units in all lists of children together. */
const MOST_LISTED = 100_000;
const keyOf = (key: UnitKey): string => `${key.on}/${key.code}`;

/** One statement for all the units that a level of a query asks for; what was found is remembered. */
export function createUnitLoaders(db: ViewerDb): UnitLoaders {
  const versions = rememberVersions();
  const unit = sharedLoader<UnitKey, OrgUnit | null>({
    keyOf,
    bounds: { entries: MOST_REMEMBERED },
    loadAll: async (keys) => {
      const found = new Map<string, OrgUnit>();
      const unknown = keys.filter((key) => {
        const version = versions.find(key);
        if (version) found.set(keyOf(key), version);
        return !version;
      });
      for (const row of unknown.length > 0 ? await unitsOn(db, unknown) : []) {
        found.set(keyOf(row), row);
        versions.keep(row);
      }
      return keys.map((key) => found.get(keyOf(key)) ?? null);
    },
  });
  const children = sharedLoader<UnitKey, OrgUnit[]>({
    keyOf,
    bounds: { entries: MOST_REMEMBERED, weight: MOST_LISTED, weigh: (rows) => rows.length },
    loadAll: async (keys) => {
      const found = new Map<string, OrgUnit[]>(keys.map((key) => [keyOf(key), []]));
      for (const row of await childrenOn(db, keys)) {
        unit.prime(row, row);
        found.get(keyOf({ code: row.parentCode ?? '', on: row.on }))?.push(row);
      }
      return keys.map((key) => found.get(keyOf(key)) ?? []);
    },
  });
  const require = async (code: string, on: string): Promise<OrgUnit> => {
    const found = await unit.load({ code, on });
    if (found) return found;
    throw await unknownUnit(db, code);
  };
  return { unit, children, require };
}

const isValidOn = ({ validFrom, validTo }: OrgUnit, day: string): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || day < validTo);

/** Versions that were loaded for some day: each is the unit on every day on which it is valid. */
function rememberVersions() {
  let count = 0;
  const byCode = new Map<string, OrgUnit[]>();
  return {
    find: ({ code, on }: UnitKey): OrgUnit | undefined => {
      const version = byCode.get(code)?.find((one) => isValidOn(one, on));
      return version && Object.assign({}, version, { on });
    },
    keep: (version: OrgUnit): void => {
      const known = byCode.get(version.code) ?? [];
      if (!isValidOn(version, version.on) || known.some((one) => isValidOn(one, version.on))) return;
      if (count >= MOST_REMEMBERED) byCode.clear();
      count = byCode.size === 0 ? 1 : count + 1;
      byCode.set(version.code, [...known, version]);
    },
  };
}

async function unknownUnit(db: ViewerDb, code: string): Promise<WallchartError> {
  const nearest = await nearestUnits(db, code);
  const hint = nearest.length > 0 ? ` Nearest: ${nearest.map((row) => `${row.code} ${row.name}`).join(', ')}.` : '';
  return new WallchartError(
    'UNKNOWN_UNIT',
    `No unit has the code "${code}". A code has 2 to 12 digits: 2 for a province, 4 a prefecture, 6 a county, ` +
      `9 a town, 12 a village, e.g. 350322.${hint} 没有这个单位代码。`,
    { unit: code, nearest },
  );
}
