import { connect, findRunning, kysely, migrate, startEmbedded, type Db, type Orm } from '@wallchart/db';
import type { Pool } from 'pg';
import type { Config } from '../config.ts';

/** An open database, migrated; `close` also stops the embedded server if it was started here. */
export interface OpenDatabase {
  readonly orm: Orm;
  readonly db: Db;
  readonly pool: Pool;
  readonly close: () => Promise<void>;
}

export interface OpenOptions {
  /** A sentence for people about a step that may take a moment. */
  readonly onProgress?: (message: string) => void;
  /** The embedded server ended by itself. */
  readonly onLost?: () => void;
  /** Milliseconds after which a statement is cancelled; 0 for never. */
  readonly statementTimeoutMs?: number;
  /** Use the database of a server that already runs on the data folder. False for the server itself. */
  readonly besideServer?: boolean;
  /** Bring the schema up to date. Default true. */
  readonly migrate?: boolean;
}

/**
 * Opens the database of a command: that of DATABASE_URL; else that of the server that runs on the same data folder; else
 * the embedded one, started for the command and stopped by `close`.
 *
 * @throws DatabaseError in words for people
 */
export async function openDatabase(config: Config, options: OpenOptions = {}): Promise<OpenDatabase> {
  const { onProgress, besideServer = true } = options;
  const running = config.databaseUrl === null && besideServer ? await findRunning(config.dataDir) : undefined;
  const given = config.databaseUrl ?? running?.url;
  if (given !== undefined) return openAt(given, options, async () => undefined);
  const server = await startEmbedded({
    dataDir: config.dataDir,
    onProgress: ({ step, message }) => step !== 'ready' && onProgress?.(message),
    onUnexpectedExit: options.onLost,
  });
  try {
    return await openAt(server.url, options, server.stop);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function openAt(url: string, options: OpenOptions, stop: () => Promise<void>): Promise<OpenDatabase> {
  const orm = await connect({ url, statementTimeoutMs: options.statementTimeoutMs });
  try {
    if (options.migrate !== false) {
      await migrate(orm, {
        onProgress: (name, index, total) =>
          options.onProgress?.(`Migrating the database: ${name} (${index}/${total}) …`),
      });
    }
    return {
      orm,
      db: kysely(orm),
      pool: await poolOf(orm),
      close: async () => {
        await orm.close(true);
        await stop();
      },
    };
  } catch (error) {
    await orm.close(true);
    throw error;
  }
}

/** The pool behind the connection, for COPY, which neither MikroORM nor Kysely speaks. */
export async function poolOf(orm: Orm): Promise<Pool> {
  return orm.driver.getConnection().getNativeClient();
}
