import { AsyncLocalStorage } from 'node:async_hooks';
import type { Places } from './places.ts';

/** On whose behalf statements are sent. */
export interface Caller {
  /** Aborted when the answer is not wanted any more: what runs is cancelled, what is not sent yet is not sent. */
  readonly signal?: AbortSignal | undefined;
  /** What it and others together may take of the pool; undefined for all of it. */
  readonly connections?: Places | undefined;
}

const callers = new AsyncLocalStorage<Caller | undefined>();

/** Runs `work` on behalf of a caller; undefined for work that everybody shares and no one may cancel. */
export const onBehalfOf = <T>(caller: Caller | undefined, work: () => T): T => callers.run(caller, work);

/** Whose work this is; undefined when it is no one's in particular. */
export const currentCaller = (): Caller | undefined => callers.getStore();
