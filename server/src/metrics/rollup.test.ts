import { expect, it } from 'vitest';
import { registry } from './registry.ts';
import { addUp, rollUp, sameAmount, type Tally } from './rollup.ts';

const tally = (sum: string | null): Tally => ({ sum, atLeast: false, illustrative: false });
const rate = registry.get('RECTIFICATION_RATE')!;
const rateOf = (numerator: string | null, denominator: string | null) =>
  rollUp(
    rate,
    new Map([
      [rate.numerator, tally(numerator)],
      [rate.denominator!, tally(denominator)],
    ]),
  ).value;

it('divides once, to ten decimals, half up', () => {
  expect(rateOf('32', '37')).toBe('0.8648648649');
  expect(rateOf('1', '3')).toBe('0.3333333333');
  expect(rateOf('2', '3')).toBe('0.6666666667');
  expect(rateOf('1', '20000000000')).toBe('0.0000000001');
  expect(rateOf('37', '37')).toBe('1');
});

it('has no value over nothing', () => {
  expect(rateOf('0', '0')).toBeNull();
  expect(rateOf(null, '5')).toBeNull();
  expect(rateOf('1', null)).toBeNull();
});

it('a count over no rows is zero, a sum of money is nothing', () => {
  expect(rollUp(registry.get('IDENTIFIED')!, new Map())).toMatchObject({
    value: '0',
    numerator: '0',
    denominator: null,
  });
  expect(rollUp(registry.get('VENUE_GAP')!, new Map())).toMatchObject({ value: null, numerator: null, note: null });
});

it('writes yuan with two decimals, and amounts beyond a double exactly', () => {
  const funds = registry.get('PROJECT_FUNDS')!;
  expect(rollUp(funds, new Map([[funds.numerator, tally('90071992547409.93')]])).value).toBe('90071992547409.93');
  expect(rollUp(funds, new Map([[funds.numerator, tally('0')]])).value).toBe('0.00');
});

it('adds up exactly, and nothing at all is null', () => {
  expect(addUp(['0.1', null, '0.2'])).toBe('0.3');
  expect(addUp([null, null])).toBeNull();
  expect(sameAmount('1.10', '1.1')).toBe(true);
  expect(sameAmount(null, '1')).toBe(false);
});
