import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { freeBytesOf } from './free-space.ts';

test('tells what is left on the fullest disk, and skips folders that are not there', async () => {
  const { bavail, bsize } = statfsSync(tmpdir());
  const free = await freeBytesOf([tmpdir(), '/no/such/folder']);
  expect(free / (bavail * bsize)).toBeCloseTo(1, 1);
  expect(await freeBytesOf(['/no/such/folder'])).toBe(Infinity);
});

// Its disk is full at all times.
test.skipIf(process.platform !== 'linux')('a folder without room has none', async () => {
  expect(await freeBytesOf([tmpdir(), '/proc'])).toBe(0);
});
