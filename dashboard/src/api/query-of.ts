import type { TrustedDocument } from './document.ts';
import { request } from './request.ts';

/** An operation with its variables as a query of the cache. */
export function queryOf<Data, Variables>(document: TrustedDocument<Data, Variables>, variables: Variables) {
  return {
    queryKey: [document.hash, variables] as const,
    queryFn: ({ signal }: { readonly signal: AbortSignal }): Promise<Data> => request(document, variables, signal),
  };
}
