import { textWidth } from '../base.ts';
import { Taken, type Box } from './boxes.ts';
import { placeNear, placeWithin } from './place-cases.ts';
import { project, type Projection } from './projection.ts';
import { contains, poleOf, ringsOfSteps, type Point, type Ring } from './shapes.ts';
import type { MapArea, MapCase, UnitMapData } from './unit-map.types.ts';

const NARROW = 600;
const LINE = 15;
/** Room for a mark, px, largest first: what a finger needs (WCAG 2.2, 2.5.8), and less where towns are small. */
const ROOMS = [24, 18, 14] as const;
/** A narrow screen scrolls over a map that would be too crowded. */
const WIDER = [1, 1.6, 2.4] as const;
/** With so few, what is done is named too. */
const FEW = 12;

export interface PlacedArea {
  readonly area: MapArea;
  readonly rings: readonly Ring[];
  /** Middle of its two lines of words. */
  readonly label: Point;
}

export interface PlacedCase {
  readonly item: MapCase;
  readonly at: Point;
  /** Where it lies or belongs, if its mark stands elsewhere. */
  readonly from: Point | null;
  /** Name beside it, where there is room. */
  readonly name: { readonly at: Point; readonly anchor: 'start' | 'end' } | null;
}

/** A map laid out on paper. */
export interface UnitMap {
  readonly width: number;
  readonly height: number;
  readonly labelSize: number;
  /** Side of the square around a mark that is its own, px. */
  readonly room: number;
  readonly outline: readonly Ring[];
  readonly areas: readonly PlacedArea[];
  readonly cases: readonly PlacedCase[];
  /** Cases of which neither the place nor the area is on the map. */
  readonly unplaced: readonly MapCase[];
  /** Labels and marks that did not fit into their areas. */
  readonly outside: number;
}

const site = (given: readonly number[] | null | undefined): Point | null =>
  given && given.length === 2 ? [given[0] ?? 0, given[1] ?? 0] : null;

function everyPoint(data: UnitMapData): Point[] {
  const shapes = [data.outline, ...data.areas.map(({ shape }) => shape), ...data.cases.map(({ shape }) => shape)];
  return shapes.flatMap((shape) => {
    if (!shape) return [];
    const own = site(shape.site);
    return [...ringsOfSteps(shape.rings).flat(), ...(own ? [own] : [])];
  });
}

/**
 * Lays a map out on `width` px, or more where a narrow screen would be too crowded; at most `mostHeight` high. A case
 * stands at its site, else in the middle of its village, else within its town beside the others, never over one another;
 * the same data give the same map.
 *
 * @returns null if no part of the unit is on a map
 */
export function layOut(data: UnitMapData, width: number, mostHeight: number): UnitMap | null {
  const points = everyPoint(data);
  let best: UnitMap | null = null;
  for (const wider of width < NARROW ? WIDER : WIDER.slice(0, 1)) {
    for (const room of ROOMS) {
      const size = { decimals: data.decimals, width: Math.round(width * wider), mostHeight: mostHeight * wider };
      const projection = project(points, size);
      if (!projection) return null;
      const map = layOutAt(data, projection, room);
      if (map.outside === 0) return map;
      if (!best || map.outside < best.outside) best = map;
    }
  }
  return best;
}

interface Paper {
  readonly projection: Projection;
  readonly taken: Taken;
  readonly labelSize: number;
  readonly room: number;
  readonly outline: readonly Ring[];
}

function layOutAt(data: UnitMapData, projection: Projection, room: number): UnitMap {
  const { width, height } = projection;
  const paper: Paper = {
    projection,
    room,
    taken: new Taken(projection),
    labelSize: width < NARROW ? 11 : 13,
    outline: projection.rings(ringsOfSteps(data.outline?.rings ?? [])),
  };
  const sited = placeSited(data.cases, paper);
  const within = placeInAreas(data, paper);
  const marks = new Map([...sited, ...within.marks]);
  const cases = data.cases.flatMap((item) => {
    const placed = marks.get(item.key);
    return placed ? [{ item, ...placed }] : [];
  });
  return {
    width,
    height,
    room,
    labelSize: paper.labelSize,
    outline: paper.outline,
    areas: within.areas,
    cases: nameCases(cases, paper, new Set(within.areas.map(({ area }) => area.name))),
    unplaced: data.cases.filter(({ key }) => !marks.has(key)),
    outside: within.outside,
  };
}

type Spot = Pick<PlacedCase, 'at' | 'from'>;

const byKey = (a: MapCase, b: MapCase): number => (a.key < b.key ? -1 : 1);

/** Cases whose village is on the map. */
function placeSited(cases: readonly MapCase[], { projection, room, taken }: Paper): Map<string, Spot> {
  const spots = new Map<string, Spot>();
  for (const { key, shape } of cases.toSorted(byKey)) {
    const own = site(shape?.site);
    const from = own ? projection.point(own) : poleOf(projection.rings(ringsOfSteps(shape?.rings ?? [])));
    if (!from) continue;
    const at = placeNear(from, room, taken);
    spots.set(key, { at, from: Math.hypot(at[0] - from[0], at[1] - from[1]) > 3 ? from : null });
  }
  return spots;
}

/** Labels of the areas, and within them the cases of which only the area is known; at last those within the outline alone. */
function placeInAreas({ areas, cases }: UnitMapData, paper: Paper) {
  const { projection, taken, labelSize, room, outline } = paper;
  const unsited = cases.filter(({ shape }) => !shape || (shape.rings.length === 0 && !shape.site)).toSorted(byKey);
  const marks = new Map<string, Spot>();
  const placed: PlacedArea[] = [];
  let outside = 0;
  const settle = (own: readonly MapCase[], rings: readonly Ring[], pole: Point, label: Omit<Box, 'x' | 'y'>): Point => {
    const found = placeWithin({ rings, pole, label, room, count: own.length }, taken);
    outside += found.outside;
    for (const [index, { key }] of own.entries()) {
      const at = found.marks[index] ?? pole;
      marks.set(key, { at, from: contains(rings, at) ? null : pole });
    }
    return found.label;
  };
  for (const area of areas) {
    const rings = projection.rings(ringsOfSteps(area.shape?.rings ?? []));
    const pole = poleOf(rings);
    if (!pole) continue;
    const own = unsited.filter((item) => item.area === area.code);
    const wide = Math.max(textWidth(area.name, labelSize), textWidth(area.figure, labelSize));
    placed.push({ area, rings, label: settle(own, rings, pole, { width: wide, height: 2 * LINE }) });
  }
  const left = unsited.filter(({ key }) => !marks.has(key));
  const middle = poleOf(outline);
  if (middle && left.length > 0) settle(left, outline, middle, { width: 0, height: 0 });
  return { areas: placed, marks, outside };
}

/** Names of what is not done, right or left of their marks where there is room; not what an area says already. */
function nameCases(
  cases: readonly Omit<PlacedCase, 'name'>[],
  { taken, labelSize, room }: Paper,
  named: ReadonlySet<string>,
): PlacedCase[] {
  const all = cases.length <= FEW;
  return cases.map((placed) => {
    const { item } = placed;
    if ((item.mark === 'done' && !all) || named.has(item.name)) return { ...placed, name: null };
    const long = textWidth(item.name, labelSize);
    const [x, y] = placed.at;
    for (const side of [1, -1] as const) {
      const start = x + (side * room) / 2;
      const box: Box = { x: start + (side * long) / 2, y, width: long, height: LINE };
      if (!taken.isFree(box)) continue;
      taken.add(box);
      return { ...placed, name: { at: [start, y], anchor: side === 1 ? 'start' : 'end' } };
    }
    return { ...placed, name: null };
  });
}
