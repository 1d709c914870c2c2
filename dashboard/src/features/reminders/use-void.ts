import { computed, shallowRef } from 'vue';
import type { Failure } from '../../api/failure.ts';
import { mutate } from '../../api/request.ts';
import { VoidReminderDocument } from '../../generated/graphql.ts';
import { failureOf } from '../circulars/outcome.ts';

/** Declaring a card void, for a reason. */
export function useVoid(id: () => string, onVoided: () => void) {
  const open = shallowRef(false);
  const busy = shallowRef(false);
  const reason = shallowRef('');
  const failure = shallowRef<Failure | null>(null);
  const ready = computed(() => reason.value.trim() !== '' && !busy.value);
  return {
    open,
    busy,
    reason,
    failure,
    ready,
    openDialog: (): void => {
      reason.value = '';
      failure.value = null;
      open.value = true;
    },
    declare: async (): Promise<void> => {
      if (!ready.value) return;
      busy.value = true;
      const variables = { id: id(), reason: reason.value.trim() };
      const answer = await mutate(VoidReminderDocument, variables);
      busy.value = false;
      failure.value = failureOf(answer.failure, answer.data?.voidReminder);
      if (failure.value) return;
      open.value = false;
      onVoided();
    },
  };
}
