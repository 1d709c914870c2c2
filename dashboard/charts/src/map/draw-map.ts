import type { StateMark } from '../terms/state-mark.ts';
import { STATE_MARKS } from '../terms/state-mark.ts';
import { textWidth } from '../base.ts';
import { CHART_FONT, type ChartContext, type ChartTheme } from '../theme.ts';
import { chartWords } from '../words.ts';
import { layOut, type PlacedArea, type PlacedCase, type UnitMap } from './lay-out.ts';
import { areaFill, mapPatterns, markFill } from './map-patterns.ts';
import type { Ring } from './shapes.ts';
import { node, px, svgText, type SvgNode } from './svg-node.ts';
import { PROGRESS, type UnitMapData } from './unit-map.types.ts';

/** What on a map leads somewhere: an area by its code, a case by its key. */
export interface MapLinks {
  readonly area: (code: string) => number | undefined;
  readonly case: (key: string) => number | undefined;
}

interface Pen {
  readonly theme: ChartTheme;
  readonly ids: string;
  readonly labelSize: number;
  readonly room: number;
  readonly links: MapLinks | null;
}

const pathOf = (rings: readonly Ring[]): string =>
  rings.map((ring) => `M${ring.map(([x, y]) => `${px(x)} ${px(y)}`).join('L')}Z`).join('');

/** A map as elements: areas below, their outlines, then marks, then words. */
export function mapNodes(
  map: UnitMap,
  given: { readonly theme: ChartTheme; readonly ids: string; readonly links?: MapLinks },
): SvgNode[] {
  const pen: Pen = { ...given, labelSize: map.labelSize, room: map.room, links: given.links ?? null };
  return [
    mapPatterns(pen.theme, pen.ids),
    ...(map.areas.length === 0 ? [outlineOf(map, pen, pen.theme.card)] : []),
    ...map.areas.map((area) => drawArea(area, pen)),
    ...(map.areas.length > 0 ? [outlineOf(map, pen, 'none')] : []),
    ...map.areas.flatMap((area) => labelOf(area, pen)),
    ...map.cases.flatMap(({ from, at }) => (from ? [leader(from, at, pen)] : [])),
    ...map.cases.map((placed) => drawCase(placed, pen)),
  ];
}

const outlineOf = ({ outline }: UnitMap, { theme }: Pen, fill: string): SvgNode =>
  node('path', {
    d: pathOf(outline),
    fill,
    'fill-rule': 'evenodd',
    stroke: theme.ink,
    'stroke-width': 1.5,
    'stroke-linejoin': 'round',
    'pointer-events': 'none',
  });

function linked(link: number | undefined, children: readonly SvgNode[]): SvgNode {
  return link === undefined ? node('g', {}, children) : node('g', {}, children, { link });
}

function drawArea({ area, rings }: PlacedArea, { theme, ids, links }: Pen): SvgNode {
  const path = node('path', {
    d: pathOf(rings),
    fill: areaFill(area.progress, theme, ids),
    'fill-rule': 'evenodd',
    stroke: theme.soft,
    'stroke-width': 1,
    'stroke-linejoin': 'round',
  });
  return linked(links?.area(area.code), [path]);
}

/** Words with a halo, so that they stand out from lines and fills. */
function words(text: string, attrs: SvgNode['attrs'], { theme, labelSize }: Pen): SvgNode {
  const halo = { stroke: theme.card, 'stroke-width': 3, 'stroke-opacity': 0.8, 'stroke-linejoin': 'round' };
  const type = { 'font-size': labelSize, fill: theme.ink, 'paint-order': 'stroke', 'pointer-events': 'none' };
  return node('text', { ...type, ...halo, ...attrs }, [], { text });
}

function labelOf({ area, label: [x, y] }: PlacedArea, pen: Pen): SvgNode[] {
  const at = (line: number): SvgNode['attrs'] => ({ x: px(x), y: px(y + line), 'text-anchor': 'middle' });
  return [words(area.name, { ...at(-3), 'font-weight': 600 }, pen), words(area.figure, at(12), pen)];
}

const leader = (from: readonly [number, number], at: readonly [number, number], { theme }: Pen): SvgNode =>
  node('path', {
    d: `M${px(from[0])} ${px(from[1])}L${px(at[0])} ${px(at[1])}`,
    stroke: theme.ink,
    'stroke-width': 1,
    fill: 'none',
    'pointer-events': 'none',
  });

function drawCase({ item, at: [x, y], name }: PlacedCase, pen: Pen): SvgNode {
  const side = Math.round((pen.room * 2) / 3);
  const late = item.mark === 'overdue' || item.mark === 'relapsed';
  const square = (long: number, attrs: SvgNode['attrs']): SvgNode =>
    node('rect', { x: px(x - long / 2), y: px(y - long / 2), width: long, height: long, ...attrs });
  const mark = linked(pen.links?.case(item.key), [
    square(pen.room, { fill: 'transparent' }),
    square(side + 3, { rx: 3, fill: pen.theme.card }),
    square(side, { rx: 2, 'stroke-width': late ? 2 : 1, ...markFill(item.mark, pen.theme, pen.ids) }),
  ]);
  if (!name) return mark;
  const named = words(
    item.name,
    { x: px(name.at[0]), y: px(name.at[1] + 4), 'text-anchor': name.anchor, 'font-weight': 600 },
    pen,
  );
  return node('g', {}, [mark, named]);
}

const LEGEND_LINE = 20;

/** The words for the patterns, in as many lines as they need, from `top` on. */
function legendNodes(data: UnitMapData, width: number, top: number, context: ChartContext, ids: string) {
  const { theme, lang } = context;
  const texts = chartWords(lang);
  const present = STATE_MARKS.filter((mark) => data.cases.some((item) => item.mark === mark));
  const entries = [
    ...present.map((mark: StateMark) => ({ text: texts.marks[mark], ...markFill(mark, theme, ids) })),
    ...PROGRESS.filter((progress) => data.areas.some((area) => area.shape && area.progress === progress)).map(
      (progress) => ({
        text: texts.progress[progress],
        fill: areaFill(progress, theme, ids),
        stroke: theme.soft,
      }),
    ),
  ];
  let [x, y] = [0, top + LEGEND_LINE / 2];
  const nodes = entries.flatMap(({ text, fill, stroke }) => {
    const long = 18 + 6 + textWidth(text) + 12;
    if (x > 0 && x + long > width) [x, y] = [0, y + LEGEND_LINE];
    const swatch = node('rect', { x, y: y - 5, width: 18, height: 10, fill, stroke, 'stroke-width': 1 });
    const word = node('text', { x: x + 24, y: y + 4, 'font-size': 12, fill: theme.ink }, [], { text });
    x += long;
    return [swatch, word];
  });
  return { nodes, height: y + LEGEND_LINE / 2 - top };
}

/**
 * A map with its legend as SVG text of the context's width, for a file; what needs more room is drawn smaller. '' where
 * there is nothing to draw.
 */
export function drawMap(data: UnitMapData, context: ChartContext, mostHeight: number): string {
  const ids = 'map';
  const map = layOut(data, context.width, mostHeight);
  if (!map) return '';
  const legend = legendNodes(data, map.width, map.height, context, ids);
  const height = map.height + legend.height;
  return svgText(
    node(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width: context.width,
        height: px((height * context.width) / map.width),
        viewBox: `0 0 ${map.width} ${height}`,
        'font-family': context.font ?? CHART_FONT,
      },
      [...mapNodes(map, { theme: context.theme, ids }), ...legend.nodes],
    ),
  );
}
