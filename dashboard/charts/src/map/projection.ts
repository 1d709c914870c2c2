import { boundsOf, type Point, type Ring } from './shapes.ts';

/** Degrees on paper. */
export interface Projection {
  readonly width: number;
  readonly height: number;
  readonly point: (degrees: Point) => Point;
  readonly rings: (rings: readonly Ring[]) => Ring[];
}

const MARGIN = 10;
/** A single site has no extent: about two kilometres around it are shown. */
const LEAST = 0.02;

/**
 * Lays degrees out on `width` px, at most `mostHeight` high. A degree of longitude is as long as the cosine of the middle
 * latitude, so that a county keeps its proportions; over one county that is as good as any projection.
 *
 * @param points whole numbers of 10^-decimals of a degree
 * @returns null where there is nothing to lay out
 */
export function project(
  points: readonly Point[],
  size: { readonly decimals: number; readonly width: number; readonly mostHeight: number },
): Projection | null {
  const bounds = boundsOf(points);
  if (!bounds) return null;
  const degrees = 10 ** -size.decimals;
  const middle: Point = [(bounds.min[0] + bounds.max[0]) / 2, (bounds.min[1] + bounds.max[1]) / 2];
  const across = degrees * Math.max(0.01, Math.cos((middle[1] * degrees * Math.PI) / 180));
  const wide = Math.max(LEAST, (bounds.max[0] - bounds.min[0]) * across);
  const high = Math.max(LEAST, (bounds.max[1] - bounds.min[1]) * degrees);
  const scale = Math.min((size.width - 2 * MARGIN) / wide, (size.mostHeight - 2 * MARGIN) / high);
  const height = Math.ceil(high * scale + 2 * MARGIN);
  const point = ([x, y]: Point): Point => [
    size.width / 2 + (x - middle[0]) * across * scale,
    height / 2 - (y - middle[1]) * degrees * scale,
  ];
  return { width: size.width, height, point, rings: (rings) => rings.map((ring) => ring.map(point)) };
}
