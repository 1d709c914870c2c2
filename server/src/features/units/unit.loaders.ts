import type { Db } from '@wallchart/db';
import type DataLoader from 'dataloader';
import { WallchartError } from '../../errors.ts';
import { batchLoader } from '../../graph/batch-loader.ts';
import { boundedCache } from '../../graph/bounded-cache.ts';
import { childrenOn, nearestUnits, unitsOn } from './unit.service.ts';
import type { OrgUnit } from './unit.types.ts';

export interface UnitKey {
  readonly code: string;
  readonly on: string;
}

export interface UnitLoaders {
  /** The unit as it was on a day; null if the code was never recorded. */
  readonly unit: DataLoader<UnitKey, OrgUnit | null, string>;
  readonly children: DataLoader<UnitKey, OrgUnit[], string>;
  /** The unit, or UNKNOWN_UNIT with what a code looks like and the units that come nearest. */
  readonly require: (code: string, on: string) => Promise<OrgUnit>;
}

const MOST_REMEMBERED = 20_000;
const cacheKeyFn = (key: UnitKey): string => `${key.on}/${key.code}`;

/** One statement for all the units that a level of a query asks for; what was found is remembered. */
export function createUnitLoaders(db: Db): UnitLoaders {
  const versions = rememberVersions();
  const unit = batchLoader<UnitKey, OrgUnit | null, string>(
    async (keys) => {
      const found = new Map<string, OrgUnit>();
      const unknown = keys.filter((key) => {
        const version = versions.find(key);
        if (version) found.set(cacheKeyFn(key), version);
        return !version;
      });
      await eachDay(unknown, async (on, codes) => {
        for (const row of await unitsOn(db, codes, on)) {
          found.set(cacheKeyFn({ code: row.code, on }), row);
          versions.keep(row);
        }
      });
      return keys.map((key) => found.get(cacheKeyFn(key)) ?? null);
    },
    { cacheKeyFn, cacheMap: boundedCache(MOST_REMEMBERED) },
  );
  const children = batchLoader<UnitKey, OrgUnit[], string>(
    async (keys) => {
      const found = new Map<string, OrgUnit[]>(keys.map((key) => [cacheKeyFn(key), []]));
      await eachDay(keys, async (on, codes) => {
        for (const row of await childrenOn(db, codes, on)) {
          unit.prime({ code: row.code, on }, row);
          found.get(cacheKeyFn({ code: row.parentCode ?? '', on }))?.push(row);
        }
      });
      return keys.map((key) => found.get(cacheKeyFn(key)) ?? []);
    },
    { cacheKeyFn, cacheMap: boundedCache(MOST_REMEMBERED) },
  );
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

async function eachDay(keys: readonly UnitKey[], load: (on: string, codes: string[]) => Promise<void>): Promise<void> {
  const days = Map.groupBy(keys, (key) => key.on);
  await Promise.all(
    [...days].map(([on, group]) =>
      load(
        on,
        group.map((key) => key.code),
      ),
    ),
  );
}

async function unknownUnit(db: Db, code: string): Promise<WallchartError> {
  const nearest = await nearestUnits(db, code);
  const hint = nearest.length > 0 ? ` Nearest: ${nearest.map((row) => `${row.code} ${row.name}`).join(', ')}.` : '';
  return new WallchartError(
    'UNKNOWN_UNIT',
    `No unit has the code "${code}". A code has 2 to 12 digits: 2 for a province, 4 a prefecture, 6 a county, ` +
      `9 a town, 12 a village, e.g. 350322.${hint} 没有这个单位代码。`,
    { unit: code, nearest },
  );
}
