import { onScopeDispose, shallowRef } from 'vue';
import type { Failure } from '../../../api/failure.ts';
import { runOperation } from '../../../api/use-operation.ts';
import { CircularPreviewDocument, type CircularPreviewQuery } from '../../../generated/graphql.ts';

export type Warning = NonNullable<NonNullable<CircularPreviewQuery['circular']>['draft']>['warnings'][number];

/** The page as it would be printed, and what to look at; asked anew after each save, the last answer stands meanwhile. */
export function usePreview(id: string) {
  const html = shallowRef<string | null>(null);
  const warnings = shallowRef<readonly Warning[] | null>(null);
  const failure = shallowRef<Failure | null>(null);
  const busy = shallowRef(false);
  let wanted = 0;
  let disposed = false;

  const ask = async (): Promise<void> => {
    const asked = wanted;
    busy.value = true;
    const answer = await runOperation('query', CircularPreviewDocument, { id });
    failure.value = answer.failure;
    const draft = answer.data?.circular?.draft;
    if (draft) {
      html.value = draft.preview ?? null;
      warnings.value = draft.warnings;
    }
    // One at a time: what was saved meanwhile is asked for now.
    if (asked !== wanted && !disposed) await ask();
    else busy.value = false;
  };
  const refresh = (): void => {
    wanted += 1;
    if (!busy.value) void ask();
  };
  refresh();
  onScopeDispose(() => (disposed = true));
  return { html, warnings, failure, busy, refresh };
}
