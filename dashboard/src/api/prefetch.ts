import type { TrustedDocument } from './document.ts';
import { queries } from './queries.ts';
import { queryOf } from './query-of.ts';

/**
 * Asks before a page needs it (a pointer rests on a link, an address is about to change). Fulfilled when the answer is
 * cached, at once where a young one is; a failure is left to the page, which asks again and says so.
 */
export function prefetch<Data, Variables>(
  document: TrustedDocument<Data, Variables>,
  variables: Variables,
): Promise<void> {
  return queries.prefetchQuery(queryOf(document, variables));
}

/** Whether any answer is cached, however old. */
export function isCached<Data, Variables>(document: TrustedDocument<Data, Variables>, variables: Variables): boolean {
  return queries.getQueryData(queryOf(document, variables).queryKey) !== undefined;
}
