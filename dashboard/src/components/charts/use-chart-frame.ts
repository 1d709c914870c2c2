import { nextTick, onMounted, onScopeDispose, shallowRef, useTemplateRef, watch, type Ref, type ShallowRef } from 'vue';
import { useRouter } from 'vue-router';
import { usePrefetch } from '../../router/prefetch.ts';
import type { ChartMark } from '../card-table.ts';
import { chartCanvas, fetchCharts, fetchChartsNow } from './chart-canvas-async.ts';
import { queueRender } from './render-queue.ts';
import { useNearView } from './use-near-view.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** When to draw, and marks that a click, or arrows and Enter, open. */
export function useChartFrame(props: { readonly marks: readonly ChartMark[] }) {
  const router = useRouter();
  const { now, soon } = usePrefetch();
  const near = useNearView(useTemplateRef<HTMLElement>('box'));
  const drawn = useRenderTurn(near);
  const active = shallowRef(0);
  const highlighted = shallowRef<number | null>(null);
  onMounted(fetchCharts);

  return {
    drawn,
    active,
    highlighted,
    onOpen: (index: number): void => {
      const to = props.marks[index]?.to;
      if (to) void router.push(to);
    },
    onPoint: (index: number, pressed: boolean): void => (pressed ? now : soon)(props.marks[index]?.to),
    onFocus: (index: number): void => {
      active.value = index;
      highlighted.value = index;
    },
    onBlur: (index: number): void => {
      if (highlighted.value === index) highlighted.value = null;
    },
    onKey: (event: KeyboardEvent): void => {
      const step = STEPS[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const list = event.currentTarget as HTMLElement;
      active.value = (active.value + step + props.marks.length) % props.marks.length;
      void nextTick(() => list.querySelectorAll<HTMLElement>('li')[active.value]?.querySelector('a')?.focus());
    },
  };
}

/** Turns true when a chart that is wanted has its turn: what draws it is there, and the charts before it are drawn. */
function useRenderTurn(wanted: Readonly<Ref<boolean>>): Readonly<ShallowRef<boolean>> {
  const come = shallowRef(false);
  let cancel = (): void => undefined;
  watch(wanted, (now) => now && fetchChartsNow(), { immediate: true });
  watch(
    () => wanted.value && chartCanvas.value !== null,
    (now) => {
      if (now) cancel = queueRender(() => (come.value = true));
    },
    // Paper does not wait.
    { immediate: true, flush: 'sync' },
  );
  onScopeDispose(() => cancel());
  return come;
}
