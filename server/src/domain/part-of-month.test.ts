import { expect, it } from 'vitest';
import { partOfMonth, readPartOfMonth } from './part-of-month.ts';

it.each([
  ['2014年8月中旬', '2014-08-20~middle'],
  ['2014-08 中旬', '2014-08-20~middle'],
  ['2014/8 上旬', '2014-08-10~early'],
  ['2014年8月底', '2014-08-31~late'],
  ['2014年2月下旬', '2014-02-28~late'],
  ['2014年8月', '2014-08-31~month'],
  ['2014-08', '2014-08-31~month'],
  ['2014-08 middle', '2014-08-20~middle'],
  ['2014-08 Mid', '2014-08-20~middle'],
])('%s is %s', (text, read) => {
  expect(readPartOfMonth(text)).toBe(read);
});

it.each([
  '8月中旬',
  '2014年13月',
  '2014年中',
  '2014年8月中下旬',
  '2014-08 sometime',
  '1800年8月',
  '2014-08-15',
  '2014-W33',
])('%s is no part of a month', (text) => {
  expect(readPartOfMonth(text)).toBeNull();
});

it.each(['early', 'middle', 'late', 'month'])('what is written of %s is read again', (part) => {
  const last = { early: '10', middle: '20' }[part] ?? '31';
  for (const lang of ['zh', 'en'] as const) {
    expect(readPartOfMonth(partOfMonth(`2014-08-${last}`, part, lang))).toBe(`2014-08-${last}~${part}`);
  }
});
