import { describe, expect, it } from 'vitest';
import { checkGeometry } from './geometry.ts';

const RING = [
  [118, 25],
  [118.1, 25],
  [118.1, 25.1],
  [118, 25],
];
const polygon = (...coordinates: unknown[]): unknown => ({ type: 'Polygon', coordinates });

const codeOf = (given: unknown): string => {
  const found = checkGeometry(given);
  return 'fault' in found ? found.fault.code : 'sound';
};

describe('a geometry', () => {
  it.each<[string, unknown, string]>([
    ['a polygon', polygon(RING), 'sound'],
    ['one with a hole', polygon(RING, RING), 'sound'],
    ['a point', { type: 'Point', coordinates: [118, 25, 300] }, 'sound'],
    ['nothing', null, 'BAD_GEOMETRY'],
    ['a line', { type: 'LineString', coordinates: RING }, 'BAD_GEOMETRY'],
    ['a collection', { type: 'GeometryCollection', geometries: [] }, 'BAD_GEOMETRY'],
    ['a polygon without rings', polygon(), 'EMPTY_AREA'],
    ['a multipolygon without parts', { type: 'MultiPolygon', coordinates: [] }, 'EMPTY_AREA'],
    ['a ring that is a position', polygon([118, 25]), 'BAD_GEOMETRY'],
    ['an open ring', polygon(RING.slice(0, 3)), 'RING_NOT_CLOSED'],
    ['a ring of three positions', polygon([RING[0], RING[1], RING[0]]), 'RING_NOT_CLOSED'],
    ['a ring on a line', polygon([RING[0], RING[1], [118.2, 25], RING[0]]), 'EMPTY_AREA'],
    ['words for numbers', { type: 'Point', coordinates: ['118', '25'] }, 'BAD_POSITION'],
    ['what overflows to infinity', JSON.parse('{"type":"Point","coordinates":[1e999,25]}'), 'BAD_POSITION'],
    ['brackets without end', polygon(JSON.parse('['.repeat(100_000) + ']'.repeat(100_000))), 'BAD_GEOMETRY'],
    ['objects for numbers', { type: 'Point', coordinates: [{ x: 118 }, 25] }, 'BAD_POSITION'],
    ['one number', { type: 'Point', coordinates: [118] }, 'BAD_POSITION'],
    ['latitude first', { type: 'Point', coordinates: [25, 118] }, 'OUT_OF_RANGE'],
    ['metres', { type: 'Point', coordinates: [512_345.6, 2_812_345.6] }, 'OUT_OF_RANGE'],
  ])('from %s', (_, given, code) => expect(codeOf(given)).toBe(code));

  it('tells projected from swapped coordinates', () => {
    const words = (x: number, y: number): string => {
      const found = checkGeometry({ type: 'Point', coordinates: [x, y] });
      return 'fault' in found ? found.fault.message.en : '';
    };
    expect(words(25, 118)).toMatch(/swapped/);
    expect(words(512_345, 2_812_345)).toMatch(/projected/);
  });

  it('is stored with two numbers a position, to the centimetre', () => {
    expect(checkGeometry({ type: 'Point', coordinates: [118.123456789, 25.1, 9] })).toMatchObject({
      shape: 'site',
      geometry: { type: 'Point', coordinates: [118.1234568, 25.1] },
    });
  });

  it('has bounds', () => {
    const ring = Array.from({ length: 50_001 }, (_, at) => [118 + at / 1e6, 25 + (at % 2) / 1e3]);
    expect(codeOf(polygon([...ring, ring[0]]))).toBe('TOO_MANY_VERTICES');
  });
});
