import { useElementSize } from '@vueuse/core';
import { computed, nextTick, shallowRef, useTemplateRef } from 'vue';
import type { Exposed } from 'vue-echarts';
import { useRouter } from 'vue-router';
import { CHART_THEMES } from '../charts/theme.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useTheme } from '../layout/use-theme.ts';
import type { ChartMark } from './card-table.ts';
import type { DrawChart } from './chart-card.ts';

interface CanvasProps {
  readonly draw: DrawChart;
  readonly marks: readonly ChartMark[];
  /** One mark a series (lines) instead of one a row. */
  readonly seriesMarks?: boolean;
}

/** The option for the size and theme on screen, and marks that a click, or arrows and Enter, open. */
export function useChartCanvas(props: CanvasProps) {
  const { lang } = useLanguage();
  const { chartTheme } = useTheme();
  const router = useRouter();
  const box = useTemplateRef<HTMLElement>('box');
  const chart = useTemplateRef<Exposed>('chart');
  const { width } = useElementSize(box);
  const active = shallowRef(0);

  const open = (index: number): void => {
    const to = props.marks[index]?.to;
    if (to) void router.push(to);
  };
  const emphasise = (type: 'highlight' | 'downplay', index: number): void =>
    chart.value?.dispatchAction(props.seriesMarks ? { type, seriesIndex: index } : { type, dataIndex: index });

  return {
    active,
    option: computed(() =>
      props.draw({ lang: lang.value, theme: CHART_THEMES[chartTheme.value], width: Math.max(240, width.value || 400) }),
    ),
    onClick: (event: { dataIndex?: number; seriesIndex?: number }): void =>
      open((props.seriesMarks ? event.seriesIndex : event.dataIndex) ?? -1),
    /** Printing lays the page out anew without asking the chart; with a view box the drawing scales along. */
    onDrawn: (): void => {
      const svg = box.value?.querySelector('svg');
      // The size it was drawn for, not the one that the page gives it meanwhile.
      if (svg) svg.setAttribute('viewBox', `0 0 ${svg.getAttribute('width')} ${svg.getAttribute('height')}`);
    },
    onFocus: (index: number): void => {
      active.value = index;
      emphasise('highlight', index);
    },
    onBlur: (index: number): void => emphasise('downplay', index),
    onKey: (event: KeyboardEvent): void => {
      const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const list = event.currentTarget as HTMLElement;
      active.value = (active.value + step + props.marks.length) % props.marks.length;
      void nextTick(() => list.querySelectorAll<HTMLElement>('li')[active.value]?.querySelector('a')?.focus());
    },
  };
}
