import { createRequest, type AnyVariables, type TypedDocumentNode } from '@urql/core';
import { watch } from 'vue';
import { client, generation, trusted } from './client.ts';

/** An answer this young is shown as it is; an older one is shown and asked again. */
const FRESH_MS = 3_000;

interface Asked {
  readonly done: Promise<void>;
  /** When the answer came; null: not yet, or it failed. */
  at: number | null;
}

const asked = new Map<number, Asked>();
watch(generation, () => asked.clear());
/** Keys of every query answered so far: the client's cache holds the answers. */
const answered = new Set<number>();

const keyOf = <Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): number => createRequest(trusted(document), variables).key;

const isYoung = (one: Asked): boolean => one.at !== null && performance.now() - one.at < FRESH_MS;

/**
 * Asks a query before its page needs it (a pointer rests on a link, an address is about to change). Fulfilled when the
 * answer is held, at once where one is; a failure is left to the page, which asks again and says so.
 */
export function askAhead<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<void> {
  const key = keyOf(document, variables);
  const known = asked.get(key);
  if (known && (known.at === null || isYoung(known))) return known.done;
  const one: Asked = {
    at: null,
    done: client
      .query(trusted(document), variables, { requestPolicy: 'network-only' })
      .toPromise()
      .then((result) => {
        if (result.error) asked.delete(key);
        else {
          one.at = performance.now();
          answered.add(key);
        }
      }),
  };
  asked.set(key, one);
  return one.done;
}

/** Remembers that an answer is held. */
export function noteAnswer<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): void {
  answered.add(keyOf(document, variables));
}

/** Whether any answer is held, however old. */
export function isHeld<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): boolean {
  return answered.has(keyOf(document, variables));
}

/** What was asked ahead: null, nothing that still counts; otherwise fulfilled when its answer is held. */
export function askedAhead<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): { readonly ready: boolean; readonly done: Promise<void> } | null {
  const known = asked.get(keyOf(document, variables));
  if (!known) return null;
  if (known.at === null) return { ready: false, done: known.done };
  return isYoung(known) ? { ready: true, done: known.done } : null;
}
