import { AsyncLocalStorage } from 'node:async_hooks';
import type { Places } from './places.ts';
import type { About, Reads } from './reads.ts';

/** On whose behalf statements are sent. */
export interface Caller {
  /** Aborted when the answer is not wanted any more: what runs is cancelled, what is not sent yet is not sent. */
  readonly signal?: AbortSignal | undefined;
  /** What it and others together may take of the pool; undefined for all of it. */
  readonly connections?: Places | undefined;
  /** Where it is kept what the answer is read from; undefined where no one wants to know. */
  readonly reads?: Reads | undefined;
}

const callers = new AsyncLocalStorage<{ readonly caller: Caller | undefined; readonly reads: Reads | undefined }>();

/** Runs `work` on behalf of a caller; undefined for work that everybody shares and no one may cancel. */
export const onBehalfOf = <T>(caller: Caller | undefined, work: () => T): T =>
  callers.run({ caller, reads: caller?.reads }, work);

/** Whose work this is; undefined when it is no one's in particular. */
export const currentCaller = (): Caller | undefined => callers.getStore()?.caller;

/** Notes what the answer under way depends on. A statement that no one declares depends on everything. */
export const noteRead = (about: About): void => callers.getStore()?.reads?.note(about);

/** Runs `work`, whose statements read what concerns these units and nothing else. */
export function readAbout<T>(about: About, work: () => T): T {
  noteRead(about);
  return callers.run({ caller: currentCaller(), reads: undefined }, work);
}
