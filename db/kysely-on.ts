import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import type { ClientBase } from 'pg';
import type { Database, Db } from './database.ts';

/**
 * The typed query builder over one client, and so inside the transaction that the client is in. What is asked at the
 * same time is sent one after the other. The client stays with its owner.
 */
export function kyselyOn(client: ClientBase): Db {
  let last: Promise<unknown> = Promise.resolve();
  const query = (text: string, values: unknown[]): Promise<unknown> => {
    const next = last.then(() => client.query(text, values));
    last = next.catch(() => undefined);
    return next;
  };
  // cursors are the other overload; no one here opens one
  const connection = { query, release: () => undefined } as unknown as PostgresPoolClient;
  const pool = { connect: async () => connection, end: async () => undefined, options: {} };
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}
