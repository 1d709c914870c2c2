import { shallowRef } from 'vue';
import type { Failure } from '../../../api/failure.ts';
import { mutate } from '../../../api/request.ts';
import { DiscardCircularDraftDocument, RenewCircularDraftDocument } from '../../../generated/graphql.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { wordsOf } from '../editor/body-json.ts';
import { failureOf } from '../outcome.ts';
import type { Circular } from '../use-circular-page.ts';
import { isUnsaved } from './save-state.ts';
import { useDraft } from './use-draft.ts';
import { useLeaveGuard } from './use-leave-guard.ts';

/** A draft: writing it, and what can be done with it as a whole. */
export function useDraftEditor(circular: Circular, emit: { reload: () => void; gone: () => void }) {
  const { t } = useLanguage();
  const draft = useDraft(circular);
  const { saving, flush, content, dictionary, preview } = draft;
  const discarding = shallowRef(false);
  const discardFailure = shallowRef<Failure | null>(null);
  const renewing = shallowRef(false);
  const renewFailure = shallowRef<Failure | null>(null);
  const abandoned = shallowRef(false);
  useLeaveGuard(
    () => !abandoned.value && isUnsaved(saving.value),
    flush,
    () => t('circular.leaveUnsaved'),
  );

  const reload = (): void => {
    abandoned.value = true;
    emit.reload();
  };

  return {
    ...draft,
    discarding,
    discardFailure,
    renewing,
    renewFailure,
    reload,
    /** Has what was written from the data rewritten from the latest. */
    renew: async (): Promise<void> => {
      if (!(await flush())) return;
      renewing.value = true;
      const { revision } = saving.value;
      const answer = await mutate(RenewCircularDraftDocument, { id: circular.id, revision });
      renewing.value = false;
      renewFailure.value = failureOf(answer.failure, answer.data?.renewCircularDraft);
      if (!renewFailure.value) reload();
    },
    /** Saves, and waits for the warnings and changes of what was saved. */
    ready: async (): Promise<boolean> => {
      const saved = await flush();
      if (saved) await preview.settled();
      return saved;
    },
    revision: (): number => saving.value.revision,
    /** The clerk's own words, before someone else's are loaded. */
    copyText: (): Promise<void> => {
      const { title, body } = content.value;
      const words = wordsOf(body, (bind) => dictionary.of(bind)?.text ?? '');
      return navigator.clipboard.writeText(`${title}\n${words}`);
    },
    discard: async (): Promise<void> => {
      discarding.value = true;
      const answer = await mutate(DiscardCircularDraftDocument, { id: circular.id });
      discarding.value = false;
      discardFailure.value = failureOf(answer.failure, answer.data?.discardCircularDraft);
      if (discardFailure.value) return;
      abandoned.value = true;
      emit.gone();
    },
  };
}
