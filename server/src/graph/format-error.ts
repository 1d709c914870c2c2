import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { randomUUID } from 'node:crypto';
import { ERROR_CODES, WallchartError, type ErrorCode } from '../errors.ts';

const known = new Set<unknown>(ERROR_CODES);
/** PostgreSQL: query_canceled, as the statement timeout sends it. */
const CANCELED = '57014';
/** pg-pool's words when no connection became free in time; it gives no code, and Apollo puts words before them. */
const NO_CONNECTION = 'timeout exceeded when trying to connect';

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
  if (postgresCode(origin) === CANCELED) {
    const message = 'The query took too long and was stopped. Ask for a smaller unit or fewer metrics. 查询超时。';
    return { ...formatted, message, extensions: { code: 'QUERY_TIMEOUT' } };
  }
  if (origin instanceof Error && origin.message.endsWith(NO_CONNECTION)) {
    const message = 'The database is busy with other queries. Try again in a moment. 数据库繁忙，请稍后再试。';
    return { ...formatted, message, extensions: { code: 'DATABASE_BUSY' } };
  }
  if (isClientError(formatted)) return withApiCode(formatted);
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

function postgresCode(error: unknown): unknown {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
  }
  return undefined;
}

function isClientError({ extensions }: GraphQLFormattedError): boolean {
  const code = extensions?.['code'];
  return typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR';
}

/** Enum values that do not exist get the code of their enum; graphql's message names the nearest already. */
function withApiCode(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const { message } = formatted;
  const enumName =
    /does not exist in "(\w+)" enum/.exec(message)?.[1] ?? /Enum "(\w+)" cannot represent/.exec(message)?.[1];
  if (enumName)
    return { ...formatted, extensions: { code: enumName === 'MetricId' ? 'UNKNOWN_METRIC' : 'UNKNOWN_VALUE' } };
  if (/Document contains more tha[nt] \d+ tokens/.test(message)) {
    return { ...formatted, message: `${message} Ask for less at once.`, extensions: { code: 'QUERY_TOO_COMPLEX' } };
  }
  return { ...formatted, extensions: { code: formatted.extensions?.['code'] } };
}
