import type { Pool, PoolClient } from 'pg';

/** Executions of a statement before it is prepared under a name. */
const SENT_BEFORE = 3;
/** Statements that a connection keeps prepared at most: each holds a plan in the memory of PostgreSQL. */
const MOST_NAMES = 100;
/** Texts that are counted at a time, and their characters; when there are more, counting begins again. */
const MOST_COUNTED = 2000;
const MOST_CHARACTERS = 8_000_000;
const LONGEST = 32_768;

const READS = /^\s*(?:\/\*[^*]*\*\/\s*)?(?:select|with)\b/i;
/** PostgreSQL: the columns of a prepared statement's answer have changed, by a migration of another process. */
const RESULT_CHANGED = '0A000';

/** Names for the texts that deserve one. */
export interface StatementNames {
  /** The name under which to send a text; undefined to send it without. Counts the sending. */
  readonly nameOf: (text: string) => string | undefined;
  /** A text gets another name from now on. */
  readonly rename: (text: string) => void;
}

/**
 * Gives a name to every reading statement that is sent again and again with other parameters. What has a name once keeps
 * it; beyond the first hundred, statements go without, as before, so that someone who asks for ever other combinations cannot fill
 * the memory of PostgreSQL.
 */
export function statementNames(): StatementNames {
  const sent = new Map<string, number>();
  const names = new Map<string, string>();
  let made = 0;
  let characters = 0;
  const newName = (): string => `wallchart_${(made += 1)}`;
  const nameOf = (text: string): string | undefined => {
    const name = names.get(text);
    if (name !== undefined) return name;
    if (names.size >= MOST_NAMES || text.length > LONGEST || !READS.test(text)) return undefined;
    const times = (sent.get(text) ?? 0) + 1;
    if (times > SENT_BEFORE) {
      sent.delete(text);
      characters -= text.length;
      names.set(text, newName());
      return names.get(text);
    }
    if (times === 1) characters += text.length;
    if (sent.size >= MOST_COUNTED || characters > MOST_CHARACTERS) {
      sent.clear();
      characters = text.length;
    }
    sent.set(text, times);
    return undefined;
  };
  return { nameOf, rename: (text) => void (names.has(text) && names.set(text, newName())) };
}

/**
 * Makes every connection of the pool prepare what it is asked repeatedly: planning a statement of the metric layer takes PostgreSQL
 * longer than running it over a county.
 */
export function prepareRepeated(pool: Pool): void {
  const names = statementNames();
  pool.on('connect', (client) => prepareOn(client, names));
}

function prepareOn(client: PoolClient, { nameOf, rename }: StatementNames): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const named = async (name: string, text: string, values: unknown): Promise<unknown> => {
    try {
      return await query({ name, text, values });
    } catch (error) {
      if (!resultChanged(error)) throw error;
      rename(text);
      // Inside a transaction this fails too, since the first failure has ended it; then that is what went wrong.
      return await Promise.resolve(query(text, values)).catch(() => Promise.reject(error as Error));
    }
  };
  client.query = ((...args: unknown[]): unknown => {
    const [text, values] = args;
    if (args.length !== 2 || typeof text !== 'string' || !Array.isArray(values)) return query(...args);
    const name = nameOf(text);
    return name === undefined ? query(...args) : named(name, text, values);
  }) as typeof client.query;
}

const resultChanged = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === RESULT_CHANGED;
