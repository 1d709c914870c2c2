import { onBehalfOf } from '@wallchart/db';
import type { FastifyInstance } from 'fastify';
import { clientGone, Operation } from '../graphql-types/operation.ts';

/** Stops what is read for a page, picture or file when its client has left. GraphQL does so on its own, since it also changes things. */
export function stopReadingForClosedConnections(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (request.method !== 'GET' || request.routeOptions.url === '/graphql') {
      done();
      return;
    }
    const operation = new Operation(request.ip);
    reply.raw.once('close', () => reply.raw.writableFinished || operation.stop(clientGone()));
    onBehalfOf(operation, done);
  });
}
