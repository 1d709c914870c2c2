import type { Db } from '@wallchart/db';
import { pastGuards } from '@wallchart/db/testing';
import { sql } from 'kysely';

/** Empties a test's database of all that is imported, sealed circulars included, which a server never lets go. */
export async function emptyLedger(db: Db): Promise<void> {
  await pastGuards(db, (transaction) =>
    sql`truncate org_unit, campaign, case_register, import_run restart identity cascade`.execute(transaction),
  );
}
