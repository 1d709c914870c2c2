import type { ApolloServerPlugin } from '@apollo/server';
import { ERROR_CODES, httpStatusOf, type ErrorCode } from '../domain/errors.ts';
import { failureStatusOf } from './failure-status.ts';

const RESPONSE_JSON = 'application/graphql-response+json';

/**
 * The HTTP status of an answer without data.
 *
 * What failed because of the database, the disk or the load has the status of that; an answer in part stays 200.
 * A refusal of ours has the status of its code (Apollo gives 500). A question that cannot be parsed, does not fit the
 * schema, or has variables that do not fit it, answers 400 to who accepts `application/graphql-response+json` and 200 to
 * who accepts plain JSON only: there a status other than 200 says that the answer is not from GraphQL (GraphQL over
 * HTTP, 6.4.1).
 */
export const answerStatus: ApolloServerPlugin = {
  requestDidStart: async () => {
    let misfits = false;
    let executing = false;
    const noteMisfit = async (problem: unknown): Promise<void> => {
      misfits ||= problem !== undefined;
    };
    return {
      parsingDidStart: async () => noteMisfit,
      validationDidStart: async () => noteMisfit,
      executionDidStart: async () => {
        executing = true;
      },
      willSendResponse: async ({ request, response: { http, body } }) => {
        if (body.kind !== 'single' || body.singleResult.data) return;
        const { data, errors } = body.singleResult;
        const failed = failureStatusOf(errors);
        if (failed) http.status = failed;
        if (failed || data === null) return;
        const code = errors?.[0]?.extensions?.['code'];
        if (http.status === 500) http.status = statusOf(code);
        const isMisfit = (misfits || executing) && code !== 'QUERY_TOO_COMPLEX';
        const isPlain = !request.http?.headers.get('accept')?.includes(RESPONSE_JSON);
        if (http.status === 400 && isMisfit && isPlain) http.status = 200;
      },
    };
  },
};

const known: ReadonlySet<unknown> = new Set(ERROR_CODES);
const statusOf = (code: unknown): number => (known.has(code) ? httpStatusOf(code as ErrorCode) : 400);
