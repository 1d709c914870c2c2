import { sql } from 'kysely';
import { raw, type Sql } from '../../database/sql.ts';
import { known } from './known.ts';
import { drawnOn } from './unit-versions.ts';

/** From where the record is read, in SQL: values of one request, or columns of a statement that answers for many. */
export interface RecordView {
  /** Day up to which facts count. */
  readonly day: Sql;
  /** Day on whose tree they are drawn. */
  readonly tree: Sql;
  /** Predicate: this row of a recorded table is known at the moment of the view. */
  readonly known: (alias: string) => Sql;
  /** Predicate: this version of a unit is the one in which its facts are drawn. */
  readonly drawn: (alias: string) => Sql;
}

/** @param moment a `timestamptz`; null is now */
export function recordView(day: Sql, tree: Sql, moment: Sql | null): RecordView {
  const knownThen = (alias: string): Sql => known(alias, moment);
  return { day, tree, known: knownThen, drawn: (alias) => drawnOn(alias, tree, knownThen) };
}

/** Days `YYYY-MM-DD` and an ISO moment, null for now. */
export interface Moment {
  readonly asOf: string;
  readonly treeDay: string;
  readonly knownAt: string | null;
}

/** The view of one request. */
export const viewAt = ({ asOf, treeDay, knownAt }: Moment): RecordView =>
  recordView(sql`${asOf}::date`, sql`${treeDay}::date`, knownAt === null ? null : sql`${knownAt}::timestamptz`);

/** Predicate: this fact took effect by the day and is known. */
export const inEffect = (alias: string, { day, known: knownThen }: Pick<RecordView, 'day' | 'known'>): Sql =>
  sql`${raw(alias)}.effective_on <= ${day} and ${knownThen(alias)}`;

/**
 * The table expression `placed`: the units at which a campaign has rows of a table, each in the version that is drawn. Its
 * "offset 0" has all versions found at once, instead of one unit at a time.
 */
export const placedUnits = (table: string, campaign: string, view: RecordView): Sql =>
  sql`placed as (
      select v.* from (
        select x.* from org_unit_version x
        where x.code in (select unit_code from ${sql.table(table)} where campaign = ${campaign}) and ${view.known('x')}
        offset 0) v
      where ${view.drawn('v')}
    )`;
