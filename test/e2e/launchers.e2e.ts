import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ROOT } from '../support/process.ts';
import { freePort } from '../support/server.ts';
import { setUpFolder } from '../support/set-up-folder.ts';

const answers = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

// npx ends on SIGTERM without passing it on; what it started goes on under another parent. Seen through /proc only.
test.skipIf(process.platform !== 'linux')('the server stops when a launcher above its shell is ended', async () => {
  const dataDir = await setUpFolder();
  const port = await freePort();
  const serve = `"${process.execPath}" server/wallchart.js serve; true`;
  // As from a shell: it looks for a stale build, too.
  const { WALLCHART_BUILT: _, ...environment } = process.env;
  const launcher = spawn('sh', ['-c', `sh -c '${serve}'; true`], {
    cwd: ROOT,
    env: { ...environment, PORT: String(port), WALLCHART_DATA: dataDir, WALLCHART_SAMPLES: '0' },
    stdio: 'ignore',
  });
  try {
    await expect.poll(() => answers(port), { timeout: 60_000, interval: 100 }).toBe(true);
    launcher.kill('SIGTERM');
    await expect.poll(() => answers(port), { timeout: 10_000, interval: 100 }).toBe(false);
  } finally {
    launcher.kill('SIGKILL');
    await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  }
});
