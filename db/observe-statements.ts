import type { Pool, PoolClient } from 'pg';

/** A statement that PostgreSQL has answered. */
export interface AnsweredStatement {
  readonly text: string;
  readonly milliseconds: number;
  /** Rows returned or changed; null when it failed. */
  readonly rows: number | null;
}

export interface StatementObserver {
  /** Called with the text of every statement that is sent. */
  readonly onStatement?: (text: string) => void;
  readonly onAnswered?: (statement: AnsweredStatement) => void;
}

/** Tells the observer of every statement that any connection of the pool sends. */
export function observeStatements(pool: Pool, observer: StatementObserver): void {
  if (observer.onStatement ?? observer.onAnswered) pool.on('connect', (client) => observe(client, observer));
}

function observe(client: PoolClient, { onStatement, onAnswered }: StatementObserver): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const observed = (...args: unknown[]): unknown => {
    const text = textOf(args[0]);
    if (text === undefined) return query(...args);
    onStatement?.(text);
    const started = performance.now();
    const answer = query(...args);
    if (onAnswered && answer instanceof Promise) {
      const tell = (rows: number | null): void => onAnswered({ text, milliseconds: performance.now() - started, rows });
      answer.then(
        (result) => tell(rowsOf(result)),
        () => tell(null),
      );
    }
    return answer;
  };
  client.query = observed as typeof client.query;
}

/** Several statements in one text have as many results; the last counts. */
function rowsOf(result: unknown): number {
  const last: unknown = Array.isArray(result) ? result.at(-1) : result;
  return (last as { readonly rowCount?: number | null } | undefined)?.rowCount ?? 0;
}

function textOf(statement: unknown): string | undefined {
  if (typeof statement === 'string') return statement;
  if (typeof statement !== 'object' || statement === null) return undefined;
  return 'text' in statement && typeof statement.text === 'string' ? statement.text : undefined;
}
