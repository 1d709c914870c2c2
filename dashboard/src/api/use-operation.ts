import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, onScopeDispose, shallowRef, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue';
import { afterPaint } from './after-paint.ts';
import type { TrustedDocument } from './document.ts';
import { toFailure, type Failure } from './failure.ts';
import { queries } from './queries.ts';
import { queryOf } from './query-of.ts';

/** A running operation: what came, what failed, and how to ask again. */
export interface Operation<Data> {
  /** The last answer; kept while the next one loads, dropped when that fails. The same object while its figures stay. */
  readonly data: Readonly<Ref<Data | undefined>>;
  readonly error: Readonly<Ref<Failure | null>>;
  /** No answer for these variables yet. */
  readonly loading: Readonly<Ref<boolean>>;
  readonly retry: () => void;
}

interface OperationOptions {
  /** Asked only after the frame that shows what comes first: the server and the processor do that first. */
  readonly afterPaint?: boolean;
}

/** The value, each time only after the next paint; null until then. */
function usePainted<T>(value: () => T | null): Readonly<Ref<T | null>> {
  const painted = shallowRef<T | null>(null);
  let cancel = (): void => undefined;
  watch(
    () => JSON.stringify(value()),
    () => {
      cancel();
      const given = value();
      if (given === null) painted.value = null;
      else cancel = afterPaint(() => (painted.value = given));
    },
    { immediate: true },
  );
  onScopeDispose(() => cancel());
  return painted;
}

/**
 * Runs a query whenever its variables change; null variables: not now.
 * @param document a document of src/generated/graphql.ts
 */
export function useOperation<Data, Variables>(
  document: TrustedDocument<Data, Variables>,
  variables: MaybeRefOrGetter<Variables | null>,
  options: OperationOptions = {},
): Operation<Data> {
  const wanted = (): Variables | null => toValue(variables);
  const requested = options.afterPaint === true ? usePainted(wanted) : computed(wanted);
  const query = useQuery<Data, unknown, Data>(
    computed(() => ({
      ...queryOf(document, requested.value as Variables),
      enabled: requested.value !== null,
      placeholderData: keepPreviousData,
      shallow: true,
    })),
    queries,
  );
  const { data, error, isFetching, isPending, isPlaceholderData, isError } = query;
  const isCurrent = computed(() => JSON.stringify(requested.value) === JSON.stringify(wanted()));
  return {
    data: computed(() => (isError.value ? undefined : data.value)),
    error: computed(() => (isError.value ? toFailure(error.value) : null)),
    loading: computed(() =>
      wanted() === null
        ? data.value === undefined
        : !isCurrent.value || isPending.value || isPlaceholderData.value || (isError.value && isFetching.value),
    ),
    retry: () => {
      if (requested.value !== null) void query.refetch();
    },
  };
}
