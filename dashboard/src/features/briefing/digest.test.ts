import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { canonical, dataDigest } from './digest.ts';

it('equal data have one canonical text, whatever the order of their keys', () => {
  const one = { b: [1, { d: null, c: '村' }], a: true };
  const other = { a: true, b: [1, { c: '村', d: null }] };
  expect(canonical(one)).toBe('{"a":true,"b":[1,{"c":"村","d":null}]}');
  expect(canonical(other)).toBe(canonical(one));
  expect(canonical({ b: [{ c: '村', d: null }, 1], a: true })).not.toBe(canonical(one));
});

it('the digest is SHA-256 over that text in UTF-8', async () => {
  const data = { name: '六户村', value: '32' };
  const expected = createHash('sha256').update('{"name":"六户村","value":"32"}').digest('hex');
  expect(await dataDigest(data)).toBe(expected);
});
