import { describe, expect, it } from 'vitest';
import {
  caseOrder,
  COLUMNS,
  columnsFromAddress,
  columnsToAddress,
  DEFAULT_COLUMNS,
  nextSort,
  sortFromAddress,
  sortToAddress,
} from './ledger-columns.ts';

describe('sorting the ledger', () => {
  it('is by case number without a known column', () => {
    for (const word of ['', '-shoeSize']) {
      expect(caseOrder(sortFromAddress(word))).toEqual([{ by: 'CASE_NO', descending: false }]);
    }
  });
  it('knows an order of its own for every column', () => {
    const orders = COLUMNS.flatMap(({ id }) => caseOrder(sortFromAddress(`-${id}`)));
    expect(new Set(orders.map(({ by }) => by)).size).toBe(COLUMNS.length);
    expect(orders.every(({ descending }) => descending)).toBe(true);
  });
  it('goes up, down and away with each click on a head', () => {
    const up = nextSort(sortFromAddress('-unit'), 'daysLeft');
    const down = nextSort(up, 'daysLeft');
    expect([up, down, nextSort(down, 'daysLeft')].map(sortToAddress)).toEqual(['daysLeft', '-daysLeft', undefined]);
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
