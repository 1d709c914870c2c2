import { sql, type RawBuilder } from 'kysely';
import type { Scope } from '../../metrics/index.ts';

export const LEVEL_COLUMNS = ['province_code', 'prefecture_code', 'county_code', 'town_code', 'village_code'] as const;
export type LevelColumn = (typeof LEVEL_COLUMNS)[number];

/** The column of a version that holds the code of its ancestor (or itself) at a level, 1 to 5. */
export function levelColumn(level: number): LevelColumn {
  return LEVEL_COLUMNS[level - 1] ?? 'village_code';
}

/** The codes of a version and of all above it, as an array; null below its level. */
export function levelCodes(alias: string): RawBuilder<unknown> {
  return sql`array[${sql.join(LEVEL_COLUMNS.map((column) => sql.ref(`${alias}.${column}`)))}]`;
}

/**
 * Orders the versions (alias `v`) of one code so that the one to show on a day comes first: the one valid on it, else
 * the last before it (a unit abolished meanwhile), else the first after it.
 */
export function bestVersionFirst(on: string | RawBuilder<unknown>): RawBuilder<unknown> {
  const day = typeof on === 'string' ? sql`${on}` : on;
  return sql`case when v.valid_from <= ${day}::date and ${day}::date < v.valid_to then 0 when v.valid_to <= ${day}::date then 1 else 2 end,
    case when v.valid_to <= ${day}::date then v.valid_to end desc nulls last, v.valid_from`;
}

/** Predicate: this version of a recorded row is what was known at a moment; null is now. */
export function knownAt(alias: string, moment: string | null): RawBuilder<unknown> {
  const [recorded, superseded] = [sql.ref(`${alias}.recorded_at`), sql.ref(`${alias}.superseded_at`)];
  if (moment === null) return sql`${superseded} = 'infinity'`;
  return sql`(${recorded} <= ${moment}::timestamptz and ${moment}::timestamptz < ${superseded})`;
}

/** Predicate over a unit version under the alias `u`: the viewer may see it. */
export function inScope(scope: Scope): RawBuilder<unknown> {
  return scope.kind === 'all' ? sql`true` : sql`${levelCodes('u')} && ${[...scope.codes]}::text[]`;
}
