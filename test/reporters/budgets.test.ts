import { expect, test } from 'vitest';
import { overBudget } from './budgets.ts';

const took = (file: string, seconds: number) => ({ file, seconds });

test('a file over the budget of its kind is named with it, another is not', () => {
  const files = [
    took('server/src/a.test.ts', 20.1),
    took('server/src/a.db.test.ts', 39),
    took('dashboard/src/a.component.test.ts', 15.5),
    took('test/e2e/a.e2e.ts', 91),
  ];
  expect(overBudget(files, 1)).toEqual([
    'server/src/a.test.ts took 20.1 s; it may take 20 s. Make it faster, or split it.',
    'dashboard/src/a.component.test.ts took 15.5 s; it may take 15 s. Make it faster, or split it.',
    'test/e2e/a.e2e.ts took 91.0 s; it may take 90 s. Make it faster, or split it.',
  ]);
});

test('on a machine three times as slow everything may take three times as long', () => {
  expect(overBudget([took('a.db.test.ts', 119)], 3)).toEqual([]);
  expect(overBudget([took('a.db.test.ts', 121)], 3)).toEqual([
    'a.db.test.ts took 121.0 s; it may take 40 s, times 3.0 because the machine is slow or busy. Make it faster, or split it.',
  ]);
});
