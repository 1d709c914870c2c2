import { expect, test } from 'vitest';
import { momentFromText } from './pg-types.ts';

test('moments of PostgreSQL become ISO 8601 and infinity stays', () => {
  expect(momentFromText('2014-07-31 08:00:00+00')).toBe('2014-07-31T08:00:00.000Z');
  expect(momentFromText('2014-07-31 08:00:00.12+00')).toBe('2014-07-31T08:00:00.120Z');
  expect(momentFromText('2014-07-31 08:00:00.123456+00')).toBe('2014-07-31T08:00:00.123456Z');
  expect(momentFromText('infinity')).toBe('infinity');
  expect(momentFromText('-infinity')).toBe('-infinity');
});
