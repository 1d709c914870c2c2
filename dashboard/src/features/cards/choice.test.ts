import { describe, expect, it } from 'vitest';
import { extentOf, freshChoice, tallyOf, withChoice } from './choice.ts';

const matters = [
  { key: 'OVERDUE:1', recent: false },
  { key: 'OVERDUE:2', recent: true },
  { key: 'REPORTS_MISSED:3', recent: false },
];
const all = new Set(matters.map(({ key }) => key));

describe('what is chosen', () => {
  it('is at first what was not reminded lately', () => {
    expect([...freshChoice(matters)]).toEqual(['OVERDUE:1', 'REPORTS_MISSED:3']);
  });

  it('counts those reminded lately only when they are to be reminded again', () => {
    expect(tallyOf(matters, all, false)).toEqual({ chosen: 3, recent: 1, cards: 2 });
    expect(tallyOf(matters, all, true)).toEqual({ chosen: 3, recent: 1, cards: 3 });
    expect(tallyOf(matters, new Set(['OVERDUE:2']), false)).toEqual({ chosen: 1, recent: 1, cards: 0 });
  });

  it('does not count what is no longer on the list', () => {
    expect(tallyOf(matters, new Set(['OVERDUE:9']), true)).toEqual({ chosen: 0, recent: 0, cards: 0 });
  });

  it('is all, some or none of a group', () => {
    expect(extentOf(matters, all)).toBe('all');
    expect(extentOf(matters, new Set(['OVERDUE:1']))).toBe('some');
    expect(extentOf(matters, new Set(['OVERDUE:9']))).toBe('none');
    expect(extentOf([], all)).toBe('none');
  });

  it('grows and shrinks without touching what else is chosen', () => {
    expect([...withChoice(new Set(['a', 'b']), ['b', 'c'], true)]).toEqual(['a', 'b', 'c']);
    expect([...withChoice(new Set(['a', 'b']), ['b', 'c'], false)]).toEqual(['a']);
  });
});
