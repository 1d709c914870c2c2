import polylabel from 'polylabel';

/** px on a drawing, or whole steps of a grid of degrees. */
export type Point = readonly [x: number, y: number];
/** An outline, open: the last point is not the first again. */
export type Ring = readonly Point[];

/** Outlines as the API sends them: a first vertex, then the steps to the next ones. */
export function ringsOfSteps(rings: readonly (readonly number[])[]): Ring[] {
  return rings.map((steps) => {
    let [x, y] = [0, 0];
    const ring: Point[] = [];
    for (let at = 0; at + 1 < steps.length; at += 2) {
      x += steps[at] ?? 0;
      y += steps[at + 1] ?? 0;
      ring.push([x, y]);
    }
    return ring;
  });
}

/** A point within a shape of several rings, holes among them: even-odd. */
export function contains(rings: readonly Ring[], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    let before = ring.at(-1);
    for (const point of ring) {
      if (before && point[1] > y !== before[1] > y) {
        const crossing = ((before[0] - point[0]) * (y - point[1])) / (before[1] - point[1]) + point[0];
        if (x < crossing) inside = !inside;
      }
      before = point;
    }
  }
  return inside;
}

/** Area of a ring, positive whichever way it runs. */
export function areaOf(ring: Ring): number {
  let sum = 0;
  let before = ring.at(-1);
  for (const point of ring) {
    if (before) sum += before[0] * point[1] - point[0] * before[1];
    before = point;
  }
  return Math.abs(sum) / 2;
}

/** Smallest and largest x and y; null without a point. */
export function boundsOf(points: Iterable<Point>): { readonly min: Point; readonly max: Point } | null {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  return x0 > x1 ? null : { min: [x0, y0], max: [x1, y1] };
}

/** The point of a shape that is farthest from its outline: of its largest part, holes left out. */
export function poleOf(rings: readonly Ring[]): Point | null {
  const [outer] = rings.toSorted((a, b) => areaOf(b) - areaOf(a));
  const bounds = boundsOf(outer ?? []);
  if (!outer || !bounds) return null;
  const { min, max } = bounds;
  const middle: Point = [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2];
  if (Math.min(max[0] - min[0], max[1] - min[1]) < 2) return middle;
  const holes = rings.filter((ring) => ring !== outer && ring[0] !== undefined && contains([outer], ring[0]));
  const found = polylabel(
    [outer, ...holes].map((ring) => [...ring, ring[0] ?? middle].map(([x, y]) => [x, y])),
    0.5,
  );
  return [found[0] ?? middle[0], found[1] ?? middle[1]];
}
