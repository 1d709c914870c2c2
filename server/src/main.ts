import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { openDatabase } from './cli/database.ts';
import type { Config } from './config.ts';
import { WallchartError } from './errors.ts';

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
  /** The embedded database ended by itself. */
  readonly onLost: (reason: string) => void;
}

/**
 * Starts everything: database, migrations, the samples on a first run, the HTTP server.
 *
 * @returns the running server; null if it was asked to stop before it was up, and everything is stopped again
 * @throws WallchartError PORT_TAKEN; DatabaseError
 */
export async function startServer(config: Config, { say, signal, onLost }: StartOptions): Promise<ServerHandle | null> {
  const log = pino({ level: config.logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
  // Loading the code of the application and starting the database do not wait for each other.
  const loading = import('./application.ts');
  loading.catch(() => undefined);
  const database = await openDatabase(config, {
    onProgress: say,
    onLost: () => onLost('the database ended unexpectedly'),
    besideServer: false,
  });
  const closing: (() => Promise<void>)[] = [() => database.close()];
  const close = async (): Promise<void> => {
    for (const step of closing.toReversed()) await step();
  };
  try {
    const application = await loading;
    if (config.samples && !signal.aborted) await application.loadSamplesOnce(database, { say, signal });
    if (signal.aborted) {
      await close();
      return null;
    }
    const { app, closeServices } = await application.buildApplication(config, database, log);
    closing.push(closeServices, () => app.close());
    await listen(app, config);
    return { url: urlOf(app, config), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new WallchartError(
      'PORT_TAKEN',
      `Port ${port} is taken: another Wallchart or another program listens on ${host}:${port}. ` +
        `Stop it, or start with another port: PORT=${port + 1}.`,
      { port },
    );
  }
}

function urlOf(app: FastifyInstance, { host, port }: Config): string {
  const address = app.server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return `http://${host === '::1' ? '[::1]' : host === '0.0.0.0' ? '127.0.0.1' : host}:${actual}`;
}
