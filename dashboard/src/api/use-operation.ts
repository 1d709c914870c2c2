import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { onScopeDispose, shallowRef, toValue, watch, type MaybeRefOrGetter, type ShallowRef } from 'vue';
import { afterPaint } from './after-paint.ts';
import { askedAhead, noteAnswer } from './ahead.ts';
import { client, generation, trusted } from './client.ts';
import { toFailure, type Failure } from './failure.ts';

/** A running operation: what came, what failed, and how to ask again. */
export interface Operation<Data> {
  /** The last answer; kept while the next one loads, dropped when that fails. */
  readonly data: Readonly<ShallowRef<Data | undefined>>;
  readonly error: Readonly<ShallowRef<Failure | null>>;
  /** No answer for these variables yet. */
  readonly loading: Readonly<ShallowRef<boolean>>;
  readonly retry: () => void;
}

export interface OperationOptions {
  /** Asked only after the frame that shows what comes first: the server and the processor do that first. */
  readonly afterPaint?: boolean;
}

/** The answer on screen stays the same object while its figures do: nothing is drawn again for it. */
function changed(held: unknown, given: unknown): boolean {
  return held === undefined || JSON.stringify(held) !== JSON.stringify(given);
}

/**
 * Runs a query whenever its variables change; null variables: not now.
 * @param document a document of src/generated/graphql.ts
 */
export function useOperation<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: MaybeRefOrGetter<Variables | null>,
  options: OperationOptions = {},
): Operation<Data> {
  const data = shallowRef<Data>();
  const error = shallowRef<Failure | null>(null);
  const loading = shallowRef(true);
  const attempt = shallowRef(0);
  let stop = (): void => undefined;

  const ask = (given: Variables, held: boolean): void => {
    const policy = held ? 'cache-first' : 'cache-and-network';
    const subscription = client.query(trusted(document), given, { requestPolicy: policy }).subscribe((result) => {
      if (result.error) {
        data.value = undefined;
        error.value = toFailure(result.error);
      } else if (result.data !== undefined) {
        if (changed(data.value, result.data)) data.value = result.data;
        error.value = null;
        noteAnswer(document, given);
      }
      loading.value = false;
    });
    stop = () => subscription.unsubscribe();
  };
  const run = (given: Variables | null): void => {
    stop();
    if (given === null) return;
    loading.value = true;
    const ahead = askedAhead(document, given);
    if (ahead?.ready === true) ask(given, true);
    else if (ahead) {
      let over = false;
      stop = () => (over = true);
      void ahead.done.then(() => over || ask(given, askedAhead(document, given) !== null));
    } else if (options.afterPaint === true) stop = afterPaint(() => ask(given, false));
    else ask(given, false);
  };

  watch([() => JSON.stringify(toValue(variables)), attempt, generation], () => run(toValue(variables)), {
    immediate: true,
  });
  onScopeDispose(() => stop());
  return { data, error, loading, retry: () => (attempt.value += 1) };
}

/** Runs a mutation or a one-off query; the answer or its failure, never a throw. */
export async function runOperation<Data, Variables extends AnyVariables>(
  kind: 'query' | 'mutation',
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<{ data: Data; failure: null } | { data: null; failure: Failure }> {
  const sent = trusted(document, kind);
  const result =
    kind === 'query'
      ? await client.query(sent, variables, { requestPolicy: 'network-only' }).toPromise()
      : await client.mutation(sent, variables).toPromise();
  if (result.error) return { data: null, failure: toFailure(result.error) };
  if (result.data === undefined) return { data: null, failure: { code: 'INTERNAL', message: '' } };
  return { data: result.data, failure: null };
}
