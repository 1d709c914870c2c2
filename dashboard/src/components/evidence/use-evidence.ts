import { computed } from 'vue';
import { useRoute, type RouteLocationRaw } from 'vue-router';
import { useAddress } from '../../address/use-address.ts';
import { CLOSED, evidenceQuery, ledgerQuery, readEvidence, type EvidenceRequest } from './evidence-address.ts';

/** Links from figures to the rows behind them: the ledger for cases, the drawer for everything else. */
export function useEvidence() {
  const route = useRoute();
  const { address, unitLink, set } = useAddress();
  const request = computed(() => (address.value.code === '' ? null : readEvidence(route.query)));

  const drawerLink = (wanted: EvidenceRequest): RouteLocationRaw => {
    const query = { ...route.query, ...CLOSED, ...evidenceQuery(wanted) };
    return {
      params: route.params,
      query: Object.fromEntries(Object.entries(query).filter(([, v]) => v !== undefined)),
    };
  };

  return {
    /** What the drawer shows; null: closed. */
    request,
    drawerLink,
    /** The way to the rows of a figure. */
    rowsLink: (id: EvidenceRequest['id'], more: Omit<EvidenceRequest, 'id'> = {}): RouteLocationRaw => {
      const wanted = { id, ...more };
      const inLedger = ledgerQuery(wanted);
      return inLedger ? unitLink('ledger', more.code, inLedger) : drawerLink(wanted);
    },
    close: () => set(CLOSED),
  };
}
