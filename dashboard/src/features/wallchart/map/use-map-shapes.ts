import { computed, onScopeDispose, shallowRef, watch } from 'vue';
import type { ReportVariables } from '../../../address/address.ts';
import { generation } from '../../../api/client.ts';
import type { Failure } from '../../../api/failure.ts';
import { runOperation, useOperation } from '../../../api/use-operation.ts';
import { WallMapAreasDocument, WallMapSitesDocument, type MapShapeFragment } from '../../../generated/graphql.ts';
import { loadPages, type Page } from '../../ledger/load-pages.ts';

export interface ShapesWanted extends ReportVariables {
  /** Grid of the drawing: 10^-decimals of a degree. */
  readonly decimals: number;
}

interface Site {
  readonly caseNo: string;
  readonly shape: MapShapeFragment | null;
}

const PAGE = 200;

type Answer = { page: Page<Site> } | { failure: Failure };

async function fetchSites(wanted: ShapesWanted, after: string | null): Promise<Answer> {
  const { data, failure } = await runOperation('query', WallMapSitesDocument, { ...wanted, first: PAGE, after });
  if (failure) return { failure };
  const found = data.orgUnit?.report.cases;
  if (!found) return { failure: { code: 'UNKNOWN_UNIT', message: '' } };
  const { hasNextPage, endCursor } = found.pageInfo;
  const items = found.edges.map(({ node }) => ({ caseNo: node.caseNo, shape: node.unit.boundary ?? null }));
  return { page: { items, total: found.totalCount, next: hasNextPage ? (endCursor ?? null) : null } };
}

/** Where the villages of all cases lie, by case number; null until the first answer. */
function useSites(wanted: () => ShapesWanted) {
  const sites = shallowRef<ReadonlyMap<string, MapShapeFragment | null> | null>(null);
  const failure = shallowRef<Failure | null>(null);
  const attempt = shallowRef(0);
  let run = 0;
  const load = async (given: ShapesWanted): Promise<void> => {
    const mine = (run += 1);
    failure.value = null;
    for await (const step of loadPages((after) => fetchSites(given, after))) {
      if (mine !== run) return;
      if (step.kind === 'failed') failure.value = step.failure;
      else if (step.complete) sites.value = new Map(step.items.map(({ caseNo, shape }) => [caseNo, shape]));
    }
  };
  watch([() => JSON.stringify(wanted()), attempt, generation], () => void load(wanted()), { immediate: true });
  onScopeDispose(() => (run += 1));
  return { sites, failure, retry: () => (attempt.value += 1) };
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
