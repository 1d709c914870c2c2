import { describe, expect, it } from 'vitest';
import {
  caseFilter,
  conditions,
  filterFromAddress,
  filterToAddress,
  NO_FILTER,
  scopeOf,
  toggled,
  type LedgerFilter,
} from './ledger-filter.ts';

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
      metricFilter: 'OUTSTANDING',
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

describe('ledger filter as the API takes it', () => {
  it('is none without a condition', () => expect([caseFilter(NO_FILTER), scopeOf(NO_FILTER)]).toEqual([null, null]));

  it('says every condition', () => {
    const address = {
      q: '六户 lh',
      state: 'RECTIFYING,SUBMITTED',
      cause: 'C14',
      primaryCause: 'C01',
      kind: 'COMMUNITY',
      town: '350322105',
      grade: 'GOOD',
      overdue: '1',
      rectified: '0',
      countedIn: 'OUTSTANDING',
      changedBy: '12',
    };
    expect(caseFilter(filterFromAddress(address))).toEqual({
      text: '六户 lh',
      states: ['RECTIFYING', 'SUBMITTED'],
      causes: ['C14'],
      primaryCauses: ['C01'],
      kinds: ['COMMUNITY'],
      units: ['350322105'],
      grades: ['GOOD'],
      overdue: true,
      rectified: false,
      countedIn: 'OUTSTANDING',
      changedBy: '12',
    });
  });

  it('finds nothing by a name that is no state, instead of being refused', () => {
    expect(caseFilter(filterFromAddress({ state: 'ASLEEP' }))?.states).toEqual([]);
    expect(caseFilter(filterFromAddress({ state: 'ASLEEP,PLANNED' }))?.states).toEqual(['PLANNED']);
  });

  it('counts its choices among the cases of a figure, whatever else is chosen', () => {
    const filter = filterFromAddress({ countedIn: 'OVERDUE', state: 'PLANNED' });
    expect(scopeOf(filter)).toEqual({ countedIn: 'OVERDUE', changedBy: null });
  });
});

describe('toggling a condition', () => {
  it('puts a value in and takes it out again', () => {
    const on = toggled(NO_FILTER, 'states', 'ACCEPTED');
    expect(on.states).toEqual(['ACCEPTED']);
    expect(toggled(on, 'states', 'ACCEPTED')).toEqual(NO_FILTER);
  });
});
