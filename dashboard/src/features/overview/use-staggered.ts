import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import { queueRender } from '../../components/charts/render-queue.ts';

/**
 * How many of the rows of cards are there: one more a task, so that what stands first is painted first. All at once for a
 * page that someone may return to, which has to be as long as it was to be scrolled to where it was left.
 */
export function useStaggered(count: number, atOnce: boolean): Readonly<ShallowRef<number>> {
  const rows = shallowRef(atOnce ? count : 0);
  let cancel = (): void => undefined;
  const wait = (): void => {
    if (rows.value < count) cancel = queueRender(next);
  };
  const next = (): void => {
    rows.value += 1;
    wait();
  };
  wait();
  onScopeDispose(() => cancel());
  return rows;
}
