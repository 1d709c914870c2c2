import { defineAsyncComponent } from 'vue';

const load = () => import('./chart-canvas.vue');

/** One for all cards: once it is loaded, a chart is drawn within the task that asks for it (printing cannot wait). */
export default defineAsyncComponent(load);

/** Fetches what draws charts while nothing else is to do, so that it is there when a chart is scrolled to or printed. */
export function fetchCharts(): void {
  const fetchNow = (): void => void load().catch(() => undefined);
  if ('requestIdleCallback' in window) requestIdleCallback(fetchNow, { timeout: 4_000 });
  else setTimeout(fetchNow, 1_000);
}
