import { Client, type Pool, type PoolClient } from 'pg';
import { currentCaller, noteRead } from './caller.ts';

/** What ends a transaction is sent whether it is still wanted or not, or the connection would go back inside it. */
const ENDS_TRANSACTION = /^\s*(?:rollback|commit)\b/i;

type Query = (...args: unknown[]) => unknown;
type Connect = () => Promise<PoolClient>;

/**
 * Makes a pool heed the asker of each statement: its share of the connections, and its signal. A statement that is under
 * way when the signal is aborted is cancelled in PostgreSQL, and rejects with the reason of the signal.
 */
export function serveCallers(pool: Pool): void {
  const cancel = canceller(pool);
  pool.on('connect', (client) => cancelWhenUnwanted(client, cancel));
  const connect = pool.connect.bind(pool) as (...args: unknown[]) => unknown;
  const connectInTurn = async (): Promise<PoolClient> => {
    const { signal, connections } = currentCaller() ?? {};
    signal?.throwIfAborted();
    const leave = await connections?.enter(signal);
    return (connect as Connect)().then(
      (client) => onRelease(client, leave),
      (error: unknown) => {
        leave?.();
        throw error;
      },
    );
  };
  pool.connect = ((...args: unknown[]) =>
    args.length > 0 ? connect(...args) : connectInTurn()) as typeof pool.connect;
}

/** The pool sets `release` each time it hands out a client. */
function onRelease(client: PoolClient, leave: (() => void) | undefined): PoolClient {
  if (!leave) return client;
  const release = client.release.bind(client);
  client.release = (error) => {
    leave();
    release(error);
  };
  return client;
}

function cancelWhenUnwanted(client: PoolClient, cancel: (pid: number) => Promise<void>): void {
  const query = client.query.bind(client) as Query;
  client.query = ((...args: unknown[]): unknown => {
    noteRead(null);
    const signal = currentCaller()?.signal;
    if (!signal || !isAwaited(args) || ENDS_TRANSACTION.test(textOf(args[0]))) return query(...args);
    return untilUnwanted(
      () => query(...args),
      signal,
      () => cancel(pidOf(client)),
    );
  }) as typeof client.query;
}

/** Neither a cursor or COPY, which is no promise, nor a call with a callback. */
const isAwaited = ([statement, ...more]: readonly unknown[]): boolean =>
  textOf(statement) !== '' && !more.some((argument) => typeof argument === 'function');

function textOf(statement: unknown): string {
  if (typeof statement === 'string') return statement;
  const plain = typeof statement === 'object' && statement !== null && !('submit' in statement);
  return plain && 'text' in statement && typeof statement.text === 'string' ? statement.text : '';
}

const pidOf = (client: PoolClient): number => ('processID' in client ? Number(client.processID) : Number.NaN);

/**
 * The connection stays taken until the cancelling has come through: it can only meet the statement that it is meant for, or an
 * idle connection, which PostgreSQL leaves alone.
 */
async function untilUnwanted(send: () => unknown, signal: AbortSignal, cancel: () => Promise<void>): Promise<unknown> {
  signal.throwIfAborted();
  let cancelling: Promise<void> | undefined;
  const abort = (): void => void (cancelling = cancel());
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await send();
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', abort);
    await cancelling;
  }
}

/** Cancels what backends are doing, over a connection of its own: those of the pool may all be taken. */
function canceller(pool: Pool): (pid: number) => Promise<void> {
  let requested: number[] = [];
  let sending: Promise<void> | undefined;
  const send = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    const pids = requested;
    requested = [];
    sending = undefined;
    await cancelBackends(pool, pids);
  };
  return (pid) => {
    requested.push(pid);
    return (sending ??= send());
  };
}

/** A failure leaves the statement to its timeout. */
async function cancelBackends({ options }: Pool, pids: readonly number[]): Promise<void> {
  const control = new Client({ ...options, password: options.password });
  control.on('error', () => undefined);
  try {
    await control.connect();
    await control.query('select pg_cancel_backend(pid) from unnest($1::int[]) pid', [pids]);
  } catch {
    return;
  } finally {
    await control.end().catch(() => undefined);
  }
}
