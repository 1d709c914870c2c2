import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, Kind, type GraphQLFormattedError } from 'graphql';
import { randomUUID } from 'node:crypto';
import { ERROR_CODES, WallchartError, type ErrorCode } from '../domain/errors.ts';
import { systemFailure } from '../domain/system-failure.ts';

const known = new Set<unknown>(ERROR_CODES);
/** They come with load and are no fault that an operator has to see. */
const ORDINARY: ReadonlySet<ErrorCode> = new Set(['QUERY_TIMEOUT', 'DATABASE_BUSY']);

/** V8's words for a stack that is full. */
const OVERFLOW = 'Maximum call stack size exceeded';

/**
 * What the client sees of an error. Expected ones keep their code and message; graphql's own are given the codes of
 * this API; the rest is masked under an id that `report` writes to the log.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  report: (error: unknown, id: string) => void,
): GraphQLFormattedError {
  const origin = unwrapResolverError(error);
  if (origin instanceof WallchartError) {
    return { ...formatted, message: origin.message, extensions: { ...origin.details, code: origin.code } };
  }
  const own = ownCode(error);
  if (own) return { ...formatted, extensions: { ...formatted.extensions, code: own } };
  if (isClientError(formatted)) return withApiCode(formatted);
  if (isMisfit(error)) return { ...formatted, extensions: { code: 'BAD_INPUT' } };
  const failure = systemFailure(origin);
  if (failure) {
    if (!ORDINARY.has(failure.code)) report(origin, failure.code);
    return { ...formatted, message: failure.message, extensions: { code: failure.code } };
  }
  const id = randomUUID();
  report(origin, id);
  return {
    ...formatted,
    message: `Something went wrong. The log has the details under ${id}. 内部错误，详见日志。`,
    extensions: { code: 'INTERNAL', id },
  };
}

/** A code of ours that graphql or Apollo wrapped into an error of its own (a scalar's, for instance). */
function ownCode(error: unknown): ErrorCode | undefined {
  for (let at: unknown = error; at instanceof Error; at = at instanceof GraphQLError ? at.originalError : undefined) {
    const code = at instanceof GraphQLError ? at.extensions['code'] : undefined;
    if (known.has(code)) return code as ErrorCode;
    if (at instanceof WallchartError) return at.code;
  }
  return undefined;
}

function isClientError({ extensions }: GraphQLFormattedError): boolean {
  const code = extensions?.['code'];
  return typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR';
}

/**
 * An argument that graphql finds unfit only when its field runs (a variable that is null where a default stood), without a
 * code of its own. It names the value; graphql's errors about what a resolver gave back name the field, or nothing.
 */
function isMisfit(error: unknown): boolean {
  const own = error instanceof GraphQLError && error.originalError ? error.originalError : error;
  const node = own instanceof GraphQLError && !own.originalError ? own.nodes?.[0] : undefined;
  return node !== undefined && node.kind !== Kind.FIELD;
}

const tooComplex = (formatted: GraphQLFormattedError, why: string): GraphQLFormattedError => ({
  ...formatted,
  message: `${why} Ask for less at once. 查询过于复杂，请分次查询。`,
  extensions: { code: 'QUERY_TOO_COMPLEX' },
});

/** Enum values that do not exist get the code of their enum; graphql's message names the nearest already. */
function withApiCode(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const { message } = formatted;
  const enumName =
    /does not exist in "(\w+)" enum/.exec(message)?.[1] ?? /Enum "(\w+)" cannot represent/.exec(message)?.[1];
  if (enumName)
    return { ...formatted, extensions: { code: enumName === 'MetricId' ? 'UNKNOWN_METRIC' : 'UNKNOWN_VALUE' } };
  if (/Document contains more tha[nt] \d+ tokens/.test(message)) return tooComplex(formatted, message);
  // The parser and the checks of the document recurse.
  if (message.includes(OVERFLOW)) return tooComplex(formatted, 'The document is nested too deeply.');
  return { ...formatted, extensions: { code: formatted.extensions?.['code'] } };
}
