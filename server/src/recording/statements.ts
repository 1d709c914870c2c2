import { CompiledQuery } from 'kysely';
import type { PoolClient } from 'pg';
import type { RecorderDb } from '../database/handles.ts';

/** Runs SQL inside the transaction of a recording, over the one connection that the transaction is on. */
export type Statements = Pick<PoolClient, 'query'>;

/** The same over a handle. */
export function statementsOf(db: RecorderDb): Statements {
  const query = async (text: string, values: unknown[] = []): Promise<unknown> => {
    const { rows, numAffectedRows } = await db.executeQuery(CompiledQuery.raw(text, values));
    return { rows, rowCount: numAffectedRows === undefined ? rows.length : Number(numAffectedRows) };
  };
  // Streams and callbacks are the other overloads; no one who has a handle uses them.
  return { query } as unknown as Statements;
}
