import type { InferKyselyDB } from '@mikro-orm/postgresql';
import type { Insertable, Kysely, Selectable } from 'kysely';
import type { entities } from './entities/index.ts';

/**
 * Tables and columns for Kysely, inferred from the entities. Days and moments are strings ('YYYY-MM-DD' and ISO 8601 in
 * UTC, or 'infinity'), numeric and bigint are decimal strings, text[] are string arrays.
 */
export type Database = { [T in keyof Inferred]: Columns<Inferred[T]> };

type Inferred = InferKyselyDB<(typeof entities)[number]>;

/** The reference to `case_register` is one of the two columns that the table has anyway; it adds none. */
type Columns<T> = { [C in keyof T as C extends `case_register_${string}` ? never : C]: T[C] };

export type Db = Kysely<Database>;
export type TableName = keyof Database;
export type Row<T extends TableName> = Selectable<Database[T]>;
export type NewRow<T extends TableName> = Insertable<Database[T]>;
