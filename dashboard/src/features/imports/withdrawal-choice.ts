import { computed, shallowRef } from 'vue';
import type { ImportState } from './import-state.ts';

/** What the user has chosen to be withdrawn, and what the last check was made with. */
export function withdrawalChoice({ replace, withdraw }: Pick<ImportState, 'replace' | 'withdraw'>) {
  const taken = shallowRef('');
  const now = computed(() => JSON.stringify([replace.value, [...withdraw.value].toSorted()]));
  return {
    /** Chosen otherwise since: the check must be made again before the import. */
    stale: computed(() => taken.value !== now.value),
    take: (): { replace: boolean; withdraw: string[] } => {
      taken.value = now.value;
      return { replace: replace.value, withdraw: [...withdraw.value] };
    },
  };
}
