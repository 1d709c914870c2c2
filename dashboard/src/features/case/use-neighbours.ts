import { computed } from 'vue';
import { useRoute, type RouteLocationRaw } from 'vue-router';
import { useCaseRoute } from '../ledger/use-case-route.ts';
import { useLedgerCases } from '../ledger/use-ledger-cases.ts';
import { neighboursOf } from './neighbours.ts';

/** Previous and next case of the ledger as the address filters and sorts it. */
export function useNeighbours() {
  const route = useRoute();
  const caseRoute = useCaseRoute();
  const { all, shown } = useLedgerCases();
  const found = computed(() =>
    neighboursOf(
      String(route.params['caseNo'] ?? ''),
      shown.value.map((item) => item.caseNo),
    ),
  );
  const link = (caseNo: string | null): RouteLocationRaw | null => (caseNo === null ? null : caseRoute(caseNo));
  return {
    at: computed(() => found.value.at),
    total: computed(() => shown.value.length),
    previous: computed(() => link(found.value.previous)),
    next: computed(() => link(found.value.next)),
    outside: computed(() => all.complete.value && found.value.at === null),
  };
}
