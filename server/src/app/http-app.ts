import 'reflect-metadata';
import type { Orm } from '@wallchart/db';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { createContext, type Services } from '../graphql-types/context.ts';
import { addChartRoute } from '../features/charts/chart.route.ts';
import { addPosterRoute } from '../features/poster/poster.route.ts';
import { addTableRoute } from '../features/tables/table.route.ts';
import { addBriefingRoute } from '../features/briefing/index.ts';
import { addCardRoutes } from '../features/reminders/index.ts';
import { addCircularRoutes } from '../features/circulars/index.ts';
import { addImportRoutes } from '../features/imports/uploads.route.ts';
import { stopReadingForClosedConnections } from '../graphql/closed-connections.ts';
import type { Admission } from '../graphql/admit-operations.ts';
import type { Apart } from '../graphql/answer-apart.ts';
import { addGraphqlRoute } from '../graphql/graphql-route.ts';
import type { TrustedDocuments } from '../graphql-types/trusted-documents.ts';
import { addDashboard } from '../http/dashboard.ts';
import { prepareDraining } from '../http/draining.ts';
import { replyWithError, setErrorReply } from '../http/error-reply.ts';
import { addGraphiql } from '../http/graphiql.ts';
import { addHealthRoutes } from '../http/health.ts';
import { refuseOtherMethods } from '../http/other-methods.ts';
import { guardAgainstForeignPages, secured, setSecurityHeaders } from '../http/security.ts';
import { giveUpOnSlowBodies, PATIENCE, settingsFor } from '../http/slow-clients.ts';
import { refuseUnsoundAddresses } from '../http/sound-address.ts';
import { createSchema } from './schema.ts';

const GRAPHQL_TIMEOUT_MS = 30_000;
const BODY_BYTES = 256 * 1024;

export interface AppOptions extends Services {
  readonly orm: Orm;
  readonly log: Logger;
  /** The port that Host headers must name while the server does not listen. */
  readonly port: number;
  readonly documents: TrustedDocuments;
  /** Milliseconds that a GraphQL request may take; 30,000 by default. */
  readonly graphqlTimeoutMs?: number;
  /** How many operations run at a time. */
  readonly admission?: Admission;
  /** Who answers large operations; this process by default. */
  readonly apart?: Apart;
  /** Folder of the built dashboard. */
  readonly dashboardDir: string;
  /** Folder of the built GraphiQL; built on the first visit. */
  readonly graphiqlDir: string;
}

/** The HTTP server with everything on it, not yet listening. `close()` ends it; the database stays open. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = options.log;
  const app: FastifyInstance = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    ...settingsFor(PATIENCE),
    bodyLimit: BODY_BYTES,
    forceCloseConnections: 'idle',
    frameworkErrors: (error, request, reply) => replyWithError(error, request, secured(reply)),
  });
  setErrorReply(app);
  prepareDraining(app);
  giveUpOnSlowBodies(app, PATIENCE, '/uploads');
  guardAgainstForeignPages(app, options.port);
  setSecurityHeaders(app);
  refuseOtherMethods(app);
  refuseUnsoundAddresses(app);
  logRequests(app);
  stopReadingForClosedConnections(app);
  addHealthRoutes(app, options.orm, options.system, options.uploads.disks);
  const { documents, dashboardDir, log } = options;
  const schema = createSchema();
  await addGraphqlRoute(app, {
    schema,
    services: options,
    documents,
    log,
    timeoutMs: options.graphqlTimeoutMs ?? GRAPHQL_TIMEOUT_MS,
    admission: options.admission,
    apart: options.apart,
  });
  await addImportRoutes(app, options, () => createContext(options, log));
  addBriefingRoute(app, options, { schema, documents, dashboardDir });
  addCircularRoutes(app, options);
  addCardRoutes(app, options);
  addChartRoute(app, () => createContext(options, log));
  addPosterRoute(app, () => createContext(options, log));
  addTableRoute(app, () => createContext(options, log));
  await addGraphiql(app, options.graphiqlDir);
  await addDashboard(app, options.dashboardDir);
  return app;
}

/** One line a request, at debug: a page asks for figures many times. Failures are logged where they are answered. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method, url } = request;
    request.log.debug({ method, url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
}
