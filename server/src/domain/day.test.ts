import { expect, it } from 'vitest';
import { addDays, dayInShanghai, daysBetween, endOfMonthBefore, isDay, mondayOf } from './day.ts';

it.each(['2014-07-31', '2012-02-29', '1949-10-01'])('takes %s for a day', (text) => {
  expect(isDay(text)).toBe(true);
});

it.each([
  '2014-7-31',
  '2014-02-29',
  '2014-13-01',
  '2014-00-10',
  '2014-07-32',
  '0014-07-31',
  '2014-07-31T00:00:00Z',
  '',
  'infinity',
])('does not take "%s" for a day', (text) => {
  expect(isDay(text)).toBe(false);
});

it('takes the day of Shanghai, whatever the zone of the machine', () => {
  expect(dayInShanghai(new Date('2014-07-31T15:59:59Z'))).toBe('2014-07-31');
  expect(dayInShanghai(new Date('2014-07-31T16:00:00Z'))).toBe('2014-08-01');
});

it('counts whole days, across leap days and backwards', () => {
  expect(daysBetween('2012-02-28', '2012-03-01')).toBe(2);
  expect(daysBetween('2014-07-31', '2014-07-15')).toBe(-16);
});

it('moves by days, to the Monday of a week and to the end of the month before', () => {
  expect([addDays('2012-02-28', 2), addDays('2014-01-01', -1)]).toEqual(['2012-03-01', '2013-12-31']);
  expect([mondayOf('2014-07-27'), mondayOf('2014-07-28')]).toEqual(['2014-07-21', '2014-07-28']);
  expect([endOfMonthBefore('2014-07-31'), endOfMonthBefore('2012-03-15')]).toEqual(['2014-06-30', '2012-02-29']);
});
