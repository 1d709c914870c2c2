import type { ViewerDb } from '../../database/handles.ts';
import { WallchartError } from '../../domain/errors.ts';
import { MEGABYTE } from '../../loading/bounded-cache.ts';
import { sharedLoader, type Loader } from '../../loading/shared-loader.ts';
import { UNCHANGING, type Validity } from '../../loading/validity.ts';
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

/** Versions of units. */
const MOST_VERSIONS = 20_000;
/** What a unit takes, about. */
const UNIT_BYTES = 600;
const UNITS = { bytes: 16 * MEGABYTE, bytesOf: (unit: OrgUnit | null) => (unit ? UNIT_BYTES : 0) };
const LISTS = { bytes: 48 * MEGABYTE, bytesOf: (units: readonly OrgUnit[]) => UNIT_BYTES * units.length };
const about = ({ code }: UnitKey): readonly string[] => [code];
const keyOf = (key: UnitKey): string => `${key.on}/${key.code}`;

/** One statement for all the units that a level of a query asks for; what was found is remembered. */
export function createUnitLoaders(db: ViewerDb, validity: Validity = UNCHANGING): UnitLoaders {
  const versions = rememberVersions(validity);
  const ofUnits = { keyOf, about, validity };
  const unit = sharedLoader<UnitKey, OrgUnit | null>({
    ...ofUnits,
    bounds: UNITS,
    loadAll: async (keys) => {
      const since = validity.look();
      const found = new Map<string, OrgUnit>();
      const unknown = keys.filter((key) => {
        const version = versions.find(key);
        if (version) found.set(keyOf(key), version);
        return !version;
      });
      for (const row of unknown.length > 0 ? await unitsOn(db, unknown) : []) {
        found.set(keyOf(row), row);
        versions.keep(row, since);
      }
      return keys.map((key) => found.get(keyOf(key)) ?? null);
    },
  });
  const children = sharedLoader<UnitKey, OrgUnit[]>({
    ...ofUnits,
    bounds: LISTS,
    loadAll: async (keys) => {
      const since = validity.look();
      const found = new Map<string, OrgUnit[]>(keys.map((key) => [keyOf(key), []]));
      for (const row of await childrenOn(db, keys)) {
        unit.prime(row, row, since);
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
function rememberVersions(validity: Validity) {
  let count = 0;
  const byCode = new Map<string, readonly { readonly version: OrgUnit; readonly since: number }[]>();
  const put = (code: string, known: readonly { readonly version: OrgUnit; readonly since: number }[]): void => {
    count += known.length - (byCode.get(code)?.length ?? 0);
    byCode.delete(code);
    if (known.length > 0) byCode.set(code, known);
  };
  const holding = (code: string) => byCode.get(code)?.filter(({ since }) => validity.holds([code], since)) ?? [];
  return {
    find: ({ code, on }: UnitKey): OrgUnit | undefined => {
      const found = holding(code).find(({ version }) => isValidOn(version, on));
      return found && Object.assign({}, found.version, { on });
    },
    keep: (version: OrgUnit, since: number): void => {
      const { code, on } = version;
      const known = holding(code);
      if (!isValidOn(version, on) || known.some((one) => isValidOn(one.version, on))) return;
      put(code, [...known, { version, since }]);
      for (const oldest of byCode.keys()) {
        if (count <= MOST_VERSIONS) break;
        put(oldest, []);
      }
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
