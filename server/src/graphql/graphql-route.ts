import { fastifyApolloHandler } from '@as-integrations/fastify';
import { onBehalfOf } from '@wallchart/db';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { WallchartError } from '../domain/errors.ts';
import { createContext, type GraphContext, type Services } from '../graphql-types/context.ts';
import { ADMISSION, admitOperations, type Admission } from './admit-operations.ts';
import { answerApart, type Apart } from './answer-apart.ts';
import { createApollo } from './apollo.ts';
import { withStatus } from './failure-status.ts';
import { clientGone, Operation } from '../graphql-types/operation.ts';
import { refuseLargeDocuments } from './refuse-large-documents.ts';
import { rememberAnswers } from './remember-answers.ts';
import { acceptTrustedDocuments, type TrustedDocuments } from '../graphql-types/trusted-documents.ts';

export interface GraphqlOptions {
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly documents: TrustedDocuments;
  readonly log: Logger;
  /** Milliseconds that one request may take. */
  readonly timeoutMs: number;
  /** How many operations run at a time; for tests. */
  readonly admission?: Admission;
  /** Who answers large operations; this process by default. */
  readonly apart?: Apart;
}

/** `POST /graphql`, and GET for queries; no answer is kept on the way. */
export async function addGraphqlRoute(app: FastifyInstance, options: GraphqlOptions): Promise<void> {
  const { schema, services, documents, log, timeoutMs, admission = ADMISSION, apart } = options;
  const apollo = createApollo<GraphContext>(schema, log, [
    admitOperations(admission),
    rememberAnswers,
    ...(apart ? [answerApart(apart)] : []),
  ]);
  await apollo.start();
  acceptTrustedDocuments(app, documents);
  refuseLargeDocuments(app);
  const answer = fastifyApolloHandler(apollo, {
    context: (request) =>
      createContext(services, request.log as Logger).catch((error: unknown) => Promise.reject(withStatus(error))),
  });
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    exposeHeadRoute: false,
    onRequest: async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    },
    handler: (request, reply) => {
      const operation = new Operation(request.ip);
      reply.raw.once('close', () => reply.raw.writableFinished || operation.stop(clientGone()));
      const answered = onBehalfOf(operation, () => Promise.resolve(answer.call(app, request, reply)));
      return inTime(answered, timeoutMs, () => {
        const error = tooLong(timeoutMs, operation.runsToEnd);
        operation.stop(error);
        log.warn({ timeoutMs }, 'a query took too long');
        reply.code(503).header('content-type', 'application/json; charset=utf-8');
        return JSON.stringify({ errors: [{ message: error.message, extensions: { code: error.code } }] });
      });
    },
  });
  app.addHook('onClose', () => apollo.stop());
}

/** A change that has begun goes on: who repeats it would seal or issue twice. */
const tooLong = (timeoutMs: number, goesOn: boolean): WallchartError =>
  new WallchartError(
    'QUERY_TIMEOUT',
    goesOn
      ? `The change takes longer than ${timeoutMs / 1000} s and goes on. Look whether it is done before you try again. 操作仍在进行，请先查看结果，不要重复提交。`
      : `The query took longer than ${timeoutMs / 1000} s and was stopped. Ask for less at once. 查询超时，请缩小范围。`,
  );

/** The answer, or `late()` when it is not there in time. */
async function inTime<T>(answer: Promise<T>, milliseconds: number, late: () => T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late()), milliseconds);
  });
  try {
    return await Promise.race([answer, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
