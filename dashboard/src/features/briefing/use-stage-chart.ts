import { useElementSize } from '@vueuse/core';
import { computed, useTemplateRef } from 'vue';
import type { ChartCard } from '@wallchart/charts/cards';
import { useLinks } from './use-links.ts';

interface StageChartProps {
  readonly card: Pick<ChartCard, 'draw' | 'marks' | 'height'>;
  readonly grow?: boolean;
}

/** Size of the type that charts are drawn with. */
const CHART_TYPE = 12;
/** Rows may shrink to this part of the stage's type before they are scrolled. */
const LEAST = 0.62;
/** Bars may stand this much further apart where there is room. */
const SPREAD = 1.5;
/** Narrower than this, a chart has no room for its columns. */
const LEAST_WIDTH = 300;

/** How much a chart is magnified so that its type is the stage's, its rows fit the place, and its width holds its columns. */
export function magnification(
  place: { readonly width: number; readonly height: number; readonly type: number },
  natural: number,
): number {
  const wanted = place.type / CHART_TYPE;
  const fits = place.height / natural;
  const wide = place.width / LEAST_WIDTH;
  return Math.max(0.1, Math.min(wanted, wide, Math.max(fits, wanted * LEAST)));
}

/** The chart at its own size, and the magnified frame it stands in. */
export function useStageChart(props: StageChartProps) {
  const { toWay } = useLinks();
  const box = useTemplateRef<HTMLElement>('box');
  const { width, height } = useElementSize(box);
  const natural = computed(() => props.card.height);
  const factor = computed(() => {
    const type = box.value ? Number.parseFloat(getComputedStyle(box.value).fontSize) : CHART_TYPE;
    return magnification({ width: width.value, height: height.value, type }, natural.value);
  });
  const drawn = computed(() => {
    const most = props.grow ? Number.POSITIVE_INFINITY : natural.value * SPREAD;
    return Math.max(natural.value, Math.min(most, Math.floor(height.value / factor.value)));
  });
  const scrolls = computed(() => drawn.value * factor.value > height.value + 1);
  return {
    height: drawn,
    frame: computed(() => ({
      ready: width.value > 0,
      scrolls: scrolls.value,
      style: { height: `${Math.floor(drawn.value * factor.value)}px`, overflow: 'hidden' },
    })),
    sheet: computed(() => ({
      width: `${Math.floor(width.value / factor.value)}px`,
      transform: `scale(${factor.value})`,
      transformOrigin: '0 0',
    })),
    marks: computed(() => props.card.marks.map(({ label, way }) => ({ label, to: toWay(way) }))),
  };
}
