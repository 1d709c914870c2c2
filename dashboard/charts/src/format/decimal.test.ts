import { describe, expect, it } from 'vitest';
import { add, compare, divide, group, negate, round, shift, subtract } from './decimal.ts';

describe('decimal', () => {
  it('rounds half away from zero, also below zero', () => {
    expect(['0.8648648649', '0.0005', '-0.0005', '2.675', '-1'].map((value) => round(value, 3))).toEqual([
      '0.865',
      '0.001',
      '-0.001',
      '2.675',
      '-1.000',
    ]);
    expect(round('1.005', 2)).toBe('1.01');
  });

  it('moves the point exactly in both directions', () => {
    expect(shift('0.8648648649', 2)).toBe('86.48648649');
    expect(shift('1860000.00', -4)).toBe('186.000000');
    expect(shift('12', 3)).toBe('12000');
  });

  it('keeps cents that a float would lose', () => {
    expect(add('0.1', '0.2')).toBe('0.3');
    expect(add('9007199254740993.01', '0.01')).toBe('9007199254740993.02');
    expect(subtract('1.00', '0.99')).toBe('0.01');
    expect(negate('-3.50')).toBe('3.50');
  });

  it('divides once, and not by zero', () => {
    expect(divide('32', '37', 10)).toBe('0.8648648649');
    expect(divide('1', '0')).toBeNull();
  });

  it('compares and groups', () => {
    expect([compare('10', '9.99'), compare('1.0', '1'), compare('-2', '1')]).toEqual([1, 0, -1]);
    expect([group('1234567.80'), group('-1234'), group('999')]).toEqual(['1,234,567.80', '-1,234', '999']);
  });
});
