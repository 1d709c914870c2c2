import { Big } from 'big.js';
import { expect, it } from 'vitest';
import { writeDay } from './write-day.ts';
import { writeAtLeast, writeIncrease, writeMoney, writePercent, writePoints } from './write-number.ts';

it.each([
  ['1860000.00', '186万元', '1,860,000 yuan'],
  ['187440.00', '18.744万元', '187,440 yuan'],
  ['9500.00', '9500元', '9,500 yuan'],
  ['12345678.90', '12345678.9元', '12,345,678.9 yuan'],
  ['0.00', '0元', '0 yuan'],
])('writes %s yuan exactly', (yuan, zh, en) => {
  expect(writeMoney(new Big(yuan), 'zh')).toBe(zh);
  expect(writeMoney(new Big(yuan), 'en')).toBe(en);
});

it.each([
  ['0.8648648649', '86.5%'],
  ['1', '100%'],
  ['0.0005', '0.1%'],
  ['0', '0%'],
])('writes %s as %s', (ratio, text) => {
  expect(writePercent(new Big(ratio), 'zh')).toBe(text);
});

it('a change of a share is in points with its direction, never per cent', () => {
  expect(writePoints(new Big('24.324'), 'zh')).toBe('提高24.3个百分点');
  expect(writePoints(new Big('-2'), 'zh')).toBe('下降2个百分点');
  expect(writePoints(new Big('0.04'), 'zh')).toBe('基本持平');
  expect(writePoints(new Big('1'), 'en')).toBe('up 1 percentage point');
  expect(writePoints(new Big('-2.25'), 'en')).toBe('down 2.3 percentage points');
});

it('an increase has its direction', () => {
  expect(writeIncrease(new Big('0.436'), 'zh')).toBe('提高43.6%');
  expect(writeIncrease(new Big('-0.1'), 'en')).toBe('down 10%');
  expect(writeIncrease(new Big('0'), 'zh')).toBe('持平');
});

it.each([
  ['500', '500余', 'at least 500'],
  ['37', '不少于37', 'at least 37'],
  ['0', '不少于0', 'at least 0'],
])('a lower bound of %s stays one', (value, zh, en) => {
  expect(writeAtLeast(new Big(value), value, 'zh')).toBe(zh);
  expect(writeAtLeast(new Big(value), value, 'en')).toBe(en);
});

it('days are not padded', () => {
  expect(writeDay('2014-07-01', 'zh')).toBe('2014年7月1日');
  expect(writeDay('2014-07-01', 'zh', 'monthDay')).toBe('7月1日');
  expect(writeDay('2014-07-01', 'en')).toBe('1 July 2014');
});
