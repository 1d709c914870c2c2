import { sql } from 'kysely';
import { raw, type Sql } from '../../database/sql.ts';
import { knownAt } from './known.ts';

/** Two ISO moments, the first excluded, the last included. */
export interface Window {
  readonly since: string;
  readonly until: string;
}

/** Predicate: recorded up to a moment, whatever became of it; null is now. */
export const recordedUpTo = (alias: string, moment: string | null): Sql =>
  moment === null ? sql`true` : sql`${raw(alias)}.recorded_at <= ${moment}::timestamptz`;

/** When a row was superseded, as known at a moment; null while it is in force. */
export const supersededBy = (alias: string, moment: string | null): Sql =>
  moment === null
    ? raw(`nullif(${alias}.superseded_at, 'infinity')`)
    : sql`case when ${raw(alias)}.superseded_at <= ${moment}::timestamptz then ${raw(alias)}.superseded_at end`;

/** Predicate: recorded within a window and still what the record says at its end. */
export const newWithin = (alias: string, { since, until }: Window): Sql =>
  sql`${isRecordedAfter(alias, since)} and ${knownAt(alias, until)}`;

/** Predicate: known at the start of a window and superseded within it. */
export const supersededWithin = (alias: string, { since, until }: Window): Sql =>
  sql`${knownAt(alias, since)} and ${raw(alias)}.superseded_at <= ${until}::timestamptz`;

/** Predicate: one row was superseded at the moment at which the other was recorded. */
export const replacedBy = (before: string, after: string): Sql => raw(`${before}.superseded_at = ${after}.recorded_at`);

/**
 * Predicate: a run superseded a row: at its moment, which it shares with no other run of the same county.
 *
 * @param county SQL of the county of the row, null for what only runs of all counties write
 */
export const supersededByRun = (row: string, run: string, county = `${row}.county_code`): Sql =>
  raw(`${row}.superseded_at = ${run}.recorded_at and (${run}.counties is null or ${county} = any (${run}.counties))`);

/** Predicate: one row was recorded when the other was superseded or later, up to a moment. */
export const followsUpTo = (after: string, before: string, moment: string): Sql =>
  sql`${raw(`${after}.recorded_at >= ${before}.superseded_at`)} and ${recordedUpTo(after, moment)}`;

/**
 * Predicate: a row overlaps its next version, which was recorded at the moment of column `next`, or ends before it
 * without having been withdrawn.
 */
export const isOutOfStep = (alias: string, next: string): Sql =>
  sql`${raw(next)} < ${raw(alias)}.superseded_at or (${raw(next)} is distinct from ${raw(alias)}.superseded_at
        and ${raw(alias)}.superseded_at <> 'infinity' and not exists (
          select from import_run i where ${supersededByRun(alias, 'i')} and i.rows_withdrawn > 0))`;

/** Predicate: recorded after a moment. */
export const isRecordedAfter = (alias: string, moment: string): Sql =>
  sql`${raw(alias)}.recorded_at > ${moment}::timestamptz`;

/** Orders versions of a row so that the one that stands, or stood last, comes first. */
export const lastVersionFirst = (alias: string): Sql => raw(`${alias}.superseded_at desc`);

/** Aggregate: the moment at which any of the rows was last recorded or superseded. */
export const lastWritten = (alias: string): Sql =>
  raw(
    `greatest(max(${alias}.recorded_at), max(${alias}.superseded_at) filter (where ${alias}.superseded_at < 'infinity'))`,
  );
