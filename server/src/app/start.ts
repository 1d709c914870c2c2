import pino, { type Logger } from 'pino';
import type { Application } from './application.ts';
import { openDatabase, type OpenDatabase } from '../database/open-database.ts';
import type { Config, LogLevel } from '../config/config.ts';
import { listen, urlOf } from './listening.ts';

export interface ServerHandle {
  /** Address for people. */
  readonly url: string;
  /** Stops everything, the embedded database last. */
  readonly close: () => Promise<void>;
}

export interface StartOptions {
  /** A line for people about a step that may take a moment. */
  readonly say: (line: string) => void;
  /** Aborted to stop while still starting. */
  readonly signal: AbortSignal;
  /** Settles when the dashboard's files are there. */
  readonly dashboard: Promise<void>;
  /** The embedded database ended on its own. */
  readonly onLost: (reason: string) => void;
}

/** The code of the application, loaded while the database starts in a process of its own. */
const loadApplication = () => import('./application.ts');

/** How long a start that was told to stop may take to end a step on its own. */
const GRACE_MS = 2_000;

/**
 * Starts everything: database, migrations, the samples on a first run, the HTTP server.
 *
 * @returns the running server; null if it was asked to stop before it was up, and everything is stopped again
 * @throws WallchartError PORT_TAKEN, ADDRESS_UNUSABLE; DatabaseError
 */
export async function startServer(config: Config, options: StartOptions): Promise<ServerHandle | null> {
  const { say, signal, onLost, dashboard } = options;
  // Awaited once the database is up; until then this avoids an unhandled rejection.
  dashboard.catch(() => undefined);
  try {
    const database = await openDatabase(config, {
      onProgress: say,
      onSpawned: () => loadApplication().catch(() => undefined),
      onLost: (lastWords) => onLost(`the database ended unexpectedly${lastWords && `: ${lastWords}`}`),
      besideServer: false,
      signal,
    });
    return await raceShutdown(serveOver(database, config, options), database, signal);
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

/** A log on standard error. What was cut off runs into a closed database then, which is no news: it is muted before. */
function openLog(level: LogLevel): { readonly log: Logger; readonly mute: () => Promise<void> } {
  const stderr = pino.destination({ dest: 2, sync: true });
  let muted = false;
  const log = pino({ level, base: null }, { write: (line: string) => void (muted || stderr.write(line)) });
  return { log, mute: async () => void (muted = true) };
}

async function serveOver(
  database: OpenDatabase,
  config: Config,
  { say, signal, dashboard }: StartOptions,
): Promise<ServerHandle | null> {
  const closing: (() => Promise<void>)[] = [() => database.close()];
  const close = async (): Promise<void> => {
    for (const step of closing.toReversed()) await step();
  };
  try {
    const application = await loadApplication();
    if (config.samples && !signal.aborted) await application.loadSamplesOnce(database, { say, signal });
    await dashboard;
    if (signal.aborted) {
      await close();
      return null;
    }
    const { log, mute } = openLog(config.logLevel);
    const { app, close: closeApplication }: Application = await application.buildApplication(config, database, log);
    closing.push(mute, closeApplication);
    await listen(app, config);
    return { url: urlOf(app, config), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * What a start does after it was told to stop, such as to wait for another's lock, is cut off after a moment, by ending
 * the database below it. One's own PostgreSQL goes on; it rolls back what was under way.
 */
async function raceShutdown(
  starting: Promise<ServerHandle | null>,
  database: OpenDatabase,
  signal: AbortSignal,
): Promise<ServerHandle | null> {
  starting.catch(() => undefined);
  const cut = Promise.withResolvers<null>();
  let timer: NodeJS.Timeout | undefined;
  const endSoon = (): void => {
    timer = setTimeout(() => database.stop().then(() => cut.resolve(null), cut.reject), GRACE_MS);
  };
  signal.addEventListener('abort', endSoon);
  if (signal.aborted) endSoon();
  try {
    return await Promise.race([starting, cut.promise]);
  } finally {
    signal.removeEventListener('abort', endSoon);
    clearTimeout(timer);
  }
}
