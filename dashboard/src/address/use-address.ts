import { computed, type ComputedRef } from 'vue';
import { useRoute, useRouter, type RouteLocationRaw } from 'vue-router';
import { carriedQuery, readAddress, reportVariables, type Address, type ReportVariables } from './address.ts';

/** Pages of one unit in one campaign. */
type UnitPage = 'overview' | 'wallchart' | 'ledger' | 'circulars' | 'reminders' | 'briefing' | 'poster';

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The address as reactive state, and links that keep it. */
export function useAddress() {
  const route = useRoute();
  const router = useRouter();
  const address: ComputedRef<Address> = computed(() => readAddress(route.params, route.query));
  const variables = computed<ReportVariables>(() => reportVariables(address.value));

  const query = (more: Query): Record<string, string | string[]> => {
    const all: Record<string, string | readonly string[] | undefined> = { ...carriedQuery(route.query), ...more };
    const kept = Object.entries(all).filter(([, value]) => value !== undefined && value.length > 0);
    return Object.fromEntries(
      kept.map(([key, value]) => [key, typeof value === 'string' ? value : [...(value ?? [])]]),
    );
  };

  return {
    address,
    variables,
    /** Link to a page of a unit (default: this one), carrying day, known-at, tree and language on. */
    unitLink: (page: UnitPage, code?: string, more: Query = {}): RouteLocationRaw => ({
      name: page,
      params: { campaign: address.value.campaign, code: code ?? address.value.code },
      query: query(more),
    }),
    /** Link to a case of this campaign. */
    caseLink: (caseNo: string, code?: string): RouteLocationRaw => ({
      name: 'case',
      params: { campaign: address.value.campaign, code: code ?? address.value.code, caseNo },
      query: query({}),
    }),
    /** Link to a circular, at the unit that it is about. */
    circularLink: (id: string, code: string): RouteLocationRaw => ({
      name: 'circular',
      params: { campaign: address.value.campaign, code, id },
      query: query({}),
    }),
    /** Changes the query of this view (undefined drops a key); a step in the browser's history. */
    set: (change: Readonly<Record<string, string | readonly string[] | undefined>>, replace = false) => {
      const merged = { ...route.query, ...change } as Record<string, string | string[] | undefined>;
      const to = { params: route.params, query: merged };
      return replace ? router.replace(to) : router.push(to);
    },
  };
}
