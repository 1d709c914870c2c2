import { computed } from 'vue';
import { useAddress } from '../../address/use-address.ts';
import { usePages } from '../../api/use-pages.ts';
import { EvidenceRowsDocument, type EvidenceRowsQuery } from '../../generated/graphql.ts';
import type { EvidenceRequest } from './evidence-address.ts';
import { useEvidence } from './use-evidence.ts';

const PAGE = 50;

export type EvidenceEdge = NonNullable<EvidenceRowsQuery['orgUnit']>['report']['rows']['edges'][number];

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
  const pages = usePages(
    EvidenceRowsDocument,
    () => {
      const wanted = request.value;
      if (wanted === null) return null;
      return {
        ...variables.value,
        code: wanted.code ?? variables.value.code,
        id: wanted.id,
        part: partOf(wanted),
        first: PAGE,
      };
    },
    (answer) => answer.orgUnit?.report.rows,
  );
  const report = computed(() => pages.first.value?.orgUnit?.report ?? null);
  return {
    ...pages,
    data: pages.first,
    moreFailure: pages.moreError,
    coverage: computed(() => report.value?.metrics[0]?.coverage ?? null),
    sum: computed(() => report.value?.rows.sum ?? null),
    left: computed(() => (pages.complete.value ? 0 : (pages.total.value ?? 0) - pages.edges.value.length)),
  };
}
