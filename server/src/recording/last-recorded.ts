import { sql } from 'kysely';
import type { ViewerDb } from '../database/handles.ts';

/** The moment of the last import: asked as known then, a report says what it says now. */
export async function lastRecorded({ db }: { readonly db: ViewerDb }): Promise<string | null> {
  const { rows } = await sql<{ moment: string | null }>`/* exports.last_recorded */
    select to_char(max(recorded_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as moment from import_run`.execute(
    db,
  );
  return rows[0]?.moment ?? null;
}
