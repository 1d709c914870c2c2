import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { answerStatus } from './answer-status.ts';
import { formatError } from './format-error.ts';
import { LIMITS } from './limits.ts';
import { writeAnswer } from './remember-answers.ts';

/** Apollo as every process answers with it. Parsed and validated documents are kept, so that a page costs it once. */
export function createApollo<Context extends BaseContext>(
  schema: GraphQLSchema,
  log: Logger,
  plugins: readonly ApolloServerPlugin<Context>[] = [],
): ApolloServer<Context> {
  return new ApolloServer<Context>({
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
      ...plugins,
      answerStatus,
    ],
    stringifyResult: writeAnswer,
    formatError: (formatted, error) =>
      formatError(formatted, error, (origin, errorId) => log.error({ err: origin, errorId }, 'unexpected error')),
  });
}
