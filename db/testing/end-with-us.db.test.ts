import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { isAlive } from '../embedded/process-identity.ts';

const TSX = fileURLToPath(import.meta.resolve('tsx'));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** A process that starts a PostgreSQL for tests, as the main process of a run does, and says its number and folder. */
async function started(): Promise<{ owner: ChildProcess; postgres: number; folder: string }> {
  const module = new URL('./start-server.ts', import.meta.url).href;
  const script = `import(${JSON.stringify(module)}).then(async ({ startTestServer }) => {
    const { pid, dataDir } = await startTestServer();
    console.log(JSON.stringify({ postgres: pid, folder: dataDir }));
    setInterval(() => undefined, 1000);
  })`;
  const owner = spawn(process.execPath, ['--import', TSX, '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(owner);
  const line = await new Promise<string>((resolve) => {
    owner.stdout.once('data', (text: Buffer) => resolve(String(text)));
    owner.once('exit', () => resolve('{}'));
  });
  return { owner, ...(JSON.parse(line) as { postgres: number; folder: string }) };
}

test('the PostgreSQL of a killed run is gone, and its folder', async () => {
  const { owner, postgres, folder } = await started();
  expect([isAlive(postgres), existsSync(folder)]).toEqual([true, true]);
  owner.kill('SIGKILL');
  await vi.waitFor(() => expect([isAlive(postgres), existsSync(folder)]).toEqual([false, false]), {
    timeout: 60_000,
    interval: 100,
  });
});
