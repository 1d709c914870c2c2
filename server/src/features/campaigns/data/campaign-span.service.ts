import { sql } from 'kysely';
import type { ViewerDb } from '../../../database/handles.ts';
import { knownNow } from '../../../ledger/temporal/index.ts';
import type { Campaign } from '../campaign.types.ts';

/** First and last day of what has happened in a campaign. */
export interface CampaignSpan {
  readonly campaign: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

/**
 * The span of what happened, for many campaigns in one statement: cases, transitions, visits, evaluations, team,
 * supports, venues, money received and reports that were submitted. What is only planned does not count: deadlines,
 * activities announced ahead, reports that are due. Nor does a day after today, which is a mistake more often than not.
 *
 * @param today in Asia/Shanghai; a campaign of which nothing has happened by then is left out
 */
export async function campaignSpans(
  db: ViewerDb,
  campaigns: readonly string[],
  today: string,
): Promise<CampaignSpan[]> {
  const { rows } = await sql<CampaignSpan>`/* campaigns.span */
    with listed as (
      select county_code, case_no, campaign, effective_on from cases c
      where campaign = any(${[...campaigns]}::text[]) and ${knownNow('c')}
    ),
    days as (
      select campaign, effective_on as day from listed
      ${sql.join(['transitions', 'visits', 'evaluations'].map(ofCases), sql` `)}
      ${sql.join(
        ['team', 'supports', 'venues', 'venue_funds', 'project_funds'].map((table) => ofUnits(table, campaigns)),
        sql` `,
      )}
      union all select campaign, submitted_on from reports r
        where campaign = any(${[...campaigns]}::text[]) and ${knownNow('r')} and submitted_on is not null
    )
    select campaign, min(day) as "firstDay", max(day) as "lastDay" from days where day <= ${today}::date group by campaign`.execute(
    db,
  );
  return rows;
}

const ofCases = (table: string) => sql`union all
  select l.campaign, f.effective_on from listed l
  join ${sql.table(table)} f on f.county_code = l.county_code and f.case_no = l.case_no and ${knownNow('f')}`;

const ofUnits = (table: string, campaigns: readonly string[]) => sql`union all
  select campaign, effective_on from ${sql.table(table)} f
  where campaign = any(${[...campaigns]}::text[]) and ${knownNow('f')}`;

/**
 * The day a campaign is shown for when no one asks for one: today while it runs (no deadline, or not past it), else the
 * last day of what happened, so that a finished campaign is seen as it stood and not years later.
 */
export function defaultAsOf(campaign: Campaign, span: CampaignSpan | null, today: string): string {
  const runs = campaign.deadline === null || today <= campaign.deadline;
  return runs || !span ? today : span.lastDay;
}
