import { expect, it } from 'vitest';
import { countPeriods, labelOf, periodsBetween } from './periods.ts';

it('weeks run from Monday, half open, and are cut at both ends', () => {
  expect(periodsBetween('WEEK', '2014-07-02', '2014-07-15')).toEqual([
    { from: '2014-07-02', to: '2014-07-07', label: '2014-W27' },
    { from: '2014-07-07', to: '2014-07-14', label: '2014-W28' },
    { from: '2014-07-14', to: '2014-07-16', label: '2014-W29' },
  ]);
});

it('months run to the first of the next', () => {
  expect(periodsBetween('MONTH', '2014-01-01', '2014-03-01')).toEqual([
    { from: '2014-01-01', to: '2014-02-01', label: '2014-01' },
    { from: '2014-02-01', to: '2014-03-01', label: '2014-02' },
    { from: '2014-03-01', to: '2014-03-02', label: '2014-03' },
  ]);
});

it('a week belongs to the year of its Thursday', () => {
  expect(
    ['2013-12-30', '2016-01-03', '2020-12-31', '2021-01-03', '2021-01-04'].map((day) => labelOf('WEEK', day)),
  ).toEqual(['2014-W01', '2015-W53', '2020-W53', '2020-W53', '2021-W01']);
});

it('nothing lies between a day and an earlier one', () => {
  expect(periodsBetween('WEEK', '2014-07-02', '2014-06-30')).toEqual([]);
  expect(countPeriods('WEEK', '2014-07-02', '2014-06-01')).toBe(0);
});
