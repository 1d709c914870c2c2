import { WallchartError } from '../domain/errors.ts';
import type { Statements } from './statements.ts';

/**
 * Codes of the counties that a recording writes to; null: to all that every county rests on, which are campaigns and the tree
 * above the counties. A unit above the counties that has entries of its own counts as a county.
 */
export type Counties = readonly string[] | null;

/** Shared by everyone who writes to some counties, or reads them to the end; alone for what all counties rest on. */
const EVERYTHING = `hashtext('wallchart.recordings')`;

/** First half of the lock of a county, whose second half is a hash of its code: two that hash alike wait for each other. */
const COUNTY = 7_302;

const LOCK_COUNTIES = (mode: '' | '_shared'): string => `/* recording: lock counties */
  select pg_advisory_xact_lock${mode}(${COUNTY}, place)
  from (select distinct hashtext(code) as place from unnest($1::text[]) code order by place) places`;

/**
 * Waits until this transaction alone may write to some counties, and keeps others from it until it ends. Recordings of other
 * counties go on. The order of the locks is one for all, so that two of several counties do not wait for each other.
 */
export async function lockToWrite(client: Statements, counties: Counties): Promise<void> {
  if (counties === null) await client.query(`select pg_advisory_xact_lock(${EVERYTHING})`);
  else {
    await client.query(`select pg_advisory_xact_lock_shared(${EVERYTHING})`);
    await client.query(LOCK_COUNTIES(''), [counties]);
  }
}

/** Waits until no one writes to some counties, and keeps others from it until this transaction ends. */
export async function lockToRead(client: Statements, counties: readonly string[]): Promise<void> {
  await client.query(`select pg_advisory_xact_lock_shared(${EVERYTHING})`);
  await client.query(LOCK_COUNTIES('_shared'), [counties]);
}

const LOCK_NOT_AVAILABLE = '55P03';
const PATIENCE = '20s';

/**
 * Runs what waits for locks, for as long as a person may be kept waiting.
 *
 * @throws WallchartError IMPORT_RUNNING
 */
export async function patiently(client: Statements, lock: () => Promise<void>): Promise<void> {
  await client.query(`select set_config('lock_timeout', '${PATIENCE}', true)`);
  try {
    await lock();
  } catch (error) {
    if ((error as { code?: unknown }).code !== LOCK_NOT_AVAILABLE) throw error;
    throw new WallchartError(
      'IMPORT_RUNNING',
      'An import is running: try again when it is done. 正在导入数据，请待导入完成后再试。',
    );
  }
  await client.query(`select set_config('lock_timeout', '0', true)`);
}

/** A recording wrote to counties that it had not locked: what it did must be rolled back and done again with these. */
export class CountiesMissed extends Error {
  readonly counties: Counties;

  constructor(counties: Counties) {
    super(`counties not locked: ${counties?.join(', ') ?? 'all'}`);
    this.counties = counties;
  }
}

/** Both; all if one is all. */
export const together = (some: Counties, others: Counties): Counties =>
  some === null || others === null ? null : [...new Set([...some, ...others])].toSorted();

/** Does a recording, and again where it wrote to counties that it had not foreseen; each time they are more. */
export async function withCounties<T>(attempt: (more: Counties) => Promise<T>): Promise<T> {
  let more: Counties = [];
  for (;;) {
    try {
      return await attempt(more);
    } catch (error) {
      if (!(error instanceof CountiesMissed)) throw error;
      more = error.counties;
    }
  }
}
