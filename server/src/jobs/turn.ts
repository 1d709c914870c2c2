import { sql } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import type { SystemDb } from '../database/handles.ts';

/** The two halves of the advisory lock that a running import holds. */
const IMPORT_TURN = [7_301, 1] as const;

/** The right to be the only one, of all processes, that imports. It ends with the process too. */
export interface Turn {
  /** Gives it back; a job that it was for is noted as ended at the same moment, so that who sees the end can begin. */
  readonly end: (job?: { readonly id: string; readonly body: unknown }) => Promise<void>;
}

const NOTE = `/* jobs.ended */ update job set running = false, body = $2, touched_at = clock_timestamp()
  where kind = 'import' and id = $1`;

/** Takes the turn on a connection that is kept for it; null if another process has it. */
export async function takeTurn(pool: Pool): Promise<Turn | null> {
  const client = await pool.connect();
  // A connection that is lost while nothing is asked through it would end the process otherwise.
  const ignore = (): void => undefined;
  client.on('error', ignore);
  const release = (broken?: Error): void => {
    client.off('error', ignore);
    client.release(broken);
  };
  try {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1, $2) as taken', [
      ...IMPORT_TURN,
    ]);
    if (rows[0]?.taken) return { end: (job) => endTurn(pool, client, release, job) };
    release();
    return null;
  } catch (error) {
    release(error as Error);
    throw error;
  }
}

async function endTurn(
  pool: Pool,
  client: PoolClient,
  release: (broken?: Error) => void,
  job: { readonly id: string; readonly body: unknown } | undefined,
): Promise<void> {
  const note = job && [job.id, JSON.stringify(job.body)];
  try {
    await client.query('begin');
    if (note) await client.query(NOTE, note);
    await client.query('select pg_advisory_unlock($1, $2)', [...IMPORT_TURN]);
    await client.query('commit');
    release();
  } catch (error) {
    release(error as Error);
    if (note) await pool.query(NOTE, note);
  }
}

/** Whether some process has the turn. Looked up, not tried: to try would keep others from taking it. */
export async function isTurnTaken(db: SystemDb): Promise<boolean> {
  const [space, key] = IMPORT_TURN;
  const { rows } = await sql<{ taken: boolean }>`/* jobs.turn_taken */
    select exists (select from pg_locks where locktype = 'advisory' and granted and objsubid = 2
      and database = (select oid from pg_database where datname = current_database())
      and classid = ${space}::oid and objid = ${key}::oid) as taken`.execute(db);
  return rows[0]?.taken === true;
}
