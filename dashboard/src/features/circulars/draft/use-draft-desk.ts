import { shallowRef } from 'vue';
import type { Failure } from '../../../api/failure.ts';
import { runOperation } from '../../../api/use-operation.ts';
import { DiscardCircularDraftDocument } from '../../../generated/graphql.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { wordsOf } from '../editor/body-json.ts';
import type { Circular } from '../use-circular-page.ts';
import { isUnsaved } from './save-state.ts';
import { useDraft } from './use-draft.ts';
import { useLeaveGuard } from './use-leave-guard.ts';

/** The desk of a draft: writing it, and what can be done with it as a whole. */
export function useDraftDesk(circular: Circular, tell: { reload: () => void; gone: () => void }) {
  const { t } = useLanguage();
  const draft = useDraft(circular);
  const { saving, flush, content, dictionary } = draft;
  const discarding = shallowRef(false);
  const discardFailure = shallowRef<Failure | null>(null);
  const abandoned = shallowRef(false);
  useLeaveGuard(
    () => !abandoned.value && isUnsaved(saving.value),
    flush,
    () => t('circular.leaveUnsaved'),
  );

  return {
    ...draft,
    discarding,
    discardFailure,
    reload: tell.reload,
    /** The clerk's own words, before somebody else's are loaded. */
    copyText: (): Promise<void> => {
      const { title, body } = content.value;
      const words = wordsOf(body, (bind) => dictionary.of(bind)?.text ?? '');
      return navigator.clipboard.writeText(`${title}\n${words}`);
    },
    discard: async (): Promise<void> => {
      if (!window.confirm(t('circular.discardSure'))) return;
      discarding.value = true;
      const answer = await runOperation('mutation', DiscardCircularDraftDocument, { id: circular.id });
      discarding.value = false;
      const failed =
        answer.failure ?? (answer.data.discardCircularDraft.ok ? null : answer.data.discardCircularDraft.error);
      discardFailure.value = failed ?? null;
      if (failed) return;
      abandoned.value = true;
      tell.gone();
    },
  };
}
