import type { ClientBase } from 'pg';
import { WallchartError } from '../../domain/errors.ts';
import type { SequenceState } from './format.ts';

/** A table as the catalogue of PostgreSQL has it. */
export interface Table {
  readonly name: string;
  /** Those that can be written: all but generated ones. */
  readonly columns: readonly string[];
  /** On disk, without indexes. */
  readonly bytes: number;
}

const TABLES = `/* backup.tables */
  select c.relname::text as name, pg_table_size(c.oid)::float8 as bytes,
    array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where n.nspname = current_schema() and c.relkind = 'r' and c.relname <> all($1)
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  group by c.oid, c.relname order by c.relname`;

/** What lasts an hour, and belongs to the processes of one installation. */
const PASSING = ['job', 'upload', 'upload_chunk'];

/** Every table of the schema by name, also one that Wallchart did not make; not those of extensions, nor what passes. */
export async function listTables(client: ClientBase): Promise<Table[]> {
  return (await client.query<Table>(TABLES, [PASSING])).rows;
}

const REFERENCES = `/* backup.references */
  select distinct child.relname::text as child, parent.relname::text as parent
  from pg_constraint r join pg_class child on child.oid = r.conrelid join pg_class parent on parent.oid = r.confrelid
  join pg_namespace n on n.oid = child.relnamespace
  where r.contype = 'f' and n.nspname = current_schema() and r.conrelid <> r.confrelid`;

/**
 * Tables in an order in which they can be filled with their references on: each after those that it refers to.
 *
 * @throws WallchartError INTERNAL if tables refer to each other in a circle
 */
export async function inLoadingOrder(client: ClientBase, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ child: string; parent: string }>(REFERENCES);
  return orderByReference(tables, rows);
}

export function orderByReference(
  tables: readonly string[],
  references: readonly { readonly child: string; readonly parent: string }[],
): string[] {
  const ordered = new Set<string>();
  let left = [...tables];
  while (left.length > 0) {
    const waits = new Set(
      references.filter(({ parent }) => left.includes(parent) && !ordered.has(parent)).map(({ child }) => child),
    );
    const ready = left.filter((table) => !waits.has(table));
    if (ready.length === 0)
      throw new WallchartError('INTERNAL', `The tables ${left.join(', ')} refer to each other in a cycle.`);
    for (const table of ready) ordered.add(table);
    left = left.filter((table) => !ordered.has(table));
  }
  return [...ordered];
}

const SEQUENCES = `/* backup.sequences */
  select c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = current_schema() and c.relkind = 'S'
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by c.relname`;

/** Where every sequence of the schema stands. Sequences stand outside of transactions, so ask after the rows are fixed: then none is too low. */
export async function listSequences(client: ClientBase): Promise<SequenceState[]> {
  const { rows: names } = await client.query<{ name: string }>(SEQUENCES);
  if (names.length === 0) return [];
  const each = names.map(
    ({ name }) =>
      `select ${client.escapeLiteral(name)} as name, last_value::text as last, is_called as called from ${client.escapeIdentifier(name)}`,
  );
  return (await client.query<SequenceState>(each.join(' union all '))).rows;
}

/** `"table" ("a", "b")`, for COPY. */
export const withColumns = (client: ClientBase, table: string, columns: readonly string[]): string =>
  `${client.escapeIdentifier(table)} (${columns.map((column) => client.escapeIdentifier(column)).join(', ')})`;
