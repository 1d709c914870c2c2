import type { Orm } from '@wallchart/db';
import { findRunning, startEmbedded } from '@wallchart/db/embedded';
import type { Pool } from 'pg';
import type { Config } from '../config/config.ts';
import { WallchartError } from '../domain/errors.ts';
import { within } from '../domain/within.ts';
import { SystemDb } from './handles.ts';
import { printStatement } from './log-statements.ts';

/** An open database, migrated; `close` also stops the embedded server if it was started here. */
export interface OpenDatabase {
  /** Where it is, with the password. */
  readonly url: string;
  readonly orm: Orm;
  readonly system: SystemDb;
  readonly close: () => Promise<void>;
  /** Stops the embedded server if it was started here, whatever is under way. */
  readonly stop: () => Promise<void>;
}

export interface OpenOptions {
  /** A sentence for people about a step that may take a moment. */
  readonly onProgress?: (message: string) => void;
  /** Called when the embedded server is on its way: the moment to load code. */
  readonly onSpawned?: () => void;
  /** The embedded server ended on its own, with the last that it wrote. */
  readonly onLost?: (lastWords: string) => void;
  /** Milliseconds after which a statement is cancelled; 0 for never. */
  readonly statementTimeoutMs?: number;
  /** Use the database of a server that already runs on the data folder. False for the server itself. */
  readonly besideServer?: boolean;
  /** Bring the schema up to date. Default true. */
  readonly migrate?: boolean;
  /** Aborted to end the opening; what was started is stopped again. */
  readonly signal?: AbortSignal;
}

/**
 * Opens the database of a command: that of DATABASE_URL; else that of the server that runs on the same data folder; else
 * the embedded one, started for the command and stopped by `close`.
 *
 * @throws DatabaseError in words for people; WallchartError ABORTED
 */
export async function openDatabase(config: Config, options: OpenOptions = {}): Promise<OpenDatabase> {
  try {
    return await open(config, options);
  } catch (error) {
    if (options.signal?.aborted) throw new WallchartError('ABORTED', 'stopped before the database was open');
    throw error;
  }
}

async function open(config: Config, options: OpenOptions): Promise<OpenDatabase> {
  const { onProgress, besideServer = true, signal } = options;
  const running = config.databaseUrl === null && besideServer ? await findRunning(config.dataDir) : undefined;
  const given = config.databaseUrl ?? running?.url;
  if (given !== undefined)
    return orAborted(
      openAt(given, config, options, async () => undefined),
      signal,
    );
  const server = await startEmbedded({
    dataDir: config.dataDir,
    onProgress: ({ step, message }) => step !== 'ready' && onProgress?.(message),
    onSpawned: () => {
      options.onSpawned?.();
      loadDatabaseCode().catch(() => undefined);
    },
    onUnexpectedExit: options.onLost,
    signal,
  });
  try {
    return await orAborted(openAt(server.url, config, options, server.stop), signal);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** What is opened when no one waits for it any more is closed again. */
async function orAborted(opening: Promise<OpenDatabase>, signal: AbortSignal | undefined): Promise<OpenDatabase> {
  if (!signal) return opening;
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = (): void => reject(signal.reason as Error);
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  try {
    return await Promise.race([opening, aborted]);
  } catch (error) {
    opening.then(({ orm }) => orm.close(true)).catch(() => undefined);
    throw error;
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** How long a busy connection may delay the end. */
const CUT_MS = 1_000;

/** Loaded while the database starts, in a process of its own. */
const loadDatabaseCode = () => import('@wallchart/db');

async function openAt(
  url: string,
  { logSql }: Config,
  options: OpenOptions,
  stop: () => Promise<void>,
): Promise<OpenDatabase> {
  const { connect, migrate } = await loadDatabaseCode();
  const orm = await connect({
    url,
    statementTimeoutMs: options.statementTimeoutMs,
    ...(logSql && { onAnswered: printStatement }),
  });
  try {
    if (options.migrate !== false) {
      await migrate(orm, {
        onProgress: (name, index, total) =>
          options.onProgress?.(`Migrating the database: ${name} (${index}/${total}) …`),
      });
    }
    return {
      url,
      orm,
      system: await systemDb(orm),
      close: async () => {
        // It waits for busy connections, and no one waits for their results.
        await within(CUT_MS, orm.close(true));
        await stop();
      },
      stop,
    };
  } catch (error) {
    await orm.close(true);
    throw error;
  }
}

/** The handle of the system over an open connection. */
export async function systemDb(orm: Orm): Promise<SystemDb> {
  const { kysely } = await loadDatabaseCode();
  return new SystemDb(kysely(orm), await poolOf(orm));
}

/** The pool behind the connection. */
export const poolOf = (orm: Orm): Promise<Pool> => orm.driver.getConnection().getNativeClient();
