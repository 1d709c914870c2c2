import { useElementSize } from '@vueuse/core';
import { computed, useTemplateRef } from 'vue';
import {
  areaFill,
  layOut,
  mapNodes,
  PROGRESS,
  type SvgNode,
  type UnitMap,
  type UnitMapData,
} from '@wallchart/charts/map';
import { CHART_THEMES } from '@wallchart/charts';
import { useTheme } from '../../../page/use-theme.ts';
import { linkMap, type LinkedMap, type MapWays } from './map-links.ts';
import { useMapFocus } from './use-map-focus.ts';

/** Prefix of the ids on the page. */
const IDS = 'wall-map';
const LEAST_WIDTH = 280;
/** A map is as high as a screen has room for, on a phone as wide. */
const MOST_HEIGHT = 760;
/** Nearer to the right edge than this, px, the tip turns to the left of its mark. */
const TIP_WIDTH = 260;
const NO_LINKS: LinkedMap = { links: [], lengths: [], index: { area: () => undefined, case: () => undefined } };

/** What the pointer or the focus is on, drawn again above everything. */
function emphasised(nodes: readonly SvgNode[], link: number | null): Record<string, string | number> | null {
  const found = link === null ? undefined : flat(nodes).find((one) => one.link === link);
  const shape = found?.children.at(-1);
  return shape ? { ...shape.attrs } : null;
}

const flat = (nodes: readonly SvgNode[]): SvgNode[] => nodes.flatMap((one) => [one, ...flat(one.children)]);

/** The map for the size and theme on screen, with its links, its emphasis and its tip. */
export function useMapDrawing(data: () => UnitMapData, ways: MapWays) {
  const { chartTheme } = useTheme();
  const box = useTemplateRef<HTMLElement>('box');
  const { width } = useElementSize(box);
  const theme = computed(() => CHART_THEMES[chartTheme.value]);
  const map = computed<UnitMap | null>(() => {
    if (width.value === 0) return null;
    const wide = Math.max(LEAST_WIDTH, Math.floor(width.value));
    return layOut(data(), wide, Math.min(MOST_HEIGHT, Math.max(360, wide * 1.3)));
  });
  const linked = computed(() => (map.value ? linkMap(map.value, ways) : NO_LINKS));
  const nodes = computed(() =>
    map.value ? mapNodes(map.value, { theme: theme.value, ids: IDS, links: linked.value.index }) : [],
  );
  const focus = useMapFocus(() => linked.value);
  return {
    ...focus,
    map,
    linked,
    nodes,
    /** A narrow screen shows a part of the map at a time. */
    scrolls: computed(() => (map.value?.width ?? 0) > Math.ceil(width.value)),
    emphasis: computed(() => emphasised(nodes.value, focus.pointed.value)),
    tip: computed(() => {
      const link = focus.pointed.value === null ? undefined : linked.value.links[focus.pointed.value];
      const placed = link?.kind === 'case' ? map.value?.cases.find(({ item }) => item.key === link.key) : undefined;
      if (!placed || !map.value) return null;
      const [x, y] = placed.at;
      const { width: wide, height, room } = map.value;
      const across = x + TIP_WIDTH > wide ? { right: `${wide - x}px` } : { left: `${x}px` };
      const along = y > height / 2 ? { bottom: `${height - y + room / 2}px` } : { top: `${y + room / 2}px` };
      return { caseNo: placed.item.key, style: { ...across, ...along } };
    }),
    /** The shades that occur, for the legend. */
    shades: computed(() =>
      PROGRESS.filter((progress) => map.value?.areas.some(({ area }) => area.progress === progress)).map(
        (progress) => ({
          progress,
          fill: areaFill(progress, theme.value, IDS),
        }),
      ),
    ),
  };
}
