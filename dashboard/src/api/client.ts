import {
  cacheExchange,
  Client,
  fetchExchange,
  makeOperation,
  mapExchange,
  type Exchange,
  type Operation,
  type TypedDocumentNode,
} from '@urql/core';
import type { DocumentNode } from 'graphql';
import { shallowRef } from 'vue';
import { onPush } from 'wonka';
import { transport } from './transport.ts';
import { underWay } from './under-way.ts';

const documents = new WeakMap<object, object>();

/**
 * The generated document carries only its hash; this is the form the client sends as `documentId`
 * (GraphQL over HTTP, persisted documents).
 */
export function trusted<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  operation: 'query' | 'mutation' = 'query',
): TypedDocumentNode<Data, Variables> {
  const known = documents.get(document);
  if (known) return known as TypedDocumentNode<Data, Variables>;
  const { __meta__: meta } = document as unknown as { __meta__: { hash: string } };
  // The client reads the kind of operation from the document; the rest of it is on the server
  const definition = { kind: 'OperationDefinition', operation, selectionSet: { kind: 'SelectionSet', selections: [] } };
  const sent = { kind: 'Document', definitions: [definition], documentId: meta.hash } as unknown as DocumentNode;
  documents.set(document, sent);
  return sent;
}

/** Under `pnpm dev` the text goes instead of the hash: an operation may be newer than the server's list. */
const withText: typeof fetch = async (input, init) => {
  const { default: texts } = await import('../generated/persisted-documents.json');
  const body = JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as { documentId?: string };
  const { documentId, ...rest } = body;
  const query = (texts as Record<string, string>)[documentId?.replace(/^sha256:/, '') ?? ''];
  return transport(input, { ...init, body: JSON.stringify(query === undefined ? body : { ...rest, query }) });
};

/** How to say that an operation is over, by its key. */
const running = new Map<number, () => void>();

function over(key: number): void {
  running.get(key)?.();
  running.delete(key);
}

/** The last step before the network: a document without a definition is what makes the client send its id. */
const idOnly = mapExchange({
  onOperation: (operation) => {
    over(operation.key);
    const { documentId = '' } = operation.query as { documentId?: string };
    running.set(operation.key, underWay(`operation ${documentId.slice(7, 15)}`));
    return makeOperation(
      operation.kind,
      { ...operation, query: { ...operation.query, definitions: [] } },
      operation.context,
    );
  },
  onResult: ({ operation }) => over(operation.key),
});

/** An operation that is called off has no result; `mapExchange` does not hear of it. */
const calledOff: Exchange =
  ({ forward }) =>
  (operations) =>
    forward(onPush(({ kind, key }: Operation) => (kind === 'teardown' ? over(key) : undefined))(operations));

/** The only client. What is held is shown at once and asked again, so that no stale figure stays on a page. */
export const client = new Client({
  url: '/graphql',
  exchanges: [cacheExchange, idOnly, calledOff, fetchExchange],
  requestPolicy: 'cache-and-network',
  preferGetMethod: false,
  fetch: import.meta.env.MODE === 'development' ? withText : transport,
});

/** Counts up when everything on screen must be asked again (an import was accepted). */
export const generation = shallowRef(0);

/** Asks every operation on screen again. */
export function refreshAll(): void {
  generation.value += 1;
}
