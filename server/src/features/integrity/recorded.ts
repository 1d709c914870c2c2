import { sql } from 'kysely';
import { isOutOfStep, knownNow } from '../../ledger/temporal/index.ts';
import { SHEETS } from '../../ledger/sheets/index.ts';
import { BOUNDARY_FACTS } from '../../recording/writer/write-boundaries.ts';
import type { Check } from './check.ts';

/** The fact tables, and what a row is identified by besides its county. */
const facts: readonly { readonly table: string; readonly identity: readonly string[] }[] = [
  ...SHEETS.filter(({ scope }) => scope !== 'units' && scope !== 'campaigns').map(({ table, columns }) => ({
    table,
    identity: columns.filter(({ identity }) => identity).map(({ target }) => target),
  })),
  BOUNDARY_FACTS,
];

/** No two current rows say the same thing, not even under two counties, which the unique indexes cannot see. */
export const checkIdentities: Check = async (db) => {
  const found: string[] = [];
  for (const { table, identity } of facts) {
    const columns = sql.join(identity.map((column) => sql.ref(column)));
    const { rows } = await sql<{ identity: string; n: string }>`/* check.identities */
      select concat_ws(', ', ${columns}) as identity, count(*) as n from ${sql.table(table)} r
      where ${knownNow('r')} group by ${columns} having count(*) > 1 limit 20`.execute(db);
    found.push(...rows.map((row) => `${table}: ${row.n} current rows for ${row.identity}.`));
  }
  return found;
};

/** At no moment were two versions of a row known at once, and none was replaced by nothing unless a run withdrew it. */
export const checkClocks: Check = async (db) => {
  const found: string[] = [];
  for (const { table, identity } of facts) {
    const columns = sql.join(identity.map((column) => sql.ref(column)));
    const { rows } = await sql<{ identity: string; until: string; next: string | null }>`/* check.clocks */
      select concat_ws(', ', ${columns}) as identity, superseded_at::text as until, next::text as next from (
        select *, lead(recorded_at) over (partition by ${columns} order by recorded_at) as next from ${sql.table(table)}
      ) said
      where ${isOutOfStep('said', 'next')} limit 20`.execute(db);
    found.push(
      ...rows.map(
        (row) =>
          `${table} ${row.identity}: known until ${row.until}, but the next version is of ${row.next ?? 'never'}.`,
      ),
    );
  }
  return found;
};
