import { existsSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { WallchartError } from '../domain/errors.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The folder of this package, whether its source runs or what was built from it. */
export const SERVER_FOLDER = dirname(findPackageJSON('.', import.meta.url)!);

/** The top folder of the project; a relative data folder lies in it, wherever a command is started from. */
export const PROJECT_FOLDER = dirname(SERVER_FOLDER);

/** The built dashboard, and its operations by their hash. */
export const DASHBOARD = {
  dist: join(PROJECT_FOLDER, 'dashboard/dist'),
  documents: pathToFileURL(join(PROJECT_FOLDER, 'dashboard/src/generated/persisted-documents.json')),
} as const;

export interface Config {
  /** Address to listen on; loopback unless inside a container (docs/adr/0004-loopback-only.md). */
  readonly host: string;
  readonly port: number;
  /** PostgreSQL of one's own; null for the embedded one. */
  readonly databaseUrl: string | null;
  /** Folder of the embedded database, uploads and caches; absolute. */
  readonly dataDir: string;
  readonly logLevel: LogLevel;
  /** Whether every statement is printed to standard error, with its milliseconds and rows. */
  readonly logSql: boolean;
  /** Seconds that what is under way may take to be answered when the server stops. */
  readonly stopSeconds: number;
  /** Whether a first start loads the two sample campaigns. */
  readonly samples: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings; the only place that looks at the environment.
 *
 * @param inContainer whether this process runs in a container; found out on its own if not given
 * @throws WallchartError BAD_CONFIG, naming the variable, its value and what is expected
 */
export function readConfig(env: Environment = process.env, inContainer: () => boolean = runsInContainer): Config {
  return {
    host: readHost(env, inContainer),
    port: readPort(env['PORT']),
    databaseUrl: readDatabaseUrl(env['DATABASE_URL']),
    dataDir: resolve(PROJECT_FOLDER, env['WALLCHART_DATA'] || 'data'),
    logLevel: oneOf('LOG_LEVEL', env['LOG_LEVEL'] || 'info', LOG_LEVELS),
    logSql: oneOf('LOG_SQL', env['LOG_SQL'] || '0', ['0', '1']) === '1',
    stopSeconds: readStopSeconds(env['WALLCHART_STOP_SECONDS']),
    samples: oneOf('WALLCHART_SAMPLES', env['WALLCHART_SAMPLES'] || '1', ['0', '1']) === '1',
  };
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

function readHost(env: Environment, inContainer: () => boolean): string {
  const host = env['HOST'] || '127.0.0.1';
  if (isLoopback(host)) return host;
  const trusted = env['WALLCHART_CONTAINER'] === '1';
  if (trusted && inContainer()) return host;
  const reason = trusted
    ? 'WALLCHART_CONTAINER=1 is set, but this process is not in a container'
    : 'there is no sign-in yet, so anybody who reaches the address could read and change the ledgers';
  throw bad('HOST', host, 'a loopback address (127.0.0.1, ::1 or localhost)', reason);
}

/** Files that Docker and Podman put into every container. */
function runsInContainer(): boolean {
  return existsSync('/.dockerenv') || existsSync('/run/.containerenv');
}

function readPort(text: string | undefined): number {
  const port = Number(text || '4000');
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw bad('PORT', text ?? '', 'a number from 1 to 65535, or 0 for a free one');
}

/** Six by default: with what cutting off and the embedded database take, an end comes within the ten of `docker stop`. */
function readStopSeconds(text: string | undefined): number {
  const seconds = Number(text || '6');
  if (Number.isInteger(seconds) && seconds >= 0 && seconds <= 3_600) return seconds;
  throw bad('WALLCHART_STOP_SECONDS', text ?? '', 'a whole number of seconds from 0 to 3600');
}

function readDatabaseUrl(text: string | undefined): string | null {
  if (!text) return null;
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) return text;
  throw bad('DATABASE_URL', '(hidden)', 'postgres://user:password@host:5432/database');
}

function oneOf<const T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((word) => word === value);
  if (found !== undefined) return found;
  throw bad(name, value, allowed.join(', '));
}

function bad(name: string, value: string, expected: string, reason?: string): WallchartError {
  const because = reason ? `: ${reason}` : '';
  return new WallchartError('BAD_CONFIG', `${name}=${value} is refused${because}. Expected: ${expected}.`, {
    name,
    expected,
  });
}
