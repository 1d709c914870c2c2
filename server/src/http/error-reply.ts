import type { FastifyError, FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import { httpStatusOf, WallchartError } from '../errors.ts';

/** Answers failures of the routes beside GraphQL: `{error: {code, message}}`; unexpected ones masked, with an id. */
export function setErrorReply(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | WallchartError, request, reply) => {
    if (error instanceof WallchartError) {
      request.log[error.code === 'NOT_FOUND' ? 'debug' : 'info']({ code: error.code }, error.message);
      return reply.code(httpStatusOf(error.code)).send({ error: { code: error.code, message: error.message } });
    }
    const status = error.statusCode ?? 500;
    if (status < 500) {
      const code = status === 413 ? 'UPLOAD_TOO_LARGE' : 'BAD_INPUT';
      return reply.code(status).send({ error: { code, message: error.message } });
    }
    const id = randomUUID();
    request.log.error({ err: error, errorId: id }, 'unexpected error');
    return reply
      .code(500)
      .send({ error: { code: 'INTERNAL', message: `Something went wrong. The log has the details under ${id}.`, id } });
  });
}
