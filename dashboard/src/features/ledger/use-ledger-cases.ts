import { computed } from 'vue';
import { useRoute } from 'vue-router';
import { useAddress } from '../../address/use-address.ts';
import { sortCases, sortFromAddress } from './ledger-columns.ts';
import { filterFromAddress, matches, one } from './ledger-filter.ts';
import { useAllCases } from './use-all-cases.ts';

/** The cases that the address asks for, filtered and sorted: the ledger shows them, the case page walks through them. */
export function useLedgerCases() {
  const route = useRoute();
  const { variables } = useAddress();
  const filter = computed(() => filterFromAddress(route.query));
  const sort = computed(() => sortFromAddress(one(route.query, 'sort')));
  const all = useAllCases(() => {
    const { countedIn, changedBy } = filter.value;
    return { ...variables.value, countedIn, changedBy };
  });
  const shown = computed(() =>
    sortCases(
      all.cases.value.filter((item) => matches(item, filter.value)),
      sort.value,
    ),
  );
  return { filter, sort, all, shown };
}
