import 'reflect-metadata';
import { connect, kysely, type Orm } from '@wallchart/db';
import { testDatabase, type TestDatabase } from '@wallchart/db/testing';
import type { FastifyInstance } from 'fastify';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { createApp } from '../src/app/http-app.ts';
import { createLoaderPool } from '../src/app/loader-pool.ts';
import { DASHBOARD } from '../src/config/config.ts';
import { RecorderDb, SystemDb, ViewerDb } from '../src/database/handles.ts';
import { poolOf } from '../src/database/open-database.ts';
import type { Principal } from '../src/domain/principal.ts';
import { createImportJobs } from '../src/features/imports/job-store.ts';
import { createContext, type GraphContext, type Services } from '../src/graphql-types/context.ts';
import { readTrustedDocuments } from '../src/graphql-types/trusted-documents.ts';
import { openUploadStore } from '../src/jobs/uploads/upload-store.ts';
import { briefingPage } from './briefing-page.ts';
import { samples } from './samples.ts';

/** What the system reads and writes itself: what was written since the last look, jobs under way, and uploads. */
const OF_THE_SYSTEM = /\/\* (changes|jobs|uploads)\./;

/** Reads over a connection that cannot write, records over another; what is sent over its own comes from no handle. */
class WatchedDb extends SystemDb {
  readers!: Orm;
  recorders!: Orm;

  override reading(viewer: Principal): ViewerDb {
    return new ViewerDb(kysely(this.readers), viewer);
  }

  override recording<T>(principal: Principal, work: (db: RecorderDb) => Promise<T>): Promise<T> {
    const recorders = kysely(this.recorders);
    return recorders.transaction().execute((transaction) => work(new RecorderDb(transaction, principal)));
  }
}

export interface WatchedApp {
  readonly database: TestDatabase;
  readonly app: FastifyInstance;
  readonly services: Services;
  readonly context: () => Promise<GraphContext>;
  /** Statements that some work sends to the database without a viewer. */
  readonly withoutViewer: (work: () => Promise<unknown>) => Promise<string[]>;
}

/** The whole application over the samples, with the connections of its handles apart. */
export function watchedApp(): WatchedApp {
  const statements: string[] = [];
  const database = testDatabase({ from: samples, poolSize: 4, onStatement: (text) => statements.push(text) });
  const log = pino({ level: 'silent' });
  let app: FastifyInstance;
  let services: Services;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const { orm, url } = database;
    const system = new WatchedDb(kysely(orm), await poolOf(orm));
    system.readers = await connect({ url, poolSize: 4, readOnly: true });
    system.recorders = await connect({ url, poolSize: 2 });
    const folder = await mkdtemp(join(tmpdir(), 'wallchart-watched-'));
    const uploads = await openUploadStore(folder, system);
    const jobs = createImportJobs({ system, uploads, log });
    const documents = readTrustedDocuments(DASHBOARD.documents);
    const dashboardDir = briefingPage(documents);
    services = { system, loaders: createLoaderPool(system), uploads, jobs };
    const folders = { dashboardDir, graphiqlDir: join(folder, 'graphiql') };
    app = await createApp({ ...services, orm, jobs, log, port: 4000, documents, ...folders });
    close = async () => {
      await app.close();
      await jobs.close();
      await uploads.close();
      await Promise.all([system.readers.close(true), system.recorders.close(true)]);
      for (const each of [folder, dashboardDir]) await rm(each, { recursive: true, force: true });
    };
  }, 60_000);
  afterAll(() => close());
  return {
    database,
    get app() {
      return app;
    },
    get services() {
      return services;
    },
    context: () => createContext(services, log),
    withoutViewer: async (work) => {
      statements.length = 0;
      await work();
      return statements.filter((text) => !OF_THE_SYSTEM.test(text));
    },
  };
}
