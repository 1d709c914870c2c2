import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { canEnter } from './reach.ts';

let top: string;
/** No one's numbers: neither owner nor group of anything here. */
const stranger = { uid: 4_000_001, gid: 4_000_001 };

beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'wallchart-reach-'));
  await mkdir(join(top, 'data'));
});

afterEach(async () => {
  await rm(top, { recursive: true, force: true });
});

test('a closed folder anywhere above keeps another user out, an open way lets it in', async () => {
  const data = join(top, 'data');
  expect(await canEnter(data, stranger)).toBe(false);
  await chmod(top, 0o711);
  expect(await canEnter(data, stranger)).toBe(true);
  await chmod(data, 0o700);
  expect(await canEnter(data, stranger)).toBe(false);
});

test('the user of this process needs no way in', async () => {
  expect(await canEnter(join(top, 'data'), undefined)).toBe(true);
});
