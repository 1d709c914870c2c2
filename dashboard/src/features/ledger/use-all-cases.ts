import { onScopeDispose, shallowRef, toValue, watch, type MaybeRefOrGetter, type ShallowRef } from 'vue';
import type { ReportVariables } from '../../address/address.ts';
import { generation } from '../../api/client.ts';
import type { Failure } from '../../api/failure.ts';
import { runOperation } from '../../api/use-operation.ts';
import { LedgerCasesDocument, type LedgerCaseFragment, type MetricId } from '../../generated/graphql.ts';
import { loadPages, type Page } from './load-pages.ts';

/** Which cases: all of a unit's campaign, or only those that a figure counts or an import changed. */
export interface CasesWanted extends ReportVariables {
  readonly countedIn: string | null;
  readonly changedBy?: string | null;
}

export interface AllCases {
  readonly cases: Readonly<ShallowRef<readonly LedgerCaseFragment[]>>;
  /** How many there are, null before the first answer. */
  readonly total: Readonly<ShallowRef<number | null>>;
  readonly complete: Readonly<ShallowRef<boolean>>;
  readonly failure: Readonly<ShallowRef<Failure | null>>;
  readonly retry: () => void;
}

const PAGE = 200;
const HELD = 6;

/** The last lists loaded to their end, so that going back shows them at once. */
const held = new Map<string, readonly LedgerCaseFragment[]>();

function hold(key: string, cases: readonly LedgerCaseFragment[]): void {
  held.delete(key);
  held.set(key, cases);
  const oldest = held.keys().next();
  if (held.size > HELD && !oldest.done) held.delete(oldest.value);
}

type Answer = { page: Page<LedgerCaseFragment> } | { failure: Failure };

async function fetchPage(wanted: CasesWanted, after: string | null): Promise<Answer> {
  const { countedIn, changedBy = null, ...report } = wanted;
  const filter =
    countedIn === null && changedBy === null ? null : { countedIn: countedIn as MetricId | null, changedBy };
  const { data, failure } = await runOperation('query', LedgerCasesDocument, { ...report, filter, first: PAGE, after });
  if (failure) return { failure };
  const found = data.orgUnit?.report.cases;
  if (!found) return { failure: { code: 'UNKNOWN_UNIT', message: '' } };
  const { hasNextPage, endCursor } = found.pageInfo;
  return {
    page: {
      items: found.edges.map((edge) => edge.node),
      total: found.totalCount,
      next: hasNextPage ? (endCursor ?? null) : null,
    },
  };
}

/**
 * All cases of a report, fetched in pages of 200 until all are there; what is loaded is shown meanwhile. A list known
 * from before is shown at once and replaced when it has come again.
 */
export function useAllCases(wanted: MaybeRefOrGetter<CasesWanted | null>): AllCases {
  const cases = shallowRef<readonly LedgerCaseFragment[]>([]);
  const total = shallowRef<number | null>(null);
  const complete = shallowRef(false);
  const failure = shallowRef<Failure | null>(null);
  const attempt = shallowRef(0);
  let run = 0;

  const load = async (given: CasesWanted | null): Promise<void> => {
    const mine = (run += 1);
    if (given === null) return;
    const key = JSON.stringify(given);
    const known = held.get(key);
    failure.value = null;
    complete.value = known !== undefined;
    cases.value = known ?? [];
    total.value = known?.length ?? null;
    for await (const step of loadPages((after) => fetchPage(given, after))) {
      if (mine !== run) return;
      if (step.kind === 'failed') {
        failure.value = step.failure;
        return;
      }
      if (step.complete) hold(key, step.items);
      if (known !== undefined && !step.complete) continue;
      cases.value = step.items;
      total.value = step.total;
      complete.value = step.complete;
    }
  };

  watch([() => JSON.stringify(toValue(wanted)), attempt, generation], () => void load(toValue(wanted)), {
    immediate: true,
  });
  onScopeDispose(() => (run += 1));
  return { cases, total, complete, failure, retry: () => (attempt.value += 1) };
}
