import { sql } from 'kysely';
import type { ViewerDb } from '../../database/handles.ts';
import { inScope } from '../../ledger/scope.ts';
import { inEffect, isUnder, placedUnits, viewAt } from '../../ledger/temporal/index.ts';
import type { Activity, Report } from './report.types.ts';

type ActivityRow = Omit<Activity, 'unitKey' | 'planned' | 'passed'> & { unit_code: string };

/** What deserves to be followed, as a circular prints it. */
export interface GoodPractice {
  readonly unitCode: string;
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly title: string;
  readonly sentence: string;
  readonly sentenceEn: string | null;
  readonly illustrative: boolean;
}

type Wanted = Pick<Report, 'key' | 'treeDay' | 'asOf'>;

/**
 * Status of activity `a` on a day: as entered; without one, held if its day has come and it was first entered on that day or
 * later, else planned. What is entered as held lies ahead of an earlier day.
 */
const statusOn = (asOf: string) => sql`case
    when a.status in ('planned', 'cancelled') then a.status
    when a.effective_on > ${asOf}::date then 'planned'
    when a.status = 'held' then 'held'
    when (select min(f.recorded_at) from activities f
      where f.county_code = a.county_code and f.campaign = a.campaign and f.unit_code = a.unit_code and f.kind = a.kind
        and f.effective_on = a.effective_on and f.title = a.title)
      >= (a.effective_on::timestamp at time zone 'Asia/Shanghai') then 'held'
    else 'planned' end`;

/** The activities of a campaign in a unit and below, past and planned, as known at the moment of the report. */
export async function activitiesOf(db: ViewerDb, report: Wanted): Promise<Activity[]> {
  const { key, treeDay, asOf } = report;
  const view = viewAt({ asOf, treeDay, knownAt: key.knownAt });
  const { rows } = await sql<ActivityRow>`/* reports.activities */
    with ${placedUnits('activities', key.campaign, view)}
    select a.unit_code, a.kind, a.effective_on as "heldOn", a.held_on_span as "heldOnSpan", a.title,
      ${statusOn(asOf)} as status, a.led_by as "ledBy", a.sentence, a.sentence_en as "sentenceEn", a.attendees,
      a.attendees_at_least as "attendeesAtLeast", a.count, a.count_at_least as "countAtLeast",
      a.illustrative <> '{}' as illustrative
    from activities a join placed u on u.code = a.unit_code
    where a.campaign = ${key.campaign} and ${view.known('a')} and ${inScope('u', db)}
      and ${isUnder('u', key.level ?? 3, key.unit)}
    order by a.effective_on, a.kind, a.title`.execute(db);
  return rows.map(({ unit_code, ...row }) => {
    const planned = row.status === 'planned';
    return { ...row, planned, passed: planned && row.heldOn <= asOf, unitKey: { code: unit_code, on: treeDay } };
  });
}

/** The good practice of a campaign in a unit and below up to the day of the report, in the order of the divisions. */
export async function goodPracticesOf(db: ViewerDb, report: Wanted): Promise<GoodPractice[]> {
  const { key, treeDay, asOf } = report;
  const view = viewAt({ asOf, treeDay, knownAt: key.knownAt });
  const { rows } = await sql<GoodPractice>`/* reports.good_practices */
    with ${placedUnits('good_practices', key.campaign, view)}
    select a.unit_code as "unitCode", a.effective_on as "on", a.title, a.sentence, a.sentence_en as "sentenceEn", a.illustrative <> '{}' as illustrative
    from good_practices a join placed u on u.code = a.unit_code
    where a.campaign = ${key.campaign} and ${inEffect('a', view)} and ${inScope('u', db)}
      and ${isUnder('u', key.level ?? 3, key.unit)}
    order by a.unit_code, a.effective_on, a.title`.execute(db);
  return rows;
}
