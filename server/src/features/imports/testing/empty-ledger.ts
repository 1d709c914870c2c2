import type { Db } from '@wallchart/db';
import { sql } from 'kysely';

/** Empties a test's database of all that is imported, sealed circulars included, which a server never lets go. */
export async function emptyLedger(db: Db): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`set local session_replication_role = replica`.execute(transaction);
    await sql`truncate org_unit, campaign, case_register, import_run restart identity cascade`.execute(transaction);
  });
}
