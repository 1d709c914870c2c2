import { sql } from 'kysely';
import { SHEETS, type SheetSpec } from '../features/imports/index.ts';
import type { Check } from './check.ts';

const facts = SHEETS.filter(({ scope }) => scope !== 'units' && scope !== 'campaigns');
const identityOf = ({ columns }: SheetSpec): string[] =>
  columns.filter(({ identity }) => identity).map(({ target }) => target);

/** No two current rows say the same thing, not even under two counties, which the unique indexes cannot see. */
export const checkIdentities: Check = async (db) => {
  const found: string[] = [];
  for (const spec of facts) {
    const columns = sql.join(identityOf(spec).map((column) => sql.ref(column)));
    const { rows } = await sql<{ identity: string; n: string }>`/* check.identities */
      select concat_ws(', ', ${columns}) as identity, count(*) as n from ${sql.table(spec.table)}
      where superseded_at = 'infinity' group by ${columns} having count(*) > 1 limit 20`.execute(db);
    found.push(...rows.map((row) => `${spec.table}: ${row.n} current rows for ${row.identity}.`));
  }
  return found;
};

/** At no moment were two versions of a row known at once, and none was replaced by nothing. */
export const checkClocks: Check = async (db) => {
  const found: string[] = [];
  for (const spec of facts) {
    const columns = sql.join(identityOf(spec).map((column) => sql.ref(column)));
    const { rows } = await sql<{ identity: string; until: string; next: string | null }>`/* check.clocks */
      select concat_ws(', ', ${columns}) as identity, superseded_at::text as until, next::text as next from (
        select *, lead(recorded_at) over (partition by ${columns} order by recorded_at) as next from ${sql.table(spec.table)}
      ) said
      where next < superseded_at or (next is null and superseded_at <> 'infinity') limit 20`.execute(db);
    found.push(
      ...rows.map(
        (row) =>
          `${spec.table} ${row.identity}: known until ${row.until}, but the next version is of ${row.next ?? 'never'}.`,
      ),
    );
  }
  return found;
};
