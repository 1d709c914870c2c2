import { describe, expect, it } from 'vitest';
import { encodeRings } from './encode-rings.ts';

const polygon = (...coordinates: number[][][]) => ({ type: 'Polygon', coordinates }) as const;

/** The vertices that a ring of steps stands for. */
function decoded(ring: readonly number[]): string[] {
  let [x, y] = [0, 0];
  return Array.from({ length: ring.length / 2 }, (_, at) => {
    x += ring[at * 2] ?? 0;
    y += ring[at * 2 + 1] ?? 0;
    return `${x},${y}`;
  });
}

describe('rings on a grid', () => {
  it('are a first vertex and steps, not closed again', () => {
    const square = polygon([
      [118, 25],
      [118.1, 25],
      [118.1, 25.1],
      [118, 25.1],
      [118, 25],
    ]);
    expect(encodeRings(square, 2)).toEqual([[11_800, 2500, 10, 0, 0, 10, -10, 0]]);
  });

  it('drop vertices that repeat or lie on a straight line, and keep corners', () => {
    const ring = [
      [0, 0],
      [0.00001, 0],
      [0.5, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ];
    expect(decoded(encodeRings(polygon(ring), 2)[0] ?? [])).toEqual(['0,0', '100,0', '100,100', '0,100']);
  });

  it('share the border that two units share', () => {
    const border = [
      [1, 0],
      [1.0304, 0.3331],
      [0.9706, 0.6666],
      [1, 1],
    ];
    const west = polygon([[0, 0], ...border, [0, 1], [0, 0]]);
    const east = polygon([[2, 1], ...border.toReversed(), [2, 0], [2, 1]]);
    const [a, b] = [west, east].map((unit) => new Set(decoded(encodeRings(unit, 2)[0] ?? [])));
    expect([...(a ?? [])].filter((vertex) => b?.has(vertex))).toEqual(['100,0', '103,33', '97,67', '100,100']);
  });

  it('leave out islands smaller than the grid, but never all of a unit', () => {
    const islet = [
      [118, 25],
      [118.001, 25],
      [118.001, 25.001],
      [118, 25],
    ];
    const island = [
      [119, 25],
      [119.1, 25],
      [119.1, 25.1],
      [119, 25],
    ];
    expect(encodeRings({ type: 'MultiPolygon', coordinates: [[islet], [island]] }, 2)).toHaveLength(1);
    expect(encodeRings(polygon(islet), 2)).toHaveLength(1);
  });

  it('of a point are none', () => {
    expect(encodeRings({ type: 'Point', coordinates: [118, 25] }, 4)).toEqual([]);
  });
});
