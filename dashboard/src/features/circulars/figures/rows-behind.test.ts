import { expect, test } from 'vitest';
import { rowsBehind } from './rows-behind.ts';

const PLACE = {
  campaign: 'county-2014',
  unit: '350322',
  asOf: '2014-07-31',
  previousAsOf: '2014-06-30',
  carried: { lang: 'en' },
};
const RATE = { of: 'metric', metric: 'RECTIFICATION_RATE', part: 'value', at: 'now' } as const;

test('a metric leads to its rows on the day of the circular, not of the view', () => {
  expect(rowsBehind(RATE, PLACE)).toEqual({
    name: 'overview',
    params: { campaign: 'county-2014', code: '350322' },
    query: { lang: 'en', asOf: '2014-07-31', rows: 'RECTIFICATION_RATE' },
  });
});

test('a denominator, another unit, a part and the last circular lead to theirs', () => {
  const bind = {
    ...RATE,
    part: 'denominator',
    at: 'previous',
    unit: '350322108',
    by: { dimension: 'UNIT_KIND', key: 'VILLAGE' },
  } as const;
  expect(rowsBehind(bind, PLACE)).toMatchObject({
    query: {
      asOf: '2014-06-30',
      rows: 'RECTIFICATION_RATE',
      rowsUnit: '350322108',
      rowsPart: 'UNIT_KIND:VILLAGE',
      rowsOf: 'den',
    },
  });
});

test('names of cases lead to the cases, a case to its page, a day nowhere', () => {
  expect(rowsBehind({ of: 'names', list: 'OVERDUE' }, PLACE)).toMatchObject({ query: { rows: 'OVERDUE' } });
  expect(rowsBehind({ of: 'case', caseNo: '2014-019' }, PLACE)).toMatchObject({
    name: 'case',
    params: { caseNo: '2014-019' },
  });
  expect(rowsBehind({ of: 'names', list: 'ALL_DONE' }, PLACE)).toBeNull();
  expect(rowsBehind({ of: 'day' }, PLACE)).toBeNull();
});
