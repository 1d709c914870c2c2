import { describe, expect, it } from 'vitest';
import {
  conditions,
  filterFromAddress,
  filterToAddress,
  matches,
  NO_FILTER,
  toggled,
  type FilterableCase,
  type LedgerFilter,
} from './ledger-filter.ts';

const liudu: FilterableCase = {
  caseNo: 'XY-07',
  unit: { name: '六户村', kind: 'VILLAGE' },
  town: { code: '350322105000', name: '园庄镇' },
  state: 'RECTIFYING',
  overdue: true,
  rectified: false,
  grade: null,
  primaryCause: { code: 'C01' },
  otherCauses: [{ code: 'C14' }],
  contactLeader: '县委组织部部长',
  pinyin: 'lhc',
};
const shows = (part: Partial<LedgerFilter>): boolean => matches(liudu, { ...NO_FILTER, ...part });

describe('ledger filter in the address', () => {
  it('comes back as it went', () => {
    const filter: LedgerFilter = {
      text: '六户 lh',
      states: ['RECTIFYING', 'SUBMITTED'],
      causes: ['C14'],
      primary: ['C01'],
      kinds: ['COMMUNITY'],
      towns: ['350322105000'],
      grades: ['GOOD'],
      overdue: true,
      rectified: false,
      countedIn: 'OUTSTANDING',
      changedBy: '12',
    };
    expect(filterFromAddress(filterToAddress(filter))).toEqual(filter);
  });

  it('removes from an address what restricts nothing', () => {
    const address = { state: 'PLANNED', asOf: '2014-07-31', ...filterToAddress(NO_FILTER) };
    expect(JSON.parse(JSON.stringify(address))).toEqual({ asOf: '2014-07-31' });
  });

  it('reads repeated keys, lists with blanks and unknown flags without harm', () => {
    const filter = filterFromAddress({ cause: ['C09,', ' C14 ', 'C09', null], overdue: 'perhaps', state: null });
    expect(filter.causes).toEqual(['C09', 'C14']);
    expect(filter.overdue).toBeNull();
    expect(filter.states).toEqual([]);
  });

  it('counts each condition once', () => {
    expect(conditions(NO_FILTER)).toBe(0);
    expect(conditions(filterFromAddress({ q: 'x', state: 'A,B', overdue: '0', countedIn: 'OVERDUE' }))).toBe(5);
  });
});

describe('ledger filter over a case', () => {
  it('shows everything without a condition', () => expect(shows({})).toBe(true));

  it('finds a unit by part of its name, its town, its number and its leader', () => {
    expect(['六户', '园庄', 'xy-07', '组织部'].map((text) => shows({ text }))).toEqual([true, true, true, true]);
    expect(shows({ text: '东山' })).toBe(false);
  });

  it('finds a unit by pinyin initials in either case, and needs every word', () => {
    expect(shows({ text: 'LH' })).toBe(true);
    expect(shows({ text: 'lh 园庄' })).toBe(true);
    expect(shows({ text: 'lh 东山' })).toBe(false);
  });

  it('tells the primary cause from the others', () => {
    expect(shows({ causes: ['C14'] })).toBe(true);
    expect(shows({ primary: ['C14'] })).toBe(false);
  });

  it('does not take a missing grade for one that was asked', () => expect(shows({ grades: ['GOOD'] })).toBe(false));

  it('tells no from not asked', () => {
    expect(shows({ rectified: false })).toBe(true);
    expect(shows({ rectified: true })).toBe(false);
    expect(shows({ overdue: false })).toBe(false);
  });

  it('joins values of one condition by or and conditions by and', () => {
    expect(shows({ states: ['PLANNED', 'RECTIFYING'], kinds: ['VILLAGE'] })).toBe(true);
    expect(shows({ states: ['RECTIFYING'], kinds: ['COMMUNITY'] })).toBe(false);
  });
});

describe('toggling a condition', () => {
  it('puts a value in and takes it out again', () => {
    const on = toggled(NO_FILTER, 'states', 'ACCEPTED');
    expect(on.states).toEqual(['ACCEPTED']);
    expect(toggled(on, 'states', 'ACCEPTED')).toEqual(NO_FILTER);
  });
});
