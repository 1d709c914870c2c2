import { useElementSize } from '@vueuse/core';
import { computed, useTemplateRef, watch } from 'vue';
import type { Exposed } from 'vue-echarts';
import { CHART_THEMES } from '../charts/theme.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useTheme } from '../layout/use-theme.ts';
import type { DrawChart } from './chart-card.ts';

interface CanvasProps {
  readonly draw: DrawChart;
  readonly seriesMarks?: boolean;
  readonly highlighted: number | null;
}

/** Where a mark is in the data, as the chart's events say it. */
interface MarkPlace {
  readonly dataIndex?: number;
  readonly seriesIndex?: number;
}

const LEAST_WIDTH = 240;
const USUAL_WIDTH = 400;

/** The option for the size and theme on screen; which mark an event means; the mark that has the keyboard's focus. */
export function useChartCanvas(props: CanvasProps) {
  const { lang } = useLanguage();
  const { chartTheme } = useTheme();
  const box = useTemplateRef<HTMLElement>('box');
  const chart = useTemplateRef<Exposed>('chart');
  const { width } = useElementSize(box);

  const emphasise = (type: 'highlight' | 'downplay', index: number | null): void => {
    if (index === null) return;
    chart.value?.dispatchAction(props.seriesMarks ? { type, seriesIndex: index } : { type, dataIndex: index });
  };
  watch(
    () => props.highlighted,
    (now, before) => {
      emphasise('downplay', before);
      emphasise('highlight', now);
    },
  );

  return {
    option: computed(() =>
      props.draw({
        lang: lang.value,
        theme: CHART_THEMES[chartTheme.value],
        width: Math.max(LEAST_WIDTH, width.value || USUAL_WIDTH),
      }),
    ),
    markOf: (event: MarkPlace): number => (props.seriesMarks ? event.seriesIndex : event.dataIndex) ?? -1,
    /** Printing lays the page out anew without asking the chart; with a view box the drawing scales along. */
    onDrawn: (): void => {
      const svg = box.value?.querySelector('svg');
      if (!svg) return;
      // The size it was drawn for, not the one that the page gives it meanwhile.
      const drawn = `0 0 ${svg.getAttribute('width')} ${svg.getAttribute('height')}`;
      if (svg.getAttribute('viewBox') !== drawn) svg.setAttribute('viewBox', drawn);
    },
  };
}
