import { describe, expect, it } from 'vitest';
import type { LedgerCaseFragment } from '../../generated/graphql.ts';
import {
  columnsFromAddress,
  columnsToAddress,
  DEFAULT_COLUMNS,
  sortCases,
  sortFromAddress,
  sortToAddress,
} from './ledger-columns.ts';

const item = (caseNo: string, daysLeft: number | null): LedgerCaseFragment => ({
  caseNo,
  unit: { code: `u${caseNo}`, name: caseNo, kind: 'VILLAGE' },
  town: null,
  state: 'RECTIFYING',
  stateSince: '2014-04-01',
  identifiedOn: '2014-04-01',
  primaryCause: { code: 'C01', zh: '', en: '' },
  otherCauses: [],
  deadline: null,
  daysLeft,
  overdue: false,
  rectified: false,
  rectifiedOn: null,
  grade: null,
  contactLeader: null,
  documentNo: null,
  relapseOf: null,
  illustrative: [],
  pinyin: '',
});
const cases = [item('a', 5), item('b', null), item('c', -16), item('d', 5)];
const order = (word: string): string =>
  sortCases(cases, sortFromAddress(word))
    .map((one) => one.caseNo)
    .join('');

describe('sorting the ledger', () => {
  it('sorts numbers as numbers and keeps equals in their order', () => expect(order('daysLeft')).toBe('cadb'));
  it('keeps blanks last when descending', () => expect(order('-daysLeft')).toBe('adcb'));
  it('leaves the order alone without a known column', () => expect(order('-shoeSize')).toBe('abcd'));
  it('does not change the list it was given', () => {
    order('daysLeft');
    expect(cases.map((one) => one.caseNo).join('')).toBe('abcd');
  });
  it('says a sort in the address and reads it back', () => {
    for (const word of ['daysLeft', '-unit']) expect(sortToAddress(sortFromAddress(word))).toBe(word);
    expect(sortToAddress(null)).toBeUndefined();
  });
});

describe('columns in the address', () => {
  it('keeps the order of the ledger and drops unknown names', () => {
    expect(columnsFromAddress(['unit', 'shoeSize', 'caseNo'])).toEqual(['caseNo', 'unit']);
    expect(columnsFromAddress(['shoeSize'])).toEqual(DEFAULT_COLUMNS);
  });
  it('says nothing about the usual columns', () => {
    expect(columnsToAddress(DEFAULT_COLUMNS.toReversed())).toBeUndefined();
    expect(columnsToAddress(['unit', 'caseNo'])).toBe('caseNo,unit');
  });
});
