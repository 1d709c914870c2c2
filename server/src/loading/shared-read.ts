import { onBehalfOf } from '@wallchart/db';

/**
 * Lets callers share a read. Every caller gets a read that began after its call, so a caller that arrives while one is
 * running waits for the next.
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
