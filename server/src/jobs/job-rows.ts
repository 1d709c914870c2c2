import { sql, type QueryExecutorProvider } from 'kysely';

/** What a job is of: an import, or the issuing of reminder cards. */
export type JobKind = 'import' | 'issue';

export interface JobRow<Body> {
  readonly body: Body;
  readonly running: boolean;
  /** ISO moments. */
  readonly startedAt: string;
  readonly touchedAt: string;
}

/** How long a job that has ended is remembered. */
const KEPT = sql`interval '1 hour'`;

/** Writes a job that begins, and removes those that ended more than an hour ago. */
export async function beginJob(db: QueryExecutorProvider, kind: JobKind, id: string, body: unknown): Promise<void> {
  await sql`/* jobs.forget */ delete from job where not running and touched_at < clock_timestamp() - ${KEPT}`.execute(
    db,
  );
  await sql`/* jobs.begin */
    insert into job (kind, id, running, body, started_at, touched_at)
    values (${kind}, ${id}, true, ${JSON.stringify(body)}, clock_timestamp(), clock_timestamp())
    on conflict (kind, id) do update set running = true, body = excluded.body, started_at = excluded.started_at,
      touched_at = excluded.touched_at`.execute(db);
}

/** Notes how far a job is, or that it has ended; false if it is no longer running. */
export async function noteJob(
  db: QueryExecutorProvider,
  kind: JobKind,
  id: string,
  { body, running }: { readonly body: unknown; readonly running: boolean },
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`/* jobs.note */
    update job set body = ${JSON.stringify(body)}, running = ${running}, touched_at = clock_timestamp()
    where kind = ${kind} and id = ${id} and running`.execute(db);
  return numAffectedRows > 0n;
}

/** A job that runs or ended less than an hour ago; null if there is none. */
export async function findJob<Body>(
  db: QueryExecutorProvider,
  kind: JobKind,
  id: string,
): Promise<JobRow<Body> | null> {
  const { rows } = await sql<JobRow<string>>`/* jobs.find */
    select body, running, started_at as "startedAt", touched_at as "touchedAt" from job
    where kind = ${kind} and id = ${id} and (running or touched_at > clock_timestamp() - ${KEPT})`.execute(db);
  const [row] = rows;
  return row ? { ...row, body: JSON.parse(row.body) as Body } : null;
}

/** Ids of the jobs of a kind that are noted as running. */
export async function runningJobs(db: QueryExecutorProvider, kind: JobKind): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`/* jobs.running */
    select id from job where kind = ${kind} and running order by started_at`.execute(db);
  return rows.map(({ id }) => id);
}

export async function endJob(db: QueryExecutorProvider, kind: JobKind, id: string): Promise<void> {
  await sql`/* jobs.end */ delete from job where kind = ${kind} and id = ${id}`.execute(db);
}
