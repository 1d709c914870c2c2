import { until } from '@vueuse/core';
import { onScopeDispose, shallowRef } from 'vue';
import type { Failure } from '../../../api/failure.ts';
import { fetchOnce } from '../../../api/request.ts';
import { CircularPreviewDocument, type CircularPreviewQuery } from '../../../generated/graphql.ts';

type Previewed = NonNullable<NonNullable<CircularPreviewQuery['circular']>['draft']>;
export type Warning = Previewed['warnings'][number];
export type ErratumLine = Previewed['erratum'][number];

/** Figures of one paragraph often have one reason to look at it; their chips are marked each. */
function eachOnce(warnings: readonly Warning[]): Warning[] {
  const firsts = new Map(warnings.toReversed().map((one) => [`${one.paragraph} ${one.message}`, one]));
  return warnings.filter((one) => firsts.get(`${one.paragraph} ${one.message}`) === one);
}

/** The page as it would be printed, and what to look at; requested again after each save, the last answer stays meanwhile. */
export function usePreview(id: string) {
  const html = shallowRef<string | null>(null);
  const warnings = shallowRef<readonly Warning[] | null>(null);
  const erratum = shallowRef<readonly ErratumLine[]>([]);
  const nextNumber = shallowRef('');
  const failure = shallowRef<Failure | null>(null);
  const busy = shallowRef(false);
  let wanted = 0;
  let disposed = false;

  const load = async (): Promise<void> => {
    const revision = wanted;
    busy.value = true;
    const answer = await fetchOnce(CircularPreviewDocument, { id });
    failure.value = answer.failure;
    const draft = answer.data?.circular?.draft;
    if (draft) {
      html.value = draft.preview;
      erratum.value = draft.erratum;
      nextNumber.value = draft.nextNumber;
      warnings.value = eachOnce(draft.warnings);
    }
    // One at a time: what was saved meanwhile is asked for now.
    if (revision !== wanted && !disposed) await load();
    else busy.value = false;
  };
  const refresh = (): void => {
    wanted += 1;
    if (!busy.value) void load();
  };
  refresh();
  onScopeDispose(() => (disposed = true));
  /** Resolves when what is shown is what was saved last. */
  const settled = (): Promise<unknown> => until(busy).toBe(false);
  return { settled, html, warnings, erratum, nextNumber, failure, busy, refresh };
}
