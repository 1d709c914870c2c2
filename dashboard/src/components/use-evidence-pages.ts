import { computed, shallowRef, watch } from 'vue';
import { useAddress } from '../address/use-address.ts';
import type { Failure } from '../api/failure.ts';
import { runOperation, useOperation } from '../api/use-operation.ts';
import { EvidenceRowsDocument, type EvidenceRowsQuery } from '../generated/graphql.ts';
import type { EvidenceRequest } from './evidence-address.ts';
import { useEvidence } from './use-evidence.ts';

const PAGE = 50;

type Rows = NonNullable<EvidenceRowsQuery['orgUnit']>['report']['rows'];
export type EvidenceEdge = Rows['edges'][number];

/** PartInput of a request: a cell, a whole denominator, what is missing, or nothing. */
function partOf({ part, den = false, missing = false }: EvidenceRequest) {
  const side = missing ? { missing } : { den };
  if (part) return { by: part.by, key: part.key, unassigned: part.unassigned ?? false, ...side };
  return missing || den ? side : null;
}

/** The rows that the address asks for, page by page. */
export function useEvidencePages() {
  const { variables } = useAddress();
  const { request } = useEvidence();
  const later = shallowRef<readonly EvidenceEdge[]>([]);
  const next = shallowRef<Rows['pageInfo'] | null>(null);
  const moreFailure = shallowRef<Failure | null>(null);
  const asked = (given: EvidenceRequest, after: string | null) => {
    const code = given.code ?? variables.value.code;
    return { ...variables.value, code, id: given.id, part: partOf(given), first: PAGE, after };
  };
  const start = useOperation(EvidenceRowsDocument, () => (request.value ? asked(request.value, null) : null));
  const rows = computed(() => start.data.value?.orgUnit?.report.rows ?? null);
  watch(rows, (found) => {
    later.value = [];
    next.value = found?.pageInfo ?? null;
  });
  const shown = computed(() => (rows.value?.edges.length ?? 0) + later.value.length);

  return {
    ...start,
    moreFailure,
    coverage: computed(() => start.data.value?.orgUnit?.report.metrics[0]?.coverage ?? null),
    total: computed(() => rows.value?.totalCount ?? null),
    sum: computed(() => rows.value?.sum ?? null),
    edges: computed(() => [...(rows.value?.edges ?? []), ...later.value]),
    left: computed(() => (next.value?.hasNextPage === true ? (rows.value?.totalCount ?? 0) - shown.value : 0)),
    more: async (): Promise<void> => {
      const [from, after] = [rows.value, next.value?.endCursor ?? null];
      if (!request.value || after === null) return;
      const answer = await runOperation('query', EvidenceRowsDocument, asked(request.value, after));
      // Someone asked for other rows, or for this page twice, in the meantime.
      if (rows.value !== from || next.value?.endCursor !== after) return;
      moreFailure.value = answer.failure;
      const page = answer.data?.orgUnit?.report.rows;
      if (!page) return;
      later.value = [...later.value, ...page.edges];
      next.value = page.pageInfo;
    },
  };
}
