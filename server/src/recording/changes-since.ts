import type { About } from '@wallchart/db';
import { sql } from 'kysely';
import type { SystemDb } from '../database/handles.ts';

/** What a look at the change log has seen: PostgreSQL's own snapshot. */
export type Snapshot = string;

/** Counties that a change may name; one that touches more concerns everything. */
const MOST_COUNTIES = 100;

const unseen = (seen: Snapshot) => sql`from change_log
  where xid >= pg_snapshot_xmin(${seen}::pg_snapshot) and not pg_visible_in_snapshot(xid, ${seen}::pg_snapshot)`;

/**
 * The snapshot now, and whether anything was written that an earlier one does not see. The order has the index begin at the
 * oldest transaction that the earlier one may not see, whatever the planner expects.
 */
export async function lookForChanges(
  db: SystemDb,
  seen: Snapshot,
): Promise<{ readonly snapshot: Snapshot; readonly changed: boolean }> {
  const { rows } = await sql<{ snapshot: Snapshot; first: string | null }>`/* changes.look */
    select pg_current_snapshot()::text as snapshot, (select xid::text ${unseen(seen)} order by change_log.xid limit 1) as first`.execute(
    db,
  );
  const { snapshot, first } = rows[0]!;
  return { snapshot, changed: first !== null };
}

/** The snapshot now, for the first look. */
export async function currentSnapshot(db: SystemDb): Promise<Snapshot> {
  const { rows } = await sql<{ snapshot: Snapshot }>`/* changes.first_look */
    select pg_current_snapshot()::text as snapshot`.execute(db);
  return rows[0]!.snapshot;
}

/**
 * The units that was written about since a snapshot: all of the counties touched, the units named, and what is above them on
 * any day. A fact lies in the county that its unit was in on its day, and is counted where its unit is on another.
 *
 * @returns null when something was written that concerns everything
 */
export async function unitsChangedSince(db: SystemDb, seen: Snapshot): Promise<About> {
  const { rows } = await sql<{ code: string | null }>`/* changes.units */
    with logged as (select county_code, units ${unseen(seen)}),
    named as (
      select county_code as code from logged where county_code is not null
      union select unnest(units) from logged
    ),
    county as (
      select county_code as code from logged where county_code is not null
      union select v.county_code from org_unit_version v join named using (code) where v.county_code is not null
    ),
    above as (
      select distinct unnest(array[v.province_code, v.prefecture_code, v.county_code, v.town_code, v.village_code, v.parent_code]) as code
      from org_unit_version v where v.code in (select code from named union select code from county)
    ),
    reach as (
      select exists (select from logged where county_code is null and units is null)
        or (select count(*) from county) > ${MOST_COUNTIES} as everything
    )
    select null as code from reach where everything
    union all
    select code from (
      select code from named
      union select code from above where code is not null
      union select v.code from org_unit_version v
        where v.county_code in (select code from county) and v.superseded_at = 'infinity'
    ) touched where not (select everything from reach)`.execute(db);
  const codes: string[] = [];
  for (const { code } of rows) {
    if (code === null) return null;
    codes.push(code);
  }
  return codes;
}
