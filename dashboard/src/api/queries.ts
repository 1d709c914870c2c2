import { notifyManager, QueryClient } from '@tanstack/vue-query';

/** An answer this young is shown as it is; an older one is shown and asked again. */
const FRESH_MS = 3_000;
/** Answers that no page shows are kept this long. */
const KEPT_MS = 30 * 60_000;

/** Every answer that is cached. What is cached is shown at once and asked again, so that no old figure stays on a page. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      gcTime: KEPT_MS,
      retry: false,
      // The server may be this machine, and a briefing file needs none.
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
  },
});

// In the task in which an answer came: the page is not idle before it shows it.
notifyManager.setScheduler(queueMicrotask);

/** Asks for everything on screen again (an import was accepted). */
export function refreshAll(): void {
  void queries.invalidateQueries();
}
