import 'reflect-metadata';
import { connect, kysely, type ConnectOptions, type Orm } from '@wallchart/db';
import { testDatabase, type Template, type TestDatabase } from '@wallchart/db/testing';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { createApp } from '../src/app/http-app.ts';
import { systemDb } from '../src/database/open-database.ts';
import { createImportJobs } from '../src/features/imports/job-store.ts';
import { openUploadStore } from '../src/jobs/uploads/upload-store.ts';
import type { Admission } from '../src/graphql/admit-operations.ts';
import type { TrustedDocuments } from '../src/graphql-types/trusted-documents.ts';
import { createLoaderPool } from '../src/app/loader-pool.ts';

const HOST = '127.0.0.1:4000';

export interface Answer {
  readonly data: Record<string, never> | null | undefined;
  readonly errors: readonly { message: string; extensions: Record<string, unknown> }[] | undefined;
}

export interface TestApp {
  readonly database: TestDatabase;
  readonly app: FastifyInstance;
  /** Statements sent since the last `statements.length = 0`. */
  readonly statements: string[];
  readonly log: string[];
  /** A request as a browser on this machine sends it. */
  readonly inject: (request: InjectOptions) => Promise<LightMyRequestResponse>;
  readonly query: (query: string, variables?: Record<string, unknown>) => Promise<Answer>;
}

export interface TestAppOptions {
  /** What the database holds at first, such as `samples`; default nothing. */
  readonly from?: Template;
  /** An application whose database this one uses too, over connections of its own: as a second process does. */
  readonly beside?: TestApp;
  readonly now?: () => Date;
  readonly documents?: TrustedDocuments;
  readonly graphqlTimeoutMs?: number;
  readonly admission?: Admission;
  /** Folder of a built dashboard; default one that is not built. */
  readonly dashboardDir?: string;
  readonly connection?: Pick<ConnectOptions, 'poolSize' | 'statementTimeoutMs' | 'connectionTimeoutMs'>;
}

/** The same database over other connections. */
function databaseOf(other: TestApp, options: Omit<ConnectOptions, 'url'>): TestDatabase {
  let orm: Orm;
  beforeAll(async () => {
    orm = await connect({ ...options, url: other.database.url });
  });
  afterAll(() => orm.close(true));
  return {
    get url() {
      return other.database.url;
    },
    get orm() {
      return orm;
    },
    get db() {
      return kysely(orm);
    },
  };
}

/** For what a test left under way. */
const STOP_MS = 2_000;

/** The whole application over a database of the test file's own. */
export function testApp(options: TestAppOptions = {}): TestApp {
  const { from, now, documents = new Map(), graphqlTimeoutMs, admission, dashboardDir, connection } = options;
  const statements: string[] = [];
  const log: string[] = [];
  const onStatement = (text: string): number => statements.push(text);
  const database = options.beside
    ? databaseOf(options.beside, { ...connection, onStatement })
    : testDatabase({ ...connection, from, onStatement });
  let app: FastifyInstance;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'wallchart-app-'));
    const logger = pino({ level: 'info' }, { write: (line: string) => void log.push(line) });
    const { orm } = database;
    const system = await systemDb(orm);
    const uploads = await openUploadStore(dataDir, system);
    const jobs = createImportJobs({ system, uploads, log: logger });
    app = await createApp({
      orm,
      system,
      jobs,
      uploads,
      log: logger,
      documents,
      port: 4000,
      now,
      graphqlTimeoutMs,
      admission,
      loaders: createLoaderPool(system),
      dashboardDir: dashboardDir ?? join(dataDir, 'dashboard'),
      graphiqlDir: join(dataDir, 'graphiql'),
    });
    close = async () => {
      // As the server ends: a client that keeps its connection would hold up `close` for a minute.
      await app.draining.drain(STOP_MS, jobs.idle());
      await app.close();
      await jobs.close();
      await uploads.close();
      await rm(dataDir, { recursive: true, force: true });
    };
  });
  afterAll(() => close());
  const inject: TestApp['inject'] = (request) =>
    app.inject({ ...request, headers: { host: HOST, ...request.headers } });
  return {
    database,
    get app() {
      return app;
    },
    statements,
    log,
    inject,
    query: async (query, variables) =>
      (await inject({ method: 'POST', url: '/graphql', payload: { query, variables } })).json<Answer>(),
  };
}
