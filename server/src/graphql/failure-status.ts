import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ERROR_CODES, httpStatusOf, type ErrorCode } from '../domain/errors.ts';
import { systemFailure } from '../domain/system-failure.ts';

const LEAST = 503;

/**
 * The HTTP status of an operation that came to nothing because of the database, the disk or the load: proxies and monitors
 * look at nothing else. Undefined for other errors.
 */
export function failureStatusOf(errors: readonly GraphQLFormattedError[] = []): number | undefined {
  const codes = new Set(errors.map(({ extensions }) => extensions?.['code']));
  const failed = ERROR_CODES.find((code) => codes.has(code) && httpStatusOf(code) >= LEAST);
  return failed && httpStatusOf(failed);
}

/** An error of before the operation, when the context is made, with the HTTP status of the failure behind it. */
export function withStatus(error: unknown): unknown {
  const failure = systemFailure(error);
  if (!failure) return error;
  const code: ErrorCode = failure.code;
  return new GraphQLError(failure.message, {
    originalError: failure,
    extensions: { code, http: { status: httpStatusOf(code) } },
  });
}
