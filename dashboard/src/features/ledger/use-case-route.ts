import { useRoute, type RouteLocationRaw } from 'vue-router';

/** Link to a case that keeps the whole query, so that the case knows the list it was opened from. */
export function useCaseRoute() {
  const route = useRoute();
  return (caseNo: string): RouteLocationRaw => ({
    name: 'case',
    params: { campaign: route.params['campaign'], code: route.params['code'], caseNo },
    query: route.query,
  });
}
