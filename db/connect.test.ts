import { expect, test } from 'vitest';
import { assertSupported, withoutPassword } from './connect.ts';

test('PostgreSQL 14 is refused with a code, 15 is taken', () => {
  expect(() => assertSupported({ number: 140_019, text: '14.19' })).toThrow(
    expect.objectContaining({ code: 'POSTGRES_TOO_OLD', message: expect.stringContaining('14.19') }),
  );
  expect(() => assertSupported({ number: 150_000, text: '15.0' })).not.toThrow();
});

test('an address in a message has no password', () => {
  expect(withoutPassword('postgres://u:p%40ss@db:5432/w')).toBe('postgres://u:***@db:5432/w');
  expect(withoutPassword('not an address')).not.toContain('not an address');
});
