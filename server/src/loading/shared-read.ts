import { onBehalfOf } from '@wallchart/db';

/**
 * Lets callers share a read that begins after each of them called: who comes while one is under way waits for the next,
 * since that one may have looked already.
 */
export function sharedRead<T>(read: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  return () => {
    next ??= running.then(() => {
      const started = onBehalfOf(undefined, read);
      running = started.catch(() => undefined);
      next = undefined;
      return started;
    });
    return next;
  };
}
