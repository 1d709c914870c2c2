import type { FastifyInstance } from 'fastify';
import { existsSync, readFileSync } from 'node:fs';
import { WallchartError } from '../domain/errors.ts';

/** Operations of the dashboard by their hash; written by the code generator of the dashboard. */
export type TrustedDocuments = ReadonlyMap<string, string>;

/** Reads the map `{hash: document}`; empty when the dashboard has not been generated. */
export function readTrustedDocuments(file: URL): TrustedDocuments {
  if (!existsSync(file)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>));
}

interface GraphqlBody {
  query?: unknown;
  documentId?: unknown;
  extensions?: { persistedQuery?: { sha256Hash?: unknown } };
}

/**
 * Lets a client name a trusted document instead of sending it: `{documentId}` or `extensions.persistedQuery.sha256Hash`.
 * A query in full is answered too, as long as the server listens on loopback only.
 */
export function acceptTrustedDocuments(app: FastifyInstance, documents: TrustedDocuments): void {
  app.addHook('preHandler', async (request) => {
    if (request.method !== 'POST' || request.routeOptions.url !== '/graphql') return;
    const body = request.body as GraphqlBody | null | undefined;
    const hash = hashOf(body);
    if (!body || hash === undefined) return;
    const document = documents.get(hash.replace(/^sha256:/, ''));
    if (document === undefined && typeof body.query !== 'string') {
      throw new WallchartError(
        'NOT_TRUSTED',
        `No trusted document has the id "${hash}". The page may be older than the server: reload it. 请刷新页面。`,
      );
    }
    const { documentId: _id, extensions: _extensions, ...rest } = body;
    request.body = { ...rest, query: document ?? body.query };
  });
}

function hashOf(body: GraphqlBody | null | undefined): string | undefined {
  const hash = body?.documentId ?? body?.extensions?.persistedQuery?.sha256Hash;
  return typeof hash === 'string' ? hash : undefined;
}
