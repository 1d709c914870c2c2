import { sql } from 'kysely';
import { raw, type Sql } from '../../database/sql.ts';

/** Predicate: the row under an alias is what the record says at a moment, a `timestamptz`; null is now. */
export const known = (alias: string, moment: Sql | null): Sql =>
  moment === null
    ? raw(`${alias}.superseded_at = 'infinity'`)
    : sql`${raw(alias)}.recorded_at <= ${moment} and ${moment} < ${raw(alias)}.superseded_at`;

/** The same at an ISO moment; null is now. */
export const knownAt = (alias: string, moment: string | null): Sql =>
  known(alias, moment === null ? null : sql`${moment}::timestamptz`);

/** The same now. */
export const knownNow = (alias: string): Sql => known(alias, null);
