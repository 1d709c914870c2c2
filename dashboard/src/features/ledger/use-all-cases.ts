import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import type { ReportVariables } from '../../address/address.ts';
import { usePages } from '../../api/use-pages.ts';
import { LedgerCasesDocument, type MetricId } from '../../generated/graphql.ts';

/** Which cases: all of a unit's campaign, or only those that a figure counts or an import changed. */
export interface CasesWanted extends ReportVariables {
  readonly countedIn: string | null;
  readonly changedBy?: string | null;
}

const PAGE = 200;

/** All cases of a report, fetched page by page until all are there; what is loaded is shown meanwhile. */
export function useAllCases(wanted: MaybeRefOrGetter<CasesWanted>) {
  const pages = usePages(
    LedgerCasesDocument,
    () => {
      const { countedIn, changedBy = null, ...report } = toValue(wanted);
      const restricted = countedIn !== null || changedBy !== null;
      return {
        ...report,
        filter: restricted ? { countedIn: countedIn as MetricId | null, changedBy } : null,
        first: PAGE,
      };
    },
    (answer) => answer.orgUnit?.report.cases,
    { whole: true, dropPrevious: true },
  );
  return {
    cases: computed(() => pages.edges.value.map(({ node }) => node)),
    total: pages.total,
    complete: pages.complete,
    failure: pages.error,
    retry: pages.retry,
  };
}
