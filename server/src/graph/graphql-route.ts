import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { createContext, type GraphContext, type Services } from '../context.ts';
import { answerStatus } from './answer-status.ts';
import { withStatus } from './failure-status.ts';
import { formatError } from './format-error.ts';
import { limitsPlugin } from './limits-plugin.ts';
import { LIMITS } from './limits.ts';
import { rememberAnswers } from './remember-answers.ts';
import { acceptTrustedDocuments, type TrustedDocuments } from './trusted-documents.ts';

export interface GraphqlOptions {
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly documents: TrustedDocuments;
  readonly log: Logger;
  /** Milliseconds that one request may take. */
  readonly timeoutMs: number;
}

/** `POST /graphql`, and GET for queries; no answer is kept on the way. Parsed and validated documents are kept, so that a page costs it once. */
export async function addGraphqlRoute(app: FastifyInstance, options: GraphqlOptions): Promise<void> {
  const { schema, services, documents, log, timeoutMs } = options;
  const apollo = new ApolloServer<GraphContext>({
    schema,
    parseOptions: { maxTokens: LIMITS.tokens },
    introspection: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: log,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // It would look at every field of every answer; nothing here is cached by anybody else.
      ApolloServerPluginCacheControlDisabled(),
      limitsPlugin,
      rememberAnswers,
      answerStatus,
    ],
    formatError: (formatted, error) =>
      formatError(formatted, error, (origin, errorId) => log.error({ err: origin, errorId }, 'unexpected error')),
  });
  await apollo.start();
  acceptTrustedDocuments(app, documents);
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
    handler: (request, reply) =>
      inTime(Promise.resolve(answer.call(app, request, reply)), timeoutMs, () => {
        log.warn({ timeoutMs }, 'a query took too long');
        reply.code(503).header('content-type', 'application/json; charset=utf-8');
        return JSON.stringify({ errors: [tooLong(timeoutMs)] });
      }),
  });
  app.addHook('onClose', () => apollo.stop());
}

const tooLong = (timeoutMs: number) => ({
  message: `The query took longer than ${timeoutMs / 1000} s and was stopped. Ask for less at once. 查询超时，请缩小范围。`,
  extensions: { code: 'QUERY_TIMEOUT' },
});

/** The answer, or `late()` when it is not there in time; what still runs then ends by the statement timeout. */
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
