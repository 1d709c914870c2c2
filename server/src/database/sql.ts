import { sql, type RawBuilder } from 'kysely';

/** A fragment of SQL. */
export type Sql = RawBuilder<unknown>;

/** Literal SQL written in the code; never for a value from outside. */
export const raw = (text: string): Sql => sql.raw(text);

export const quoted = (text: string): Sql => sql.lit(text);

/** A constant `text[]` of words that the code declares. */
export const words = (list: readonly string[]): Sql => sql.raw(`'{${list.join(',')}}'::text[]`);

export const all = (parts: readonly Sql[], between: string): Sql => sql.join(parts, sql.raw(between));

/** Conjunction; true when there is no part. */
export const every = (parts: readonly Sql[]): Sql => (parts.length === 0 ? sql`true` : all(parts, ' and '));

/** Disjunction; false when there is no part. */
export const some = (parts: readonly Sql[]): Sql =>
  parts.length === 0 ? sql`false` : parts.length === 1 ? parts[0]! : sql`(${all(parts, ' or ')})`;
