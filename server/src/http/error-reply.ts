import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { httpStatusOf, WallchartError, type ErrorCode } from '../domain/errors.ts';
import { systemFailure } from '../domain/system-failure.ts';

/**
 * Answers failures outside GraphQL's own execution: `{error: {code, message}}`, and on `/graphql` as GraphQL writes them.
 * Unexpected ones are masked under an id that is in the log.
 */
export function setErrorReply(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | WallchartError, request, reply) => replyWithError(error, request, reply));
}

/** The same for what fails before there is a route, such as an address that cannot be decoded. */
export function replyWithError(
  error: FastifyError | WallchartError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  if (error instanceof WallchartError) {
    request.log[error.code === 'NOT_FOUND' ? 'debug' : 'info']({ code: error.code }, error.message);
    return send(reply.code(httpStatusOf(error.code)), error.code, error.message);
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return replyWithError(bodyTooLarge(request), request, reply);
  const status = error.statusCode ?? 500;
  if (status < 500) {
    request.log.info({ code: error.code }, error.message);
    return send(reply.code(status), status === 413 ? 'UPLOAD_TOO_LARGE' : 'BAD_INPUT', error.message);
  }
  const failure = systemFailure(error);
  if (failure) {
    request.log.error({ err: error, code: failure.code }, failure.code);
    return send(reply.code(httpStatusOf(failure.code)), failure.code, failure.message);
  }
  const id = randomUUID();
  request.log.error({ err: error, errorId: id }, 'unexpected error');
  send(reply.code(500), 'INTERNAL', `Something went wrong. The log has the details under ${id}.`, { id });
}

function bodyTooLarge({ routeOptions: { bodyLimit } }: FastifyRequest): WallchartError {
  const limit = Math.floor(bodyLimit / 1024);
  return new WallchartError('REQUEST_TOO_LARGE', `The request is larger than ${limit} kB. 请求内容超过${limit} kB。`);
}

function send(reply: FastifyReply, code: ErrorCode, message: string, more: { readonly id?: string } = {}): void {
  const isGraph = reply.request.url.split('?', 1)[0] === '/graphql';
  const body = isGraph
    ? { errors: [{ message, extensions: { code, ...more } }] }
    : { error: { code, message, ...more } };
  void reply.header('cache-control', 'no-store').send(body);
}
