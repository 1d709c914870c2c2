import type { Db } from '@wallchart/db';
import { sql } from 'kysely';
import type { Scope } from '../../metrics/index.ts';
import { bestVersionFirst, inScope, knownAt, levelColumn } from '../units/index.ts';
import type { Activity, Report } from './report.types.ts';

type ActivityRow = Omit<Activity, 'unitKey'> & { unit_code: string };

/** The activities of a campaign in a unit and below, past and planned, as known at the moment of the report. */
export async function activitiesOf(
  db: Db,
  scope: Scope,
  report: Pick<Report, 'key' | 'treeDay' | 'asOf'>,
): Promise<Activity[]> {
  const { key, treeDay, asOf } = report;
  const { rows } = await sql<ActivityRow>`/* reports.activities */
    with placed as (
      select distinct on (v.code) v.* from org_unit_version v
      where v.code in (select unit_code from activities where campaign = ${key.campaign}) and ${knownAt('v', key.knownAt)}
      order by v.code, ${bestVersionFirst(treeDay)}
    )
    select a.unit_code, a.kind, a.effective_on as "heldOn", a.title, a.attendees, a.attendees_at_least as "attendeesAtLeast",
      a.count, a.count_at_least as "countAtLeast", a.effective_on > ${asOf}::date as planned, a.illustrative <> '{}' as illustrative
    from activities a join placed u on u.code = a.unit_code
    where a.campaign = ${key.campaign} and ${knownAt('a', key.knownAt)} and ${inScope(scope)}
      and ${sql.ref(`u.${levelColumn(key.level ?? 3)}`)} = ${key.unit}
    order by a.effective_on, a.kind, a.title`.execute(db);
  return rows.map(({ unit_code, ...row }) => Object.assign(row, { unitKey: { code: unit_code, on: treeDay } }));
}
