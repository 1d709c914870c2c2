import { describe, expect, it } from 'vitest';
import { visitDuty, type DutyCase } from './visit-duty.ts';

const visit = (visitedOn: string, role = 'leader') => ({
  role,
  visitedOn,
  problemsFound: 2,
  problemsFoundAtLeast: false,
  problemsSolved: 1,
  problemsSolvedAtLeast: false,
});
const duty = (part: Partial<DutyCase> = {}): DutyCase => ({
  identifiedOn: '2014-04-01',
  firstRectifiedOn: null,
  asOf: '2014-06-20',
  perMonth: 3,
  contacts: [{ role: 'leader', since: '2014-04-01' }],
  visits: [
    visit('2014-04-03'),
    visit('2014-04-10'),
    visit('2014-04-30'),
    visit('2014-05-05'),
    visit('2014-05-06', 'unit'),
  ],
  ...part,
});
const standings = (part: Partial<DutyCase> = {}) => visitDuty(duty(part)).map((month) => month.standing);

describe('visit duty', () => {
  it('judges full months by visits of the leader only, and not the month that still runs', () => {
    expect(standings()).toEqual(['met', 'short', 'partial']);
  });

  it('adds up visits, problems found and solved', () => {
    expect(visitDuty(duty())[1]).toMatchObject({
      month: '2014-05',
      leaderVisits: 1,
      otherVisits: 1,
      found: { n: 4, atLeast: false },
      solved: { n: 2, atLeast: false },
    });
  });

  it('gives a sum with a lower bound in it as a lower bound', () => {
    const visits = [visit('2014-05-05'), { ...visit('2014-05-06'), problemsFoundAtLeast: true }];
    expect(visitDuty(duty({ visits }))[1]).toMatchObject({
      found: { n: 4, atLeast: true },
      solved: { n: 2, atLeast: false },
    });
  });

  it('does not judge the month of identification unless it began on its first day', () => {
    expect(standings({ identifiedOn: '2014-04-02' })[0]).toBe('partial');
  });

  it('judges the month that the as-of day completes', () => {
    expect(standings({ asOf: '2014-06-30' })[2]).toBe('short');
  });

  it('ends with the month of rectification, which it does not judge even on its last day', () => {
    expect(standings({ firstRectifiedOn: '2014-05-31' })).toEqual(['met', 'partial']);
    expect(standings({ firstRectifiedOn: '2014-06-01' })).toEqual(['met', 'short', 'partial']);
  });

  it('says when no one had the duty, and judges a month that a leader had for one day', () => {
    expect(standings({ contacts: [{ role: 'unit', since: '2014-01-01' }] })[0]).toBe('noLeader');
    expect(standings({ contacts: [{ role: 'leader', since: '2014-01-01', until: '2014-04-01' }] })).toEqual([
      'met',
      'noLeader',
      'partial',
    ]);
  });

  it('judges nothing when the campaign sets no number', () => {
    expect(standings({ perMonth: null })[0]).toBe('unset');
  });

  it('leaves out visits after the as-of day', () => {
    expect(visitDuty(duty({ asOf: '2014-04-09' })).map((month) => month.leaderVisits)).toEqual([1]);
  });
});
