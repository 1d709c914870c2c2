import type { BoundaryShape, StoredGeometry } from '@wallchart/db';
import type { Text } from '../../../domain/text.ts';
import { WallchartError } from '../../../domain/errors.ts';
import type { Finding } from '../../../recording/problems.ts';
import { BOUNDARY_LIMITS } from './boundary-sheet.ts';

/** Longitude and latitude in degrees. */
export type Position = readonly [longitude: number, latitude: number];
type Ring = readonly Position[];

export interface CheckedGeometry {
  readonly shape: BoundaryShape;
  /** Positions of two numbers, seven decimals (a centimetre); rings closed. */
  readonly geometry: StoredGeometry;
  readonly vertices: number;
}

const SHAPES: Text = {
  zh: 'Polygon、MultiPolygon（区域）或 Point（村址）',
  en: 'a Polygon or MultiPolygon (an area) or a Point (the site of a village)',
};
const DEGREES: Text = {
  zh: '经度 −180 至 180、纬度 −90 至 90，经度在前',
  en: 'a longitude from −180 to 180, then a latitude from −90 to 90',
};
const RING: Text = {
  zh: '首尾相同、至少四个点的闭合环',
  en: 'a closed ring: four positions or more, the last equal to the first',
};

/** One thing wrong with a geometry; caught in this file. */
class GeometryFault extends WallchartError {
  readonly finding: Finding;

  constructor(code: string, message: Text, expected: Text, value?: string) {
    super('IMPORT_REFUSED', message.en);
    this.finding = { column: 'geometry', code, message, expected, value: value ?? null };
  }
}

/**
 * Checks one geometry of a file and brings it into the form that is stored.
 *
 * @returns the geometry, or what is wrong with it first
 */
export function checkGeometry(given: unknown): CheckedGeometry | { readonly fault: Finding } {
  try {
    return checked(given);
  } catch (error) {
    if (error instanceof GeometryFault) return { fault: error.finding };
    throw error;
  }
}

function checked(given: unknown): CheckedGeometry {
  const { type, coordinates } = (typeof given === 'object' && given !== null ? given : {}) as {
    type?: unknown;
    coordinates?: unknown;
  };
  if (type === 'Point') {
    return { shape: 'site', geometry: { type, coordinates: position(coordinates) }, vertices: 1 };
  }
  if (type !== 'Polygon' && type !== 'MultiPolygon') {
    throw new GeometryFault(
      'BAD_GEOMETRY',
      typeof type === 'string'
        ? { zh: `不能用 ${type} 画单位`, en: `a unit cannot be drawn from a ${type.slice(0, 40)}` }
        : { zh: '没有图形', en: 'the geometry is missing' },
      SHAPES,
      typeof type === 'string' ? type : undefined,
    );
  }
  const parts = type === 'Polygon' ? [polygon(coordinates)] : list(coordinates).map(polygon);
  if (parts.length === 0) throw empty();
  const vertices = parts.flat().reduce((sum, ring) => sum + ring.length, 0);
  if (vertices > BOUNDARY_LIMITS.verticesOfFeature) {
    const most = BOUNDARY_LIMITS.verticesOfFeature;
    throw new GeometryFault(
      'TOO_MANY_VERTICES',
      { zh: `顶点过多（${vertices} 个）`, en: `it has too many vertices (${vertices})` },
      { zh: `至多 ${most} 个：请简化边界`, en: `at most ${most}: simplify the boundary` },
      String(vertices),
    );
  }
  return { shape: 'area', geometry: { type, coordinates: type === 'Polygon' ? (parts[0] ?? []) : parts }, vertices };
}

const empty = (): GeometryFault =>
  new GeometryFault('EMPTY_AREA', { zh: '区域没有面积', en: 'the area is empty' }, RING);

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new GeometryFault('BAD_GEOMETRY', { zh: '坐标不完整', en: 'its coordinates are incomplete' }, SHAPES);
}

function polygon(value: unknown): readonly Ring[] {
  const rings = list(value).map(ring);
  if (rings.length === 0) throw empty();
  return rings;
}

function ring(value: unknown): Ring {
  const positions = list(value).map(position);
  const [first, last] = [positions[0], positions.at(-1)];
  if (!first || !last || positions.length < 4 || first[0] !== last[0] || first[1] !== last[1]) {
    throw new GeometryFault(
      'RING_NOT_CLOSED',
      {
        zh: `边界没有闭合（${positions.length} 个点）`,
        en: `its outline is not closed (${positions.length} positions)`,
      },
      RING,
      last && last.join(', '),
    );
  }
  if (doubledArea(positions) === 0) throw empty();
  return positions;
}

/** Twice the area in square degrees, reckoned from the first position so that a small ring keeps its digits. */
function doubledArea(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let sum = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const [[ax, ay], [bx, by]] = [ring[at - 1] ?? [x0, y0], ring[at] ?? [x0, y0]];
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return Math.abs(sum) < 1e-13 ? 0 : sum;
}

/** A position that is none, as a problem shows it; what is nested in it is not looked into. */
const shown = (value: unknown): string =>
  list(value)
    .slice(0, 4)
    .map((part) => (typeof part === 'object' && part !== null ? '…' : String(part).slice(0, 40)))
    .join(', ');

function position(value: unknown): Position {
  const [longitude, latitude] = list(value);
  if (Array.isArray(longitude) || Array.isArray(latitude)) {
    throw new GeometryFault(
      'BAD_GEOMETRY',
      { zh: '坐标嵌套过深', en: 'its coordinates are nested too deeply' },
      SHAPES,
    );
  }
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) {
    throw new GeometryFault(
      'BAD_POSITION',
      { zh: '坐标不是两个数', en: 'a position is not two numbers' },
      DEGREES,
      shown(value),
    );
  }
  const [x, y] = [longitude as number, latitude as number];
  if (Math.abs(x) > 180 || Math.abs(y) > 90) {
    const projected = Math.abs(x) > 360 || Math.abs(y) > 360;
    throw new GeometryFault(
      'OUT_OF_RANGE',
      projected
        ? { zh: '坐标是投影坐标（米），不是经纬度', en: 'these are projected coordinates (metres), not degrees' }
        : { zh: '坐标超出范围，经纬度可能写反了', en: 'out of range; longitude and latitude may be swapped' },
      DEGREES,
      `${x}, ${y}`,
    );
  }
  return [decimals(x), decimals(y)];
}

const decimals = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;
