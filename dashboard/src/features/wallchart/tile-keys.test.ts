import { describe, expect, it } from 'vitest';
import { tileAfterKey } from './tile-keys.ts';

const rows = [2, 0, 3, 1];
const go = (key: string, row: number, column: number, ctrl = false): string => {
  const place = tileAfterKey(key, { row, column }, rows, ctrl);
  return place ? `${place.row}:${place.column}` : 'stays';
};

describe('keys of the wall chart', () => {
  it('moves within a row', () => {
    expect(go('ArrowRight', 0, 0)).toBe('0:1');
    expect(go('ArrowLeft', 2, 2)).toBe('2:1');
  });

  it('goes on in the next row that has a tile, and back', () => {
    expect(go('ArrowRight', 0, 1)).toBe('2:0');
    expect(go('ArrowLeft', 2, 0)).toBe('0:1');
  });

  it('skips empty rows up and down and keeps inside a shorter row', () => {
    expect(go('ArrowDown', 0, 1)).toBe('2:1');
    expect(go('ArrowUp', 2, 2)).toBe('0:1');
    expect(go('ArrowDown', 2, 2)).toBe('3:0');
  });

  it('stays at the edges of the chart', () => {
    expect(go('ArrowUp', 0, 0)).toBe('stays');
    expect(go('ArrowLeft', 0, 0)).toBe('stays');
    expect(go('ArrowRight', 3, 0)).toBe('stays');
    expect(go('ArrowDown', 3, 0)).toBe('stays');
  });

  it('knows the ends of a row and of the chart', () => {
    expect(go('Home', 2, 2)).toBe('2:0');
    expect(go('End', 2, 0)).toBe('2:2');
    expect(go('Home', 2, 2, true)).toBe('0:0');
    expect(go('End', 0, 0, true)).toBe('3:0');
  });

  it('leaves other keys alone', () => expect(go('Tab', 0, 0)).toBe('stays'));
});
