import { expect, test } from 'vitest';
import { neededFor } from './quota.ts';

test.each([
  ['0.1', 297, 30],
  ['0.1', 300, 30],
  ['0.1', 301, 31],
  ['0.05', 37, 2],
  ['0.05', 40, 2],
  ['0.05', 1, 1],
  ['0.07', 100, 7],
  ['0.3333', 3, 1],
  ['0.3334', 3, 2],
  ['1', 12, 12],
  ['0.1', 0, 0],
])('%s of %i takes %i', (share, whole, needed) => expect(neededFor(share, whole)).toBe(needed));
