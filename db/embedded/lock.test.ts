import { cp, mkdir, mkdtemp, readdir, realpath, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isCopied, lockFolder } from './lock.ts';

let top: string;
let data: string;

beforeEach(async () => {
  top = await realpath(await mkdtemp(join(tmpdir(), 'wallchart-lock-')));
  data = join(top, 'data');
  await mkdir(data);
});

afterEach(async () => {
  await rm(top, { recursive: true, force: true });
});

test('a copy of a folder in use is recognised, and the message says how to make a backup', async () => {
  const release = await lockFolder(data);
  const copy = join(top, 'copy');
  await cp(data, copy, { recursive: true });
  expect([await isCopied(data), await isCopied(copy)]).toEqual([false, true]);
  await expect(lockFolder(copy)).rejects.toMatchObject({
    code: 'DATA_FOLDER_COPIED',
    message: expect.stringMatching(
      `${copy} is a copy of ${data} .*process ${process.pid}.*wallchart backup FILE.*wallchart restore FILE`,
    ),
  });
  await release();
  await expect(lockFolder(copy)).rejects.toMatchObject({ code: 'DATA_FOLDER_COPIED' });

  await rm(join(copy, 'owner.json'));
  await (
    await lockFolder(copy)
  )();
  expect([await readdir(data), await readdir(copy)]).toEqual([[], []]);
});

test('a folder that was moved while in use is in use there too', async () => {
  await lockFolder(data);
  const moved = join(top, 'moved');
  await rename(data, moved);
  expect(await isCopied(moved)).toBe(false);
  await expect(lockFolder(moved)).rejects.toMatchObject({ code: 'DATA_FOLDER_IN_USE' });
});
