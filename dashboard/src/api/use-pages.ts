import { keepPreviousData, useInfiniteQuery, type InfiniteData } from '@tanstack/vue-query';
import { computed, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue';
import type { TrustedDocument } from './document.ts';
import { toFailure, type Failure } from './failure.ts';
import { queries } from './queries.ts';
import { request } from './request.ts';

/** A page of a list as the API answers it. */
export interface Page<Edge> {
  readonly totalCount: number;
  readonly edges: readonly Edge[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/** A list that is asked for page by page. */
export interface Pages<Data, Edge> {
  /** The answer with the first page. */
  readonly first: Readonly<Ref<Data | undefined>>;
  /** What has come so far, in the order of the list. */
  readonly edges: Readonly<Ref<readonly Edge[]>>;
  /** How many there are in all, null before the first answer. */
  readonly total: Readonly<Ref<number | null>>;
  /** Whether all have come. */
  readonly complete: Readonly<Ref<boolean>>;
  readonly loading: Readonly<Ref<boolean>>;
  readonly error: Readonly<Ref<Failure | null>>;
  /** Why the next page did not come, where the first did. */
  readonly moreError: Readonly<Ref<Failure | null>>;
  /** Asks for the next page, if there is one. */
  readonly more: () => Promise<void>;
  /** Asks for all pages that are still to come. */
  readonly rest: () => Promise<void>;
  readonly retry: () => void;
}

interface PagesOptions {
  /** Every page is asked for without being told to. */
  readonly whole?: boolean;
  /** What is on screen goes as soon as another list is wanted, instead of staying until that has come. */
  readonly dropPrevious?: boolean;
}

type Cursor = string | null;

/** A list as a query of the cache. */
function queryOfPages<Data, Variables>(
  document: TrustedDocument<Data, Variables>,
  variables: Omit<Variables, 'after'> | null,
  pageOf: (data: Data) => Page<unknown> | null | undefined,
) {
  return {
    queryKey: [document.hash, 'pages', variables] as const,
    queryFn: ({ pageParam, signal }: { readonly pageParam: Cursor; readonly signal: AbortSignal }) =>
      request(document, { ...variables, after: pageParam } as Variables, signal),
    initialPageParam: null as Cursor,
    // A cursor that comes again ends the list.
    getNextPageParam: (last: Data, _all: readonly Data[], cursor: Cursor) => {
      const { hasNextPage = false, endCursor = null } = pageOf(last)?.pageInfo ?? {};
      return hasNextPage && endCursor !== cursor ? endCursor : null;
    },
  };
}

/**
 * Runs a query over a list whenever its variables change; null variables: not now. A list that is cached is shown at once
 * and requested again, up to where it had come.
 *
 * @param pageOf finds the list in an answer; null where the answer has none, which is the failure UNKNOWN_UNIT
 */
export function usePages<Data, Variables extends { after?: Cursor }, Edge>(
  document: TrustedDocument<Data, Variables>,
  variables: MaybeRefOrGetter<Omit<Variables, 'after'> | null>,
  pageOf: (data: Data) => Page<Edge> | null | undefined,
  options: PagesOptions = {},
): Pages<Data, Edge> {
  const wanted = computed(() => toValue(variables));
  const query = useInfiniteQuery<Data, unknown, InfiniteData<Data>, readonly unknown[], Cursor>(
    computed(() => ({
      ...queryOfPages(document, wanted.value, pageOf),
      enabled: wanted.value !== null,
      placeholderData: options.dropPrevious === true ? undefined : keepPreviousData,
      shallow: true,
    })),
    queries,
  );
  const { data, error, isError, isFetching, isFetchingNextPage, isFetchNextPageError, hasNextPage } = query;
  const pages = computed(() => data.value?.pages ?? []);
  const lists = computed(() => pages.value.flatMap((page) => pageOf(page) ?? []));
  /** A list that is being asked for again comes first; a page that is on its way is waited for. */
  const next = async () => {
    if (isFetching.value && !isFetchingNextPage.value) await query.fetchNextPage({ cancelRefetch: false });
    return query.fetchNextPage({ cancelRefetch: false });
  };

  const goesOn = computed(() => hasNextPage.value && !isFetching.value && !isError.value);
  if (options.whole === true) watch([goesOn, pages], () => goesOn.value && next(), { immediate: true });

  const failure = computed(() => {
    if (isError.value) return toFailure(error.value);
    const found = data.value !== undefined && lists.value.length === 0;
    return found ? { code: 'UNKNOWN_UNIT', message: '' } : null;
  });
  const isLater = computed(() => isFetchNextPageError.value && options.whole !== true);
  return {
    first: computed(() => pages.value[0]),
    edges: computed(() => lists.value.flatMap((page) => page.edges)),
    total: computed(() => lists.value[0]?.totalCount ?? null),
    complete: computed(() => lists.value.length > 0 && !hasNextPage.value && !query.isPlaceholderData.value),
    loading: computed(
      () => query.isPending.value || query.isPlaceholderData.value || (isError.value && isFetching.value),
    ),
    error: computed(() => (isLater.value ? null : failure.value)),
    moreError: computed(() => (isLater.value && !isFetchingNextPage.value ? failure.value : null)),
    more: async () => void (hasNextPage.value && (await next())),
    rest: async () => {
      for (let goesOn = hasNextPage.value; goesOn;) {
        const now = await next();
        goesOn = now.hasNextPage && !now.isError;
      }
    },
    retry: () => {
      if (wanted.value !== null) void query.refetch();
    },
  };
}
