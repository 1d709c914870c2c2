import type { Db } from '@wallchart/db';
import { EMPTY_TABLES } from '@wallchart/db/testing';
import { sql } from 'kysely';

/** Empties a test's database of all that was recorded. */
export async function emptyLedger(db: Db): Promise<void> {
  await sql.raw(EMPTY_TABLES).execute(db);
}
