import { computed, provide, shallowRef, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useAddress } from '../../address/use-address.ts';
import { isCached } from '../../api/prefetch.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useMetricLabels } from '../../components/use-metric-labels.ts';
import { useReportContext } from '../../components/use-report-context.ts';
import { OverviewHeadDocument, type OverviewHeadQuery } from '../../generated/graphql.ts';
import { setPageTitle } from '../../page/use-page-focus.ts';
import { OVERVIEW_PLACE } from './overview-key.ts';

const VILLAGE = 5;

export type OverviewUnit = NonNullable<OverviewHeadQuery['orgUnit']>;
export type OverviewCase = OverviewUnit['report']['all']['edges'][number]['node'];

/** The part of page 1 that everything else stands under: the unit, its figures, its cases, its parts. */
export function useOverview() {
  const { variables, unitLink } = useAddress();
  const router = useRouter();
  const route = useRoute();
  const returned = shallowRef(isCached(OverviewHeadDocument, variables.value));
  watch(
    () => variables.value.code,
    () => (returned.value = true),
    { flush: 'sync' },
  );
  const head = useOperation(OverviewHeadDocument, () => variables.value);
  const { ready } = useMetricLabels();
  const unit = computed<OverviewUnit | null>(() => (ready.value ? (head.data.value?.orgUnit ?? null) : null));
  const cases = computed<OverviewCase[]>(() => unit.value?.report.all.edges.map(({ node }) => node) ?? []);
  const isVillage = computed(() => unit.value?.level === VILLAGE);
  const context = useReportContext(() => unit.value?.name ?? '');

  provide(OVERVIEW_PLACE, {
    unitName: computed(() => unit.value?.name ?? ''),
    unitLevel: computed(() => unit.value?.level ?? 3),
    line: context.line,
  });
  watch(unit, (found) => found && setPageTitle(found.name), { immediate: true });
  // A village is its case; the step stays out of the history, so that back leads to the town.
  watch([isVillage, cases], () => {
    const [only] = cases.value;
    if (!isVillage.value || !only || cases.value.length !== 1 || unit.value?.code !== variables.value.code) return;
    const params = { campaign: variables.value.campaign, code: variables.value.code, caseNo: only.caseNo };
    void router.replace({ name: 'case', params, query: route.query });
  });

  return {
    ...head,
    /** Its figures were cached when the page was opened, or it has shown another unit before. */
    returned,
    unit,
    cases,
    isVillage,
    total: computed(() => unit.value?.report.all.totalCount ?? 0),
    missing: computed(() => !head.loading.value && head.data.value?.orgUnit === null),
    crumbs: computed(() =>
      (unit.value?.ancestors ?? []).map(({ code, name }) => ({ name, code, to: unitLink('overview', code) })),
    ),
    children: computed(() =>
      (unit.value?.children ?? []).map(({ code, name }) => ({ name, to: unitLink('overview', code) })),
    ),
  };
}
