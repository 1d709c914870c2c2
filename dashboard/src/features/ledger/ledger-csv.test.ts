import { describe, expect, it } from 'vitest';
import { toCsv } from './ledger-csv.ts';

describe('ledger as CSV', () => {
  it('starts with the mark of UTF-8 and ends every line as Excel does', () => {
    expect(toCsv([['村'], ['六户村']])).toBe('\uFEFF村\r\n六户村\r\n');
  });
  it('quotes commas, quotes and line breaks', () => {
    expect(toCsv([['a,b', 'say "x"', 'two\nlines']])).toContain('"a,b","say ""x""","two\nlines"');
  });
  it('disarms what a spreadsheet would run', () => {
    expect(toCsv([['=1+1', '@x', '-2']])).toBe("\uFEFF'=1+1,'@x,'-2\r\n");
  });
});
