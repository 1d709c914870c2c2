import { sql } from 'kysely';
import { all, raw, some, type Sql } from '../../database/sql.ts';

/** Columns of a unit version that hold the codes of the units above it and its own, by level from 1 (province) to 5 (village). */
export const LEVEL_COLUMNS = ['province_code', 'prefecture_code', 'county_code', 'town_code', 'village_code'] as const;
export type LevelColumn = (typeof LEVEL_COLUMNS)[number];

/** The column of a version that holds the code of its ancestor (or itself) at a level, 1 to 5. */
export const levelColumn = (level: number): LevelColumn => LEVEL_COLUMNS[level - 1] ?? 'village_code';

/** These codes of a version, one fragment a level. */
export const codesByLevel = (alias: string): Sql[] => LEVEL_COLUMNS.map((column) => raw(`${alias}.${column}`));

/** The same as an array; null below its level. */
export const levelCodes = (alias: string): Sql => sql`array[${all(codesByLevel(alias), ', ')}]`;

/** Predicate: this version is valid on a day. */
export const validOn = (alias: string, day: Sql): Sql =>
  sql`${raw(alias)}.valid_from <= ${day} and ${day} < ${raw(alias)}.valid_to`;

/** Predicate: two versions are valid on a common day. */
export const overlap = (a: string, b: string): Sql =>
  raw(`${a}.valid_from < ${b}.valid_to and ${b}.valid_from < ${a}.valid_to`);

/**
 * Predicate: this version is the one in which a day draws its unit. That is the version valid on the day; a unit without
 * one is drawn in its last version before the day, else in the earliest after it, so that the facts of an abolished unit
 * are not lost. The subquery runs for such versions only.
 */
export function drawnOn(alias: string, day: Sql, known: (alias: string) => Sql): Sql {
  const [version, valid] = [raw(alias), validOn(alias, day)];
  return sql`(${valid} or not (${valid}) and not exists (
    select from org_unit_version o where o.code = ${version}.code and ${known('o')}
      and case when ${version}.valid_from <= ${day}
        then o.valid_from > ${version}.valid_from and o.valid_from <= ${day}
        else o.valid_from < ${version}.valid_from end))`;
}

/** Predicate: a version is, or lies below, a unit of a level. */
export const isUnder = (alias: string, level: number, unit: string): Sql =>
  sql`${raw(`${alias}.${levelColumn(level)}`)} = ${unit}`;

/** Predicate: one of a version's codes is in a list, a `text[]`. */
export const isWithin = (codes: readonly Sql[], list: Sql): Sql =>
  some(codes.map((code) => sql`${code} = any (${list})`));
