import { expect, it } from 'vitest';
import { readReportQuery } from './report-query.ts';

const read = (query: string) => readReportQuery(Object.fromEntries(new URLSearchParams(query)), { size: ['A0', 'A3'] });
const code = (query: string): unknown => {
  try {
    return read(query);
  } catch (error) {
    return (error as { code: string }).code;
  }
};

it('reads a report, with its defaults', () => {
  expect(read('campaign=c&unit=350322')).toEqual({
    campaign: 'c',
    unit: '350322',
    asOf: null,
    knownAt: null,
    tree: 'then',
    lang: 'zh',
    size: 'A0',
  });
});

it('understands an offset whose plus sign was not escaped', () => {
  expect(read('campaign=c&unit=1&knownAt=2014-08-01T09:30:00+08:00').knownAt).toBe('2014-08-01T01:30:00.000Z');
  expect(read('campaign=c&unit=1&knownAt=2014-08-01T09:30:00%2B08:00').knownAt).toBe('2014-08-01T01:30:00.000Z');
});

it('names what is wrong', () => {
  expect(code('unit=1')).toBe('BAD_INPUT');
  expect(code('campaign=c&unit=1&asOf=31.7.2014')).toBe('BAD_DATE');
  expect(code('campaign=c&unit=1&size=A7')).toBe('BAD_INPUT');
  expect(code('campaign=c&unit=1&Lang=en')).toBe('BAD_INPUT');
});
