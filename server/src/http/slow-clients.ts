import type { FastifyHttpOptions, FastifyInstance } from 'fastify';
import type { Server } from 'node:http';

/** Milliseconds that a client may take. */
export interface Patience {
  /** For the head of a request. */
  readonly headMs: number;
  /** For the body of a request that is no upload. */
  readonly bodyMs: number;
  /** For all of an upload: 50 MB in ten minutes are 0.7 Mbit/s. */
  readonly uploadMs: number;
  /** Without a byte in either direction. */
  readonly silenceMs: number;
}

export const PATIENCE: Patience = { headMs: 15_000, bodyMs: 30_000, uploadMs: 600_000, silenceMs: 300_000 };

/** The settings of a server that gives up on clients that take longer. */
export function settingsFor({
  headMs,
  uploadMs,
  silenceMs,
}: Patience): Pick<FastifyHttpOptions<Server>, 'requestTimeout' | 'connectionTimeout' | 'http'> {
  return {
    requestTimeout: uploadMs,
    connectionTimeout: silenceMs,
    http: { headersTimeout: headMs, connectionsCheckingInterval: Math.ceil(headMs / 3) },
  };
}

/** Cuts off a client that sends the body of a request too slowly; uploads have the time of `settingsFor`. */
export function giveUpOnSlowBodies(app: FastifyInstance, { bodyMs }: Patience, uploads: string): void {
  app.addHook('onRequest', async (request) => {
    const { raw } = request;
    const hasBody = 'content-length' in raw.headers || 'transfer-encoding' in raw.headers;
    if (!hasBody || request.url === uploads) return;
    const timer = setTimeout(() => raw.complete || raw.destroy(), bodyMs);
    raw.once('close', () => clearTimeout(timer));
  });
}
