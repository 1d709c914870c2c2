import type { Pool, PoolClient } from 'pg';

/** Tells `onStatement` the text of every statement that any connection of the pool sends. */
export function observeStatements(pool: Pool, onStatement: (sql: string) => void): void {
  pool.on('connect', (client) => observe(client, onStatement));
}

function observe(client: PoolClient, onStatement: (sql: string) => void): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const observed = (...args: unknown[]): unknown => {
    const text = textOf(args[0]);
    if (text) onStatement(text);
    return query(...args);
  };
  client.query = observed as typeof client.query;
}

function textOf(statement: unknown): string | undefined {
  if (typeof statement === 'string') return statement;
  if (typeof statement !== 'object' || statement === null) return undefined;
  return 'text' in statement && typeof statement.text === 'string' ? statement.text : undefined;
}
