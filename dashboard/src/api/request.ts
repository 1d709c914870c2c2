import type { TrustedDocument } from './document.ts';
import { RequestError, toFailure, type Failure } from './failure.ts';
import { queries } from './queries.ts';
import { transport } from './transport.ts';
import { during } from './under-way.ts';

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: unknown } }[];
}

/** Under `pnpm dev` the text goes instead of the digest: an operation may be newer than the server's list. */
async function operationOf({ hash }: TrustedDocument<unknown, never>): Promise<object> {
  if (import.meta.env.MODE !== 'development') return { documentId: hash };
  const { default: texts } = await import('../generated/persisted-documents.json');
  return { query: (texts as Readonly<Record<string, string>>)[hash.replace(/^sha256:/, '')] };
}

/**
 * The data of an answer, whatever its status.
 *
 * @throws RequestError for an answer with an error, and for one that is not of GraphQL
 */
export async function dataOf<Data>(response: Response): Promise<Data> {
  const answer = (await response.json().catch(() => null)) as Answer<Data> | null;
  const [error] = answer?.errors ?? [];
  const code = error?.extensions?.code;
  if (error) throw new RequestError(typeof code === 'string' ? code : 'INTERNAL', error.message);
  if (!answer?.data) throw new RequestError('NETWORK', response.statusText);
  return answer.data;
}

async function post<Data, Variables>(
  document: TrustedDocument<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  const response = await transport('/graphql', {
    method: 'POST',
    headers: { accept: 'application/graphql-response+json, application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ ...(await operationOf(document)), variables }),
    signal,
  });
  return dataOf(response);
}

/**
 * Sends an operation (GraphQL over HTTP, persisted documents).
 *
 * @throws RequestError, or what aborting the signal throws
 */
export function request<Data, Variables>(
  document: TrustedDocument<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  return during(`operation ${document.hash.slice(7, 15)}`, post(document, variables, signal));
}

export type Outcome<Data> =
  | { readonly data: Data; readonly failure: null }
  | { readonly data: null; readonly failure: Failure };

/** Asks once, past everything cached; the answer or its failure, never a throw. */
export async function fetchOnce<Data, Variables>(
  document: TrustedDocument<Data, Variables>,
  variables: Variables,
): Promise<Outcome<Data>> {
  try {
    return { data: await request(document, variables), failure: null };
  } catch (error) {
    return { data: null, failure: toFailure(error) };
  }
}

/** Runs a mutation. What is cached counts as old from then on: a page that opens asks again. */
export async function mutate<Data, Variables>(
  document: TrustedDocument<Data, Variables>,
  variables: Variables,
): Promise<Outcome<Data>> {
  const outcome = await fetchOnce(document, variables);
  void queries.invalidateQueries({ refetchType: 'none' });
  return outcome;
}
