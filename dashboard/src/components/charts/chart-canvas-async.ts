import { shallowRef, type Component } from 'vue';
import { during } from '../../api/under-way.ts';

/** What draws charts, once it is here: then a chart is drawn within the task that asks for it (printing cannot wait). */
export const chartCanvas = shallowRef<{ readonly default: Component } | null>(null);

/** Fetches it because a chart is to be seen. */
export function fetchChartsNow(): void {
  if (chartCanvas.value) return;
  during('charts', import('./chart-canvas.vue')).then((found) => (chartCanvas.value = found), reportError);
}

/** Fetches it while nothing else is to do, so that it is there when a chart is scrolled to or printed. */
export function fetchCharts(): void {
  if ('requestIdleCallback' in window) requestIdleCallback(fetchChartsNow, { timeout: 4_000 });
  else setTimeout(fetchChartsNow, 1_000);
}
