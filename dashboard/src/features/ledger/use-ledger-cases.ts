import { computed } from 'vue';
import { useRoute } from 'vue-router';
import { useAddress } from '../../address/use-address.ts';
import { one } from '../../address/query.ts';
import { useOperation } from '../../api/use-operation.ts';
import { usePages } from '../../api/use-pages.ts';
import { LedgerCasesDocument, LedgerCountsDocument } from '../../generated/graphql.ts';
import { caseOrder, sortFromAddress } from './ledger-columns.ts';
import { caseFilter, filterFromAddress, scopeOf } from './ledger-filter.ts';
import { totalOf } from './ledger-options.ts';

const PAGE = 100;

/** The list that an address asks for, as operations take it. */
export function useCaseList() {
  const route = useRoute();
  const filter = computed(() => filterFromAddress(route.query));
  const sort = computed(() => sortFromAddress(one(route.query, 'sort')));
  return { filter, sort, list: computed(() => ({ filter: caseFilter(filter.value), orderBy: caseOrder(sort.value) })) };
}

/** The cases that the address asks for, page by page, and how many there are of each kind without its conditions. */
export function useLedgerCases() {
  const { variables } = useAddress();
  const { filter, sort, list } = useCaseList();
  const pages = usePages(
    LedgerCasesDocument,
    () => ({ ...variables.value, ...list.value, first: PAGE }),
    (answer) => answer.orgUnit?.report.cases,
  );
  const operation = useOperation(LedgerCountsDocument, () => ({ ...variables.value, filter: scopeOf(filter.value) }));
  const counts = computed(() => operation.data.value?.orgUnit?.report.caseCounts ?? null);
  return {
    filter,
    sort,
    counts: computed(() => counts.value ?? []),
    /** Without conditions; null before the first answer. */
    total: computed(() => counts.value && totalOf(counts.value)),
    cases: computed(() => pages.edges.value.map(({ node }) => node)),
    /** With them. */
    found: pages.total,
    loading: pages.loading,
    failure: computed(() => pages.error.value ?? pages.moreError.value ?? operation.error.value),
    more: pages.more,
    rest: pages.rest,
    retry: (): void => {
      pages.retry();
      operation.retry();
    },
  };
}
