import type { StoredGeometry } from '@wallchart/db';

type Position = readonly [number, number];

/** The rings of a polygon or multipolygon, holes among them. */
export function ringsOf({ type, coordinates }: StoredGeometry): readonly (readonly Position[])[] {
  if (type === 'Point') return [];
  return (type === 'Polygon' ? coordinates : coordinates.flat()) as readonly (readonly Position[])[];
}

/**
 * Snaps the rings to a grid of 10^-decimals of a degree and writes each as a first vertex and the steps to the next. As
 * every vertex goes to its nearest grid point on its own, a border that two units share stays shared. What collapses to a
 * point or a line is left out, except the last ring that is left.
 */
export function encodeRings(geometry: StoredGeometry, decimals: number): number[][] {
  const grid = 10 ** decimals;
  const rings = ringsOf(geometry).map((ring) => snapped(ring, grid));
  const drawn = rings.filter(({ length }) => length >= 3);
  const kept = drawn.length > 0 ? drawn : rings.slice(0, 1);
  return kept.map(stepsOf);
}

/** A position on the grid. */
export const snap = ([x, y]: Position, grid: number): Position => [Math.round(x * grid), Math.round(y * grid)];

/** The open ring on the grid, without vertices that repeat or lie on a straight line between their neighbours. */
function snapped(ring: readonly Position[], grid: number): Position[] {
  const kept: Position[] = [];
  for (const position of ring) {
    const next = snap(position, grid);
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last && last[0] === next[0] && last[1] === next[1]) continue;
    if (before && last && isBetween(before, last, next)) kept.pop();
    kept.push(next);
  }
  const [first, last] = [kept[0], kept.at(-1)];
  if (kept.length > 1 && first && last && first[0] === last[0] && first[1] === last[1]) kept.pop();
  return kept;
}

function isBetween([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): boolean {
  if ((bx - ax) * (cy - ay) !== (cx - ax) * (by - ay)) return false;
  return (bx - ax) * (cx - bx) + (by - ay) * (cy - by) > 0;
}

function stepsOf(ring: readonly Position[]): number[] {
  let [x, y] = [0, 0];
  return ring.flatMap((position) => {
    const step = [position[0] - x, position[1] - y];
    [x, y] = position;
    return step;
  });
}
