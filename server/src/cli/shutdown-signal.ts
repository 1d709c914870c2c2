import { launchersAlive } from './launchers.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** A terminal signals the whole group, and a parent may pass the same signal on: that is one request, not two. */
const SAME_WISH_MS = 1000;
const LOOK_AT_PARENT_MS = 1000;

export interface Stopping {
  /** Aborted as soon as a stop is asked for, so that a long step of the start can end early. */
  readonly signal: AbortSignal;
  /** Resolves with null when asked to stop, or with the reason when something failed. */
  readonly requested: Promise<string | null>;
  readonly fail: (reason: string) => void;
}

/**
 * Watches for a request to stop: Ctrl-C, SIGTERM, a closed terminal, the death of the process that started us. A second
 * signal ends the process at once.
 */
export function shutdownSignal(note: (line: string) => void): Stopping {
  const abort = new AbortController();
  const { promise: requested, resolve } = Promise.withResolvers<string | null>();
  let since: number | undefined;
  const stop = (reason: string | null): void => {
    since ??= performance.now();
    abort.abort();
    resolve(reason);
  };
  for (const name of SIGNALS) {
    process.on(name, () => {
      if (since === undefined) {
        note('Stopping …');
        stop(null);
      } else if (performance.now() - since > SAME_WISH_MS) {
        note('Stopped by force.');
        process.exit(1);
      }
    });
  }
  const alive = launchersAlive();
  setInterval(() => alive() || stop(null), LOOK_AT_PARENT_MS).unref();
  return { signal: abort.signal, requested, fail: stop };
}
