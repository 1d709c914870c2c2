import { describe, expect, it } from 'vitest';
import { fundsBySource, shareOf, sumYuan } from './funds-by-source.ts';

const fund = (source: string, amountYuan: string) => ({ source, receivedOn: '2014-06-01', amountYuan });

describe('funds by source', () => {
  it('adds exactly where a float would not', () => {
    expect(sumYuan(['0.10', '0.20'])).toBe('0.30');
    expect(sumYuan(['90071992547409.91', '0.01'])).toBe('90071992547409.92');
    expect(sumYuan(['-1.5', '1'])).toBe('-0.5');
    expect(sumYuan([])).toBe('0');
  });

  it('orders the sources upper, county and town, village, other', () => {
    const totals = fundsBySource([fund('other', '1'), fund('village', '2'), fund('upper', '3'), fund('upper', '4.5')]);
    expect(totals.map((total) => [total.source, total.amountYuan])).toEqual([
      ['upper', '7.5'],
      ['village', '2'],
      ['other', '1'],
    ]);
  });

  it('keeps a bar inside its track', () => {
    expect(shareOf('50', '200')).toBe(0.25);
    expect(shareOf('300', '200')).toBe(1);
    expect(shareOf('5', '0')).toBe(0);
  });
});
