import { expect, it } from 'vitest';
import { UnitCodes } from './unit-codes.ts';

it.each([
  ['350322000000', '350322'],
  ['350322000', '350322'],
  ['350322100000', '350322100'],
  ['350322100200', '350322100200'],
  ['350322', '350322'],
  ['350000', '350000'],
])('reads %s as %s', (code, short) => expect(new UnitCodes().find(code)).toBe(short));

it('keeps the zeros of a unit that is on record with them, however it is written', () => {
  const codes = new UnitCodes(['350322000000', '350322100000']);
  expect(['350322000000', '350322', '350322100', '350322101000'].map((code) => codes.find(code))).toEqual([
    '350322000000',
    '350322000000',
    '350322100000',
    '350322101',
  ]);
});

it('tells two units on record apart as they are written', () => {
  const codes = new UnitCodes(['350322000000', '350322']);
  expect(['350322000000', '350322', '350322000'].map((code) => codes.find(code))).toEqual([
    '350322000000',
    '350322',
    '350322',
  ]);
});
