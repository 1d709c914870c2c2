import { expect, it } from 'vitest';
import { rank } from './ranking.ts';

const town = (unit: string, identified: number, rectified: number, late = 0) => ({
  late,
  shown: {
    unit,
    name: unit,
    identified,
    rectified,
    outstanding: identified - rectified,
    rate: identified === 0 ? null : (rectified / identified).toFixed(10),
    acceptedPending: 0,
    overdue: late,
    relapsed: 0,
    inWork: 0,
    illustrative: false,
  },
});

it('sorts by rate, then outstanding, then overdue, then code; ties share a rank; without a case there is none', () => {
  const ranked = rank([
    town('107', 0, 0),
    town('106', 2, 1, 1),
    town('105', 4, 2),
    town('104', 2, 1),
    town('103', 5, 5),
    town('102', 1, 1),
    town('101', 0, 0),
    town('108', 2, 1),
  ]);
  expect(ranked.map(({ unit, rank: place, tied }) => [unit, place, tied])).toEqual([
    ['102', 1, true],
    ['103', 1, true],
    ['104', 3, true],
    ['108', 3, true],
    ['106', 5, false],
    ['105', 6, false],
    ['101', null, false],
    ['107', null, false],
  ]);
});
