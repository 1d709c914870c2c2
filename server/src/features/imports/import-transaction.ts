import type { Pool, PoolClient } from 'pg';
import { WallchartError } from '../../errors.ts';

/**
 * Runs an import on a client of its own, in a transaction that is rolled back unless the work commits. Imports wait for
 * each other.
 */
export async function inTransaction<T>(database: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await database.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    await client.query(`set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`);
    await client.query(`select pg_advisory_xact_lock(hashtext('wallchart.import'))`);
    return await work(client);
  } catch (error) {
    if (!(error instanceof WallchartError))
      broken = error instanceof Error ? error : new WallchartError('INTERNAL', String(error));
    throw error;
  } finally {
    await client.query('rollback').catch((error: Error) => {
      broken ??= error;
    });
    client.release(broken);
  }
}
