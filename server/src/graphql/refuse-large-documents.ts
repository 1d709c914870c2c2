import type { FastifyInstance } from 'fastify';
import { parse, type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { LIMITS } from './limits.ts';
import { checkDocument } from './measure-document.ts';

/** Characters of documents that were found small enough; the dashboard's come to some 30,000. */
const MOST_CHARACTERS = 2_000_000;

/**
 * Refuses a document that would take long to validate, before anything else looks at it; each text is looked at once. One that cannot
 * be parsed is left to GraphQL's own words.
 */
export function refuseLargeDocuments(app: FastifyInstance): void {
  const passed = new LRUCache<string, true>({
    maxSize: MOST_CHARACTERS,
    sizeCalculation: (_, text) => text.length + 1,
  });
  app.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.url !== '/graphql') return;
    const text = textOf(request.body) ?? textOf(request.query);
    if (text === undefined || passed.has(text)) return;
    const document = parsed(text);
    const error = document && checkDocument(document);
    if (error) {
      reply.code(400).header('content-type', 'application/json; charset=utf-8');
      return reply.send(JSON.stringify({ errors: [error] }));
    }
    passed.set(text, true);
    return undefined;
  });
}

function textOf(requested: unknown): string | undefined {
  if (typeof requested !== 'object' || requested === null || !('query' in requested)) return undefined;
  return typeof requested.query === 'string' ? requested.query : undefined;
}

function parsed(text: string): DocumentNode | undefined {
  try {
    return parse(text, { maxTokens: LIMITS.tokens, noLocation: true });
  } catch {
    return undefined;
  }
}
