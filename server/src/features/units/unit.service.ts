import { sql, type RawBuilder } from 'kysely';
import type { ViewerDb } from '../../database/handles.ts';
import { knownNow, levelCodes, recordView, validOn } from '../../ledger/temporal/index.ts';
import type { OrgUnit } from './unit.types.ts';

/** SQL columns that `unitOfRow` reads; the version stands under the alias `v`. */
export const UNIT_COLUMNS = sql`v.code, v.name, v.kind, v.level, v.parent_code, v.population, v.members,
  nullif(v.valid_from, '-infinity')::text as valid_from, nullif(v.valid_to, 'infinity')::text as valid_to,
  v.illustrative <> '{}' as illustrative, v.illustrative && '{*,name}'::text[] as made_up,
  ${levelCodes('v')} as level_codes`;

export interface UnitRow {
  code: string;
  name: string;
  kind: OrgUnit['kind'];
  level: number;
  parent_code: string | null;
  population: number | null;
  members: number | null;
  valid_from: string | null;
  valid_to: string | null;
  illustrative: boolean;
  made_up: boolean;
  level_codes: (string | null)[];
}

export function unitOfRow(row: UnitRow, on: string): OrgUnit {
  return {
    code: row.code,
    name: row.name,
    kind: row.kind,
    level: row.level,
    parentCode: row.parent_code,
    population: row.population,
    members: row.members,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    illustrative: row.illustrative,
    madeUp: row.made_up,
    levelCodes: row.level_codes,
    on,
  };
}

/** A unit on a day. */
export interface UnitKey {
  readonly code: string;
  readonly on: string;
}

/** The tree of each unit's own day. */
const NOW = recordView(sql.ref('a.day'), sql.ref('a.day'), null);

const requested = (keys: readonly UnitKey[]): RawBuilder<unknown> =>
  sql`unnest(${keys.map(({ code }) => code)}::text[], ${keys.map(({ on }) => on)}::date[]) a(code, day)`;

/** Units as they were on their days; one statement for all. A code that was never recorded is left out. */
export async function unitsOn(db: ViewerDb, keys: readonly UnitKey[]): Promise<OrgUnit[]> {
  const { rows } = await sql<UnitRow & { day: string }>`/* units.on_day */
    select ${UNIT_COLUMNS}, a.day::text as day
    from ${requested(keys)} join org_unit_version v on v.code = a.code and ${NOW.known('v')} and ${NOW.drawn('v')}
    order by a.day, v.code`.execute(db);
  return rows.map((row) => unitOfRow(row, row.day));
}

/** The children that each unit had on its day, in code order; one statement for all. */
export async function childrenOn(db: ViewerDb, keys: readonly UnitKey[]): Promise<OrgUnit[]> {
  const { rows } = await sql<UnitRow & { day: string }>`/* units.children */
    select ${UNIT_COLUMNS}, a.day::text as day
    from ${requested(keys)} join org_unit_version v on v.parent_code = a.code and ${knownNow('v')} and ${validOn('v', NOW.tree)}
    order by a.day, v.code`.execute(db);
  return rows.map((row) => unitOfRow(row, row.day));
}

/** Units that come nearest to a code or a name no one knows, for the error message. */
export async function nearestUnits(db: ViewerDb, text: string): Promise<{ code: string; name: string }[]> {
  const prefix = text.slice(0, Math.max(2, Math.min(text.length - 2, 9)));
  const { rows } = await sql<{ code: string; name: string }>`/* units.nearest */
    select code, name from (
      select distinct on (v.code) v.code, v.name, greatest(similarity(v.name, ${text}), similarity(v.code, ${text})) as near
      from org_unit_version v
      where ${knownNow('v')} and (v.code like ${`${prefix}%`} or v.name % ${text} or v.name like ${`%${text}%`})
      order by v.code
    ) found order by near desc, code limit 3`.execute(db);
  return rows;
}
