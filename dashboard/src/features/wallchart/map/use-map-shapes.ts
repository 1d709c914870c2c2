import { computed, shallowRef, watch } from 'vue';
import type { ReportVariables } from '../../../address/address.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { usePages } from '../../../api/use-pages.ts';
import { WallMapAreasDocument, WallMapSitesDocument, type MapShapeFragment } from '../../../generated/graphql.ts';

interface ShapesWanted extends ReportVariables {
  /** Grid of the drawing: 10^-decimals of a degree. */
  readonly decimals: number;
}

const PAGE = 200;

/** Where the villages of all cases lie, by case number; null until all have come. */
function useSites(wanted: () => ShapesWanted) {
  const { edges, complete, error, retry } = usePages(
    WallMapSitesDocument,
    () => ({ ...wanted(), first: PAGE }),
    (answer) => answer.orgUnit?.report.cases,
    { whole: true },
  );
  const sites = shallowRef<ReadonlyMap<string, MapShapeFragment | null> | null>(null);
  watch(
    [complete, edges],
    () => {
      if (!complete.value) return;
      sites.value = new Map(edges.value.map(({ node }) => [node.caseNo, node.unit.boundary ?? null]));
    },
    { immediate: true },
  );
  return { sites, failure: error, retry };
}

/** The boundaries of a unit, of its parts, and of the villages of its cases. */
export function useMapShapes(wanted: () => ShapesWanted) {
  const areas = useOperation(WallMapAreasDocument, wanted);
  const { sites, failure, retry } = useSites(wanted);
  const report = computed(() => areas.data.value?.orgUnit?.report ?? null);
  const ofParts = computed(
    () => new Map((report.value?.ranking ?? []).map(({ unit }) => [unit.code, unit.boundary ?? null])),
  );
  const outline = computed(() => report.value?.unit.boundary ?? null);
  return {
    outline,
    ofPart: (code: string): MapShapeFragment | null => ofParts.value.get(code) ?? null,
    ofCase: (caseNo: string): MapShapeFragment | null => sites.value?.get(caseNo) ?? null,
    illustrative: computed(() =>
      [outline.value, ...ofParts.value.values(), ...(sites.value?.values() ?? [])].some((shape) => shape?.illustrative),
    ),
    loading: computed(() => report.value === null || sites.value === null),
    failure: computed(() => areas.error.value ?? failure.value),
    retry: (): void => {
      areas.retry();
      retry();
    },
  };
}
