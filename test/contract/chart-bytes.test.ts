import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { drawPictures } from '../support/draw-pictures.ts';
import { ROOT } from '../support/process.ts';

const SCRIPT = fileURLToPath(new URL('../support/draw-pictures.ts', import.meta.url));

test(
  'the same figures give the same bytes, drawn again or by another process elsewhere',
  { timeout: 180_000 },
  async () => {
    const first = await drawPictures();
    expect(new Set(first).size).toBe(4);
    expect(await drawPictures()).toEqual(first);
    const elsewhere = { ...process.env, TZ: 'Asia/Kolkata', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', SCRIPT], {
      cwd: ROOT,
      env: elsewhere,
    });
    expect(JSON.parse(stdout)).toEqual(first);
  },
);
