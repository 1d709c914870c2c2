/** Fetching a connection to its end, page by page. */

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  /** Cursor of the next page, null after the last. */
  readonly next: string | null;
}

export type Loaded<T, F> =
  | { readonly kind: 'page'; readonly items: readonly T[]; readonly total: number; readonly complete: boolean }
  | { readonly kind: 'failed'; readonly failure: F };

/**
 * Yields all that is loaded so far after each page, until the last page or a failure. A cursor that repeats itself ends
 * the loading instead of running for ever.
 */
export async function* loadPages<T, F>(
  fetchPage: (after: string | null) => Promise<{ page: Page<T> } | { failure: F }>,
): AsyncGenerator<Loaded<T, F>, void, void> {
  const items: T[] = [];
  const asked = new Set<string>();
  for (let after: string | null = null; ;) {
    const answer: { page: Page<T> } | { failure: F } = await fetchPage(after);
    if ('failure' in answer) {
      yield { kind: 'failed', failure: answer.failure };
      return;
    }
    const { page } = answer;
    items.push(...page.items);
    const ended = page.next === null || asked.has(page.next);
    yield { kind: 'page', items: [...items], total: page.total, complete: ended };
    if (ended) return;
    after = page.next;
    asked.add(after);
  }
}
