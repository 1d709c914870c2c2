import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import type { GraphContext } from '../graphql-types/context.ts';
import { httpStatusOf, WallchartError } from '../domain/errors.ts';
import type { Answer, Request } from './large-operation-messages.ts';
import { currentOperation } from '../graphql-types/operation.ts';
import { isAnsweredByDatabase, writtenAnswer } from './remember-answers.ts';

/** Who answers large operations outside this process. */
export interface Apart {
  /**
   * @returns undefined when it cannot be answered there now, and is to be answered here
   * @throws the reason of `signal`; WallchartError SERVER_BUSY when the process ended meanwhile
   */
  readonly answer: (request: Request, signal: AbortSignal | undefined) => Promise<Answer | undefined>;
}

/**
 * Has large operations answered by another process, so that what they compute holds up no one here. What asks for more than is in
 * the database is answered here. Goes behind `rememberAnswers`, which remembers these answers too.
 */
export function answerApart(apart: Apart): ApolloServerPlugin<GraphContext> {
  return {
    requestDidStart: async () => ({
      responseForOperation: async ({ contextValue, operation, operationName, request: { query, variables = {} } }) => {
        const caller = currentOperation();
        if (!caller?.isLarge || query === undefined || !isAnsweredByDatabase(operation)) return null;
        const answered = apart.answer(
          { viewer: contextValue.db.viewer, query, variables, operationName },
          caller.signal,
        );
        const answer = await answered.catch((error: unknown) => withoutAnswer(error));
        if (!answer) return null;
        caller.reads.note(answer.about);
        const http = { status: answer.status, headers: new HeaderMap() };
        return { http, body: { kind: 'single', singleResult: resultOf(answer) } };
      },
    }),
  };
}

/** An answer without errors, which Apollo would write first, goes through as it was written. */
const resultOf = ({ text }: Answer): FormattedExecutionResult =>
  text.startsWith('{"data":') ? { data: writtenAnswer(text).data } : (JSON.parse(text) as FormattedExecutionResult);

/** What is thrown here would pass the end of the operation by. */
function withoutAnswer(error: unknown): Answer {
  if (!(error instanceof WallchartError)) throw error;
  const { code, message, details } = error;
  const text = JSON.stringify({ errors: [{ message, extensions: { ...details, code } }] });
  return { status: httpStatusOf(code), text, about: null };
}
