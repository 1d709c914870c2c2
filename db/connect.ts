import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type EntityManager, type PostgreSqlDriver } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { Database, Db } from './database.ts';
import { entities } from './entities/index.ts';
import { DatabaseError } from './errors.ts';
import { migrations } from './migrations/index.ts';
import { observeStatements, type StatementObserver } from './observe-statements.ts';
import { parseMomentsAsIso } from './pg-types.ts';
import { prepareRepeated } from './prepare-repeated.ts';
import { serveCallers } from './serve-callers.ts';

export type Orm = MikroORM;

export interface ConnectOptions extends StatementObserver {
  /** `postgres://user:password@host:port/database` */
  url: string;
  /** Shown in pg_stat_activity. Default 'wallchart'. */
  applicationName?: string;
  /** Connections at most. Default 10. */
  poolSize?: number;
  /** Milliseconds after which a statement is cancelled; 0 for never. Default 30,000. */
  statementTimeoutMs?: number;
  /** Milliseconds to wait for a connection: for a new one, or for one of the pool to become free. Default 10,000. */
  connectionTimeoutMs?: number;
  /** Transactions cannot write, unless one is begun as `read write`. Default false. */
  readOnly?: boolean;
  /** Called with what MikroORM has to say (warnings of lost connections). Default: nothing. */
  onLog?: (message: string) => void;
}

const SESSION = '-c timezone=UTC -c datestyle=ISO,YMD -c intervalstyle=postgres';

/** The oldest PostgreSQL that Wallchart runs on. */
const OLDEST = 150_000;

/**
 * Opens a pool and checks the server's version.
 *
 * @throws DatabaseError DATABASE_UNREACHABLE, POSTGRES_TOO_OLD
 */
export async function connect(options: ConnectOptions): Promise<Orm> {
  const orm = await MikroORM.init<PostgreSqlDriver, EntityManager>(ormConfig(options));
  try {
    assertSupported(await serverVersion(kysely(orm)));
    return orm;
  } catch (error) {
    await orm.close(true);
    if (error instanceof DatabaseError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseError(
      'DATABASE_UNREACHABLE',
      `Cannot connect to PostgreSQL at ${withoutPassword(options.url)}: ${reason}`,
      {
        cause: error,
      },
    );
  }
}

/** The typed query builder over the pool of `orm`. */
export function kysely(orm: Orm): Db {
  return orm.em.fork().getKysely<Database>();
}

/** What every connection has, whatever carries it. */
export const ormBase = () => ({
  entities: [...entities],
  extensions: [Migrator],
  ensureDatabase: false,
  timezone: 'UTC',
  colors: false,
});

export const MIGRATIONS_BASE = {
  migrationsList: migrations,
  tableName: 'wallchart_migration',
  snapshot: false,
} as const;

function ormConfig(options: ConnectOptions) {
  const {
    url,
    applicationName = 'wallchart',
    poolSize = 10,
    statementTimeoutMs = 30_000,
    connectionTimeoutMs = 10_000,
    readOnly = false,
    onStatement,
    onAnswered,
    onLog,
  } = options;
  return {
    ...ormBase(),
    clientUrl: url,
    logger: (message: string) => onLog?.(message),
    pool: { min: 0, max: poolSize, idleTimeoutMillis: 30_000 },
    driverOptions: {
      application_name: applicationName,
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: statementTimeoutMs === 0 ? 0 : 2 * statementTimeoutMs,
      connectionTimeoutMillis: connectionTimeoutMs,
      options: `${SESSION} -c default_transaction_read_only=${readOnly ? 'on' : 'off'}`,
      onPoolCreated: (pool: Pool) => {
        parseMomentsAsIso(pool);
        observeStatements(pool, { onStatement, onAnswered });
        prepareRepeated(pool);
        serveCallers(pool);
      },
    },
    migrations: { ...MIGRATIONS_BASE, allOrNothing: true },
  };
}

interface ServerVersion {
  /** 180004 for 18.4. */
  number: number;
  text: string;
}

/** @throws DatabaseError POSTGRES_TOO_OLD */
export function assertSupported({ number, text }: ServerVersion): void {
  if (number >= OLDEST) return;
  throw new DatabaseError('POSTGRES_TOO_OLD', `PostgreSQL ${text} is too old: Wallchart needs 15 or newer.`);
}

async function serverVersion(db: Db): Promise<ServerVersion> {
  const { rows } = await sql<ServerVersion>`
    select current_setting('server_version_num')::integer as number, current_setting('server_version') as text`.execute(
    db,
  );
  return rows[0] ?? { number: 0, text: 'of unknown version' };
}

/** A connection address fit for a message. */
export function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url);
    if (parsed.password) parsed.password = '***';
    return parsed.href;
  } catch {
    return '(an address that cannot be read)';
  }
}
