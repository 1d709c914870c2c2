import type { Pool, PoolClient } from 'pg';
import { WallchartError } from '../domain/errors.ts';
import { CountiesMissed } from './counties.ts';

/**
 * Runs a recording on a client of its own, in a transaction that is rolled back unless the work commits. The signal cancels
 * the statement that runs, so that a wait or a long one does not hold up an end.
 *
 * @throws WallchartError ABORTED; whatever the work throws
 */
export async function inTransaction<T>(
  database: Pool,
  signal: AbortSignal | undefined,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await database.connect();
  let broken: Error | undefined;
  let cancel: (() => void) | undefined;
  try {
    await client.query('begin');
    await client.query(`set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`);
    cancel = await cancelling(database, client, signal);
    return await work(client);
  } catch (error) {
    if (!(error instanceof WallchartError || error instanceof CountiesMissed))
      broken = error instanceof Error ? error : new WallchartError('INTERNAL', String(error));
    if (signal?.aborted) throw new WallchartError('ABORTED', 'the import was stopped; nothing was changed');
    throw error;
  } finally {
    if (cancel) signal?.removeEventListener('abort', cancel);
    await client.query('rollback').catch((error: Error) => {
      broken ??= error;
    });
    client.release(broken);
  }
}

/** Has the signal cancel what runs on a client: by the server, so that a commit is either done or not. */
async function cancelling(database: Pool, client: PoolClient, signal: AbortSignal | undefined): Promise<() => void> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const cancel = (): void => {
    database.query('select pg_cancel_backend($1)', [rows[0]?.pid]).catch(() => undefined);
  };
  signal?.addEventListener('abort', cancel);
  signal?.throwIfAborted();
  return cancel;
}
