import { useResizeObserver } from '@vueuse/core';
import { markRaw, onMounted, onScopeDispose, shallowReactive, shallowRef, useTemplateRef, watch, type Ref } from 'vue';
import type { Exposed } from 'vue-echarts';
import { CHART_THEMES, type ChartCard, type EChartsOption } from '@wallchart/charts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTheme } from '../../layout/use-theme.ts';
import { queueRender } from './render-queue.ts';

interface CanvasProps {
  readonly draw: ChartCard['draw'];
  readonly highlighted: number | null;
}

/** Where a mark is in the data, as the chart's events say it. */
interface MarkPlace {
  readonly dataIndex?: number;
}

const LEAST_WIDTH = 240;

/** The option for the size and theme on screen; which mark an event means; the mark that has the keyboard's focus. */
export function useChartCanvas(props: CanvasProps) {
  const { lang } = useLanguage();
  const { chartTheme } = useTheme();
  const box = useTemplateRef<HTMLElement>('box');
  const chart = useTemplateRef<Exposed>('chart');
  const size = useSize(box);

  const emphasise = (type: 'highlight' | 'downplay', index: number | null): void => {
    if (index === null) return;
    chart.value?.dispatchAction({ type, dataIndex: index });
  };
  watch(
    () => props.highlighted,
    (now, before) => {
      emphasise('downplay', before);
      emphasise('highlight', now);
    },
  );

  const option = shallowRef<EChartsOption>();
  let stale = false;
  let cancel = (): void => undefined;
  const drawNow = (): void => {
    stale = false;
    // The canvas only: what is on it is drawn again right after.
    chart.value?.getZr().resize();
    const theme = CHART_THEMES[chartTheme.value];
    // Raw: the component watches its option for changes deep inside, and there are none.
    option.value = markRaw(props.draw({ lang: lang.value, theme, width: Math.max(LEAST_WIDTH, size.width) }));
  };
  // Draw immediately the first time; later redraws are queued.
  watch([() => props.draw, lang, chartTheme, () => size.width, () => size.height], () => {
    cancel();
    stale = true;
    if (size.width === 0) return;
    if (option.value) cancel = queueRender(drawNow);
    else drawNow();
  });
  onScopeDispose(() => cancel());

  return {
    option,
    /** -1: none, or one of a drawing that is about to give way: its marks are others already. */
    markOf: (event: MarkPlace): number => (stale ? undefined : event.dataIndex) ?? -1,
    /** Printing lays the page out again without asking the chart; with a view box the drawing scales along. */
    onDrawn: (): void => {
      const svg = box.value?.querySelector('svg');
      if (!svg) return;
      // The size it was drawn for, not the one that the page gives it meanwhile.
      const drawn = `0 0 ${svg.getAttribute('width')} ${svg.getAttribute('height')}`;
      if (svg.getAttribute('viewBox') !== drawn) svg.setAttribute('viewBox', drawn);
    },
  };
}

/** How large an element is laid out (a magnified one is not), from the moment that it is mounted: what is in it can be drawn in the same task. */
function useSize(element: Readonly<Ref<HTMLElement | null>>): { readonly width: number; readonly height: number } {
  const size = shallowReactive({ width: 0, height: 0 });
  const measure = (): void => {
    const { clientWidth: width = 0, clientHeight: height = 0 } = element.value ?? {};
    Object.assign(size, { width, height });
  };
  onMounted(measure);
  useResizeObserver(element, measure);
  return size;
}
