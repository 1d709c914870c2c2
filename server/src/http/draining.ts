import type { FastifyInstance } from 'fastify';
import type { ServerResponse } from 'node:http';
import { WallchartError } from '../domain/errors.ts';
import { within } from '../domain/within.ts';

/** Tell of the server itself, and are answered to the end. */
const HEALTH: ReadonlySet<string> = new Set(['/health', '/ready']);
/** A connection whose last answer was sent closes on its own; one that has only begun to ask is not waited for. */
const LINGER_MS = 250;
const RETRY_AFTER_S = 5;

declare module 'fastify' {
  interface FastifyInstance {
    readonly draining: Draining;
  }
}

export interface Draining {
  /** Whether the server was told to stop. */
  readonly hasBegun: () => boolean;
  /**
   * Stops listening, closes idle connections at once, and waits until what is under way has been answered; what is not
   * after that time is cut off.
   *
   * @param meanwhile what else is to be waited for within the time
   * @returns how many requests were cut off
   */
  readonly drain: (graceMs: number, meanwhile: Promise<unknown>) => Promise<number>;
}

/**
 * Follows the requests of a server as `app.draining`, so that it can end without cutting off what it works on. From then on
 * a new request is answered 503 SERVER_STOPPING, and every answer closes its connection.
 */
export function prepareDraining(app: FastifyInstance): void {
  const underWay = new Set<ServerResponse>();
  let begun = false;
  let onIdle: () => void = () => undefined;
  app.addHook('onRequest', async (request, reply) => {
    const response = reply.raw;
    underWay.add(response);
    response.once('close', () => {
      underWay.delete(response);
      if (underWay.size === 0) onIdle();
    });
    if (!begun || HEALTH.has(request.url)) return;
    reply.header('retry-after', RETRY_AFTER_S);
    throw new WallchartError(
      'SERVER_STOPPING',
      'The server is stopping. Try again in a moment. 服务正在停止，请稍后再试。',
    );
  });
  app.addHook('onSend', async (_request, reply) => {
    if (begun) reply.header('connection', 'close');
  });
  const drain: Draining['drain'] = async (graceMs, meanwhile) => {
    begun = true;
    const closed = new Promise((resolve) => app.server.close(resolve));
    const answered = new Promise<void>((resolve) => {
      onIdle = resolve;
      if (underWay.size === 0) resolve();
    });
    await within(graceMs, Promise.all([answered, meanwhile]));
    const cut = underWay.size;
    for (const response of underWay) response.destroy();
    await within(LINGER_MS, closed);
    app.server.closeAllConnections();
    return cut;
  };
  app.decorate('draining', { hasBegun: () => begun, drain });
}
