import 'reflect-metadata';
import type { FastifyInstance } from 'fastify';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { createApp } from './http-app.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import { DASHBOARD, type Config } from '../config/config.ts';
import { createImportJobs } from '../features/imports/job-store.ts';
import { ADMISSION } from '../graphql/admit-operations.ts';
import { LargeOperations } from './large-operations/large-operations.ts';
import { openUploadStore } from '../jobs/uploads/upload-store.ts';
import { repairLeftovers } from './repair-leftovers.ts';
import { readTrustedDocuments } from '../graphql-types/trusted-documents.ts';
import { createLoaderPool } from './loader-pool.ts';
import { within } from '../domain/within.ts';

export { loadSamplesOnce } from './samples.ts';

/** How long an import that is cut off may take to roll back; the database does so on its own when it stops. */
const CUT_MS = 1_000;

export interface Application {
  readonly app: FastifyInstance;
  /**
   * Ends it: running requests may finish within the grace period and are then aborted. The
   * database stays open.
   */
  readonly close: () => Promise<void>;
}

/** Puts the application together over an open database. */
export async function buildApplication(
  config: Config,
  { url, orm, system }: OpenDatabase,
  log: Logger,
): Promise<Application> {
  const uploads = await openUploadStore(config.dataDir, system);
  const jobs = createImportJobs({ system, uploads, log });
  const { connections } = ADMISSION;
  const apart = new LargeOperations(
    { databaseUrl: url, logLevel: config.logLevel, logSql: config.logSql, connections },
    log,
  );
  const app = await createApp({
    orm,
    system,
    loaders: createLoaderPool(system),
    jobs,
    uploads,
    apart,
    log,
    port: config.port,
    documents: readTrustedDocuments(DASHBOARD.documents),
    dashboardDir: DASHBOARD.dist,
    graphiqlDir: join(config.dataDir, `graphiql-${graphiqlVersion()}`),
  });
  const repair = repairLeftovers(system, log);
  const close = async (): Promise<void> => {
    const cut = await app.draining.drain(config.stopSeconds * 1_000, jobs.idle());
    if (cut > 0)
      log.warn({ requests: cut }, `requests cut off that took longer than ${config.stopSeconds} s to answer`);
    await Promise.all([within(CUT_MS, jobs.close()), within(CUT_MS, repair.close()), apart.close()]);
    await app.close();
    await uploads.close();
  };
  return { app, close };
}

/** The built page is named after the version it was built from: a newer package is built again. */
function graphiqlVersion(): string {
  return (createRequire(import.meta.url)('graphiql/package.json') as { version: string }).version;
}
