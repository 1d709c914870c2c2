import { expect, test } from 'vitest';
import { ANNEX_KEYS, annexKey, moved, newAnnex } from './annexes.ts';

test('every kind of annex can be made, and is what it was asked for', () => {
  expect(ANNEX_KEYS).toHaveLength(11);
  expect(ANNEX_KEYS.map((key) => annexKey(newAnnex(key, '附件')))).toEqual(ANNEX_KEYS);
});

test('an annex moves by one place and stays at the ends', () => {
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
});
