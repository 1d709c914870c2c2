import { sql } from 'kysely';
import type { RecorderDb } from '../database/handles.ts';
import { WallchartError } from '../domain/errors.ts';

const LOCK_NOT_AVAILABLE = '55P03';
const PATIENCE = '20s';

/**
 * Fixes the moment that what is to be sealed or issued is known at. An import under way is waited for, and none begins before the transaction
 * ends: what is recorded up to this moment never grows, and so what is sealed can be asked again.
 *
 * @throws WallchartError IMPORT_RUNNING if an import takes longer than one can wait
 */
export async function fixKnownAt(transaction: RecorderDb): Promise<string> {
  await sql`select set_config('lock_timeout', ${PATIENCE}, true)`.execute(transaction);
  try {
    await sql`select pg_advisory_xact_lock_shared(hashtext('wallchart.import'))`.execute(transaction);
  } catch (error) {
    if ((error as { code?: unknown }).code !== LOCK_NOT_AVAILABLE) throw error;
    throw new WallchartError(
      'IMPORT_RUNNING',
      'An import is running: try again when it is done. 正在导入数据，请待导入完成后再试。',
    );
  }
  await sql`select set_config('lock_timeout', '0', true)`.execute(transaction);
  const { rows } = await sql<{ moment: string }>`/* sealing.known_at */
    select to_char(greatest(date_trunc('milliseconds', clock_timestamp()), (select max(recorded_at) from import_run))
      at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as moment`.execute(transaction);
  return rows[0]?.moment ?? new Date().toISOString();
}
