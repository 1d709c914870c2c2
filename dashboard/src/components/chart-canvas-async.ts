import { defineAsyncComponent, shallowRef } from 'vue';

/** Whether what draws charts is here. */
export const canDraw = shallowRef(false);

const load = async () => {
  const canvas = await import('./chart-canvas.vue');
  canDraw.value = true;
  return canvas;
};

/** One for all cards: once it is loaded, a chart is drawn within the task that asks for it (printing cannot wait). */
export default defineAsyncComponent(load);

const fetchNow = (): void => void load().catch(() => undefined);

/** Fetches what draws charts while nothing else is to do, so that it is there when a chart is scrolled to or printed. */
export function fetchCharts(): void {
  if ('requestIdleCallback' in window) requestIdleCallback(fetchNow, { timeout: 4_000 });
  else setTimeout(fetchNow, 1_000);
}

/** Fetches it because a chart is to be seen. */
export function fetchChartsNow(): void {
  if (!canDraw.value) fetchNow();
}
