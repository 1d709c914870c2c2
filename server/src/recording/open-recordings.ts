import type { Statements } from './statements.ts';

/**
 * A recording under way is seen by others as a shared advisory lock whose key is the moment before which it records nothing, in
 * milliseconds. PostgreSQL ends the lock after the transaction can be seen, or with the connection.
 */
const SPACE = 0x5743;

const FIRST_HALF = [SPACE * 65_536, SPACE * 65_536 + 65_535] as const;

/** Taken before the moment of the recording is fixed, by a statement before it. */
export const ANNOUNCE = `/* recording: announce */
  select pg_advisory_xact_lock_shared((${SPACE}::bigint << 48) | floor(extract(epoch from clock_timestamp()) * 1000)::bigint)`;

const CLOCK = `/* recording: clock */ select floor(extract(epoch from clock_timestamp()) * 1000)::text as now`;

const EARLIEST = `/* recording: earliest open */
  select min(((classid::bigint & 65535) << 32) | objid::bigint)::text as moment from pg_locks
  where locktype = 'advisory' and objsubid = 1 and classid::bigint between ${FIRST_HALF[0]} and ${FIRST_HALF[1]}
    and database = (select oid from pg_database where datname = current_database())`;

const LAST = `/* recording: last before a moment */
  select (extract(epoch from max(recorded_at)) * 1000)::bigint::text as moment from import_run where recorded_at > to_timestamp($1::numeric / 1000)`;

/** Longest that the clock is waited for: recordings in quick succession are ahead of it by milliseconds. */
const AHEAD_MS = 100;

/**
 * A moment up to which no recording is under way, in milliseconds: what is recorded up to it can be seen by every later
 * statement, and never grows.
 *
 * A recording that is open when the locks are read has announced a moment; it gets no earlier one. One that announces
 * itself later takes its moment from the clock after that, which is later than `now`. One that ended before can be seen.
 */
export async function watermark(client: Statements): Promise<number> {
  for (let waited = 0; ;) {
    // The clock first, in a statement of its own: a recording that begins between the two gets a later moment.
    const now = await numberOf(client, CLOCK, 'now');
    const open = await numberOf(client, EARLIEST, 'moment');
    if (open !== null) return Math.min(now!, open) - 1;
    const last = await numberOf(client, LAST, 'moment', [now! - 1]);
    if (last === null || waited >= AHEAD_MS) return now! - 1;
    const ms = Math.min(last - now! + 2, AHEAD_MS - waited);
    await client.query('select pg_sleep($1::float8 / 1000)', [ms]);
    waited += ms;
  }
}

async function numberOf(
  client: Statements,
  text: string,
  column: string,
  values: unknown[] = [],
): Promise<number | null> {
  const { rows } = await client.query<Record<string, string | null>>(text, values);
  const found = rows[0]?.[column] ?? null;
  return found === null ? null : Number(found);
}
