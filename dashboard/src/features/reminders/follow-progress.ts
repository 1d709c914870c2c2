import type { ShallowRef } from 'vue';
import { fetchOnce } from '../../api/request.ts';
import { IssuingProgressDocument, type IssuingProgressQuery } from '../../generated/graphql.ts';

const EVERY = 400;

/** Asks how far the issuing is until it is stopped. */
export function followProgress(
  id: string,
  progress: ShallowRef<IssuingProgressQuery['reminderProgress'] | null>,
): () => void {
  let over = false;
  progress.value = null;
  const poll = async (): Promise<void> => {
    const answer = await fetchOnce(IssuingProgressDocument, { id });
    if (over) return;
    progress.value = answer.data?.reminderProgress ?? progress.value;
    timer = setTimeout(() => void poll(), EVERY);
  };
  let timer = setTimeout(() => void poll(), EVERY);
  return () => {
    over = true;
    clearTimeout(timer);
  };
}
