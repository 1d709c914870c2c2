import type { Db } from '@wallchart/db';
import { sql } from 'kysely';
import { bestVersionFirst, levelCodes } from './unit.sql.ts';
import type { OrgUnit } from './unit.types.ts';

/** SQL columns that `unitOfRow` reads; the version stands under the alias `v`. */
export const UNIT_COLUMNS = sql`v.code, v.name, v.kind, v.level, v.parent_code, v.population, v.members,
  nullif(v.valid_from, '-infinity')::text as valid_from, nullif(v.valid_to, 'infinity')::text as valid_to,
  v.illustrative <> '{}' as illustrative,
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
    levelCodes: row.level_codes,
    on,
  };
}

/** The units with these codes as they were on a day; one statement. A code that was never recorded is left out. */
export async function unitsOn(db: Db, codes: readonly string[], day: string): Promise<OrgUnit[]> {
  const { rows } = await sql<UnitRow>`/* units.on_day */
    select distinct on (v.code) ${UNIT_COLUMNS}
    from org_unit_version v
    where v.code = any(${[...codes]}::text[]) and v.superseded_at = 'infinity'
    order by v.code, ${bestVersionFirst(day)}`.execute(db);
  return rows.map((row) => unitOfRow(row, day));
}

/** The children that each unit had on a day, in code order; one statement for all. */
export async function childrenOn(db: Db, codes: readonly string[], day: string): Promise<OrgUnit[]> {
  const { rows } = await sql<UnitRow>`/* units.children */
    select ${UNIT_COLUMNS}
    from org_unit_version v
    where v.parent_code = any(${[...codes]}::text[]) and v.superseded_at = 'infinity'
      and v.valid_from <= ${day}::date and ${day}::date < v.valid_to
    order by v.code`.execute(db);
  return rows.map((row) => unitOfRow(row, day));
}

/** Units that come nearest to a code or a name nobody knows, for the error message. */
export async function nearestUnits(db: Db, text: string): Promise<{ code: string; name: string }[]> {
  const prefix = text.slice(0, Math.max(2, Math.min(text.length - 2, 9)));
  const { rows } = await sql<{ code: string; name: string }>`/* units.nearest */
    select code, name from (
      select distinct on (v.code) v.code, v.name, greatest(similarity(v.name, ${text}), similarity(v.code, ${text})) as near
      from org_unit_version v
      where v.superseded_at = 'infinity' and (v.code like ${`${prefix}%`} or v.name % ${text} or v.name like ${`%${text}%`})
      order by v.code
    ) found order by near desc, code limit 3`.execute(db);
  return rows;
}
