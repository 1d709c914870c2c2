import type { ClientBase } from 'pg';
import { listTables } from './catalogue.ts';

/** Tables that the migrations fill themselves, and the log of what was written: rows in them say nothing about whether the database is in use. */
const FILLED_BY_THEMSELVES = new Set(['wallchart_migration', 'cause', 'operating_tier', 'change_log']);

/** What a database holds of Wallchart's. */
export interface Contents {
  /** Tables with rows, by name; none if the database is empty. */
  readonly tables: readonly string[];
  /** Nothing but the samples that a first start loads. */
  readonly samplesOnly: boolean;
}

/** Looks whether a database that Wallchart has migrated holds rows, not counting what the migrations fill in. */
export async function contentsOf(client: ClientBase): Promise<Contents> {
  const names = (await listTables(client)).map(({ name }) => name);
  if (!names.includes('wallchart_migration')) return { tables: [], samplesOnly: false };
  const requested = names.filter((name) => !FILLED_BY_THEMSELVES.has(name));
  const each = requested.map(
    (name) =>
      `select ${client.escapeLiteral(name)} as name where exists (select from ${client.escapeIdentifier(name)})`,
  );
  const { rows } = await client.query<{ name: string }>(each.join(' union all '));
  const tables = rows.map(({ name }) => name);
  return { tables, samplesOnly: tables.includes('import_run') && (await samplesOnly(client, tables)) };
}

/** Documents are made by people, samples or not. */
async function samplesOnly(client: ClientBase, tables: readonly string[]): Promise<boolean> {
  if (tables.some((name) => name.startsWith('circular') || name.startsWith('reminder'))) return false;
  const { rows } = await client.query<{ own: boolean }>(
    "select exists (select from import_run where channel <> 'sample') as own",
  );
  return rows[0]?.own === false;
}
