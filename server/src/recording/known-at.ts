import type { RecorderDb } from '../database/handles.ts';
import { lockToRead, patiently } from './counties.ts';
import { watermark } from './open-recordings.ts';
import { statementsOf, type Statements } from './statements.ts';

/**
 * Fixes the moment that figures of a unit are known at: what is recorded up to it never grows, and so what is sealed can be
 * asked again.
 *
 * Of a county, or a unit in it, recordings under way there are waited for, and none begins before the transaction ends. Above
 * the counties no one is waited for: the moment is one before those that are under way.
 *
 * @param unit code of the unit
 * @returns ISO 8601, UTC
 * @throws WallchartError IMPORT_RUNNING if a recording takes longer than one can wait
 */
export async function fixKnownAt(db: RecorderDb, unit: string): Promise<string> {
  const client = statementsOf(db);
  const counties = await countiesOf(client, unit);
  if (counties === null) return new Date(await watermark(client)).toISOString();
  await patiently(client, () => lockToRead(client, counties));
  const { rows } = await client.query<{ moment: string }>(LAST_OF_COUNTIES, [counties]);
  return rows[0]!.moment;
}

/** Anything recorded later in these counties has a later moment than this. */
const LAST_OF_COUNTIES = `/* sealing.known_at */
  with clock as materialized (select date_trunc('milliseconds', clock_timestamp()) - interval '1 millisecond' as past)
  select to_char(greatest(past, max(i.recorded_at)) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as moment
  from clock left join import_run i on i.recorded_at > past and (i.counties is null or i.counties && $1::text[])
  group by past`;

/**
 * The counties under which facts of the units in a unit's county may stand: a unit may have been in another one on the day of a
 * fact. Null for a unit above the counties.
 */
const COUNTIES = `/* recording: counties of a unit */
  with own as (select county_code from org_unit_version where code = $1 and superseded_at = 'infinity'),
  member as (
    select code from org_unit_version where superseded_at = 'infinity' and county_code in (select county_code from own))
  select array_agg(distinct coalesce(v.county_code, v.code)) as counties, (select bool_or(county_code is null) from own) as above
  from org_unit_version v where v.superseded_at = 'infinity' and v.code in (select code from member)`;

async function countiesOf(client: Statements, unit: string): Promise<readonly string[] | null> {
  const { rows } = await client.query<{ counties: string[] | null; above: boolean | null }>(COUNTIES, [unit]);
  const { counties = null, above = null } = rows[0] ?? {};
  return above === false ? counties : null;
}
