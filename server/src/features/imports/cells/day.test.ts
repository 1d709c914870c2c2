import { describe, expect, it } from 'vitest';
import { dayOfSerial } from './day.ts';

describe('serial days', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, null],
    [61, '1900-03-01'],
    [41809, '2014-06-19'],
    [41809.99, '2014-06-19'],
    [0.5, null],
    [-1, null],
    [1e9, null],
  ])('counts %d from 1900 as %s', (serial, day) => expect(dayOfSerial(serial, false)).toBe(day));

  it('counts from 1904 where the workbook says so', () => {
    expect(dayOfSerial(0, true)).toBe('1904-01-01');
    expect(dayOfSerial(40347, true)).toBe('2014-06-19');
  });
});
