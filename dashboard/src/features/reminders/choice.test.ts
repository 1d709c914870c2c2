import { describe, expect, it } from 'vitest';
import { addresseeOf, cardsOf, extentOf, tallyOf, withChoice, type Choice } from './choice.ts';

const leader = (post: string) => ({ kind: 'LEADER', card: `OVERDUE|${post}` });
const town = (post: string) => ({ kind: 'COMMITTEE', card: `OVERDUE|${post}` });
const matters = [
  { key: 'OVERDUE:1', recent: false, addressees: [leader('县长'), town('甲镇')] },
  { key: 'OVERDUE:2', recent: true, addressees: [leader('县长'), town('乙镇')] },
  { key: 'OVERDUE:3', recent: false, addressees: [leader('县长'), town('甲镇')] },
  { key: 'REPORTS_MISSED:4', recent: false, addressees: [{ kind: 'SECRETARY', card: 'REPORTS_MISSED:4' }] },
];
const all = new Set(matters.map(({ key }) => key));
const choice = (more: Partial<Choice> = {}): Choice => ({
  chosen: all,
  addressees: new Map(),
  again: false,
  separate: false,
  ...more,
});
const keys = (more: Partial<Choice> = {}): string[][] =>
  cardsOf(matters, choice(more)).map((card) => card.matters.map(({ key }) => key));

describe('what is chosen', () => {
  it('counts those reminded lately only when they are to be reminded again', () => {
    expect(tallyOf(matters, choice())).toEqual({ chosen: 4, recent: 1, cards: 2 });
    expect(tallyOf(matters, choice({ separate: true }))).toEqual({ chosen: 4, recent: 1, cards: 3 });
    expect(tallyOf(matters, choice({ separate: true, again: true }))).toEqual({ chosen: 4, recent: 1, cards: 4 });
    expect(tallyOf(matters, choice({ chosen: new Set(['OVERDUE:2']) }))).toEqual({ chosen: 1, recent: 1, cards: 0 });
  });

  it('does not count what is no longer on the list', () => {
    const gone = choice({ chosen: new Set(['OVERDUE:9']), again: true });
    expect(tallyOf(matters, gone)).toEqual({ chosen: 0, recent: 0, cards: 0 });
  });

  it('is one card an addressee, in the order of its first matter', () => {
    expect(keys()).toEqual([['OVERDUE:1', 'OVERDUE:3'], ['REPORTS_MISSED:4']]);
    expect(keys({ again: true })).toEqual([['OVERDUE:1', 'OVERDUE:2', 'OVERDUE:3'], ['REPORTS_MISSED:4']]);
    expect(keys({ addressees: new Map([['OVERDUE:1', 'COMMITTEE']]) })).toEqual([
      ['OVERDUE:1'],
      ['OVERDUE:3'],
      ['REPORTS_MISSED:4'],
    ]);
  });

  it('goes to who answers, or to whom another kind names where there is one', () => {
    const [one, , , last] = matters;
    const chosen = new Map(matters.map(({ key }) => [key, 'COMMITTEE']));
    expect(addresseeOf(one!, new Map()).card).toBe('OVERDUE|县长');
    expect(addresseeOf(one!, chosen).card).toBe('OVERDUE|甲镇');
    expect(addresseeOf(last!, chosen).kind).toBe('SECRETARY');
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
