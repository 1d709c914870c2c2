import { sql } from 'kysely';
import type { ViewerDb } from '../../database/handles.ts';
import { lastWritten } from '../../ledger/temporal/index.ts';
import { SHEETS } from '../imports/index.ts';

const COUNTY_DIGITS = 6;

/**
 * The moment at which the ledger of a campaign's unit was last written, rounded up to the millisecond that the API
 * tells apart, ISO 8601 in UTC; null when nothing is on record. What is known at that moment is all that is known now.
 */
export async function lastRecorded(db: ViewerDb, unit: string): Promise<string | null> {
  const inCounty = sql`county_code ${unit.length < COUNTY_DIGITS ? sql`like ${`${unit}%`}` : sql`= ${unit.slice(0, COUNTY_DIGITS)}`}`;
  const moments = SHEETS.map(({ table, scope }) => {
    const where = scope === 'campaigns' ? sql`true` : inCounty;
    return sql`select ${lastWritten('r')} as moment from ${sql.table(table)} r where ${where}`;
  });
  const { rows } = await sql<{ moment: string | null }>`/* briefing.last_recorded */
    select to_char((date_trunc('milliseconds', max(moment) + interval '999 microseconds')) at time zone 'UTC',
      'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as moment
    from (${sql.join(moments, sql` union all `)}) written`.execute(db);
  return rows[0]?.moment ?? null;
}
