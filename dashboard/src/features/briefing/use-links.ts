import { useRoute, type RouteLocationRaw } from 'vue-router';
import { useAddress } from '../../address/use-address.ts';
import type { Way } from '@wallchart/charts/cards';
import { useEvidence } from '../../components/evidence/use-evidence.ts';
import { embedded } from './embedded.ts';
import { hasParts, readScreen } from './screens.ts';

/** Where things lead: units to their own briefing on the same screen; figures to their rows, which a file has not. */
export function useLinks() {
  const route = useRoute();
  const { unitLink, caseLink } = useAddress();
  const { rowsLink } = useEvidence();
  const holds = (code: string): boolean => embedded.value === null || Object.hasOwn(embedded.value.digests, code);
  const toUnit = (code: string): RouteLocationRaw | null =>
    holds(code)
      ? // A village opens on its case: its other screens say little of one organisation.
        unitLink('briefing', code, { screen: hasParts(code) ? readScreen(route.query['screen']) : undefined })
      : null;
  return {
    toUnit,
    toCase: (caseNo: string, code: string): RouteLocationRaw | null =>
      embedded.value === null ? caseLink(caseNo, code) : null,
    /** Where a mark or cell of a chart leads. */
    toWay: (way: Way | null | undefined): RouteLocationRaw | null => {
      if (!way) return null;
      if (way.to === 'unit') return toUnit(way.code);
      if (embedded.value !== null) return null;
      if (way.to === 'rectified') return unitLink('ledger', undefined, { countedIn: 'RECTIFIED', asOf: way.day });
      const { id, code, part, den } = way;
      return rowsLink(id, { ...(code ? { code } : {}), ...(part ? { part } : {}), ...(den ? { den } : {}) });
    },
  };
}
