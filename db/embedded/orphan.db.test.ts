import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEmbedded } from '../embedded.ts';
import { programOf, stateOf } from './process-identity.ts';
import { findSystemUser } from './system-user.ts';

let dataDir: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'wallchart-orphan-'));
  await chmod(dataDir, 0o711);
  await startAndStop();
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

/** Starts on the one cluster of this file, and gives the steps that it took. */
async function startAndStop(): Promise<string[]> {
  const steps: string[] = [];
  const server = await startEmbedded({ dataDir, durable: false, onProgress: ({ step }) => steps.push(step) });
  await server.stop();
  return steps;
}

/** Leaves a postmaster.pid as a killed PostgreSQL would. */
async function leaveNote(firstLine: string | number, port = '1'): Promise<void> {
  const lines = [firstLine, join(dataDir, 'postgres'), '1', port, '', '127.0.0.1', '', 'ready'];
  await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), lines.join('\n'));
}

const recovered = ['recover', 'start', 'ready', 'stop'];

/** A process that has ended under a parent that does not take note of it, both of the user that runs PostgreSQL. */
async function makeZombie(): Promise<number> {
  const parent = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60'], {
    ...(await findSystemUser(() => undefined)),
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(parent);
  const pid = Number(await new Promise((resolve) => parent.stdout.once('data', resolve)));
  // A shell would reap it.
  await expect.poll(() => programOf(parent.pid as number)).toBe('sleep');
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => stateOf(pid)).toBe('zombie');
  return pid;
}

// Windows has no zombies.
test.skipIf(process.platform === 'win32')(
  'a PostgreSQL that ended and that no parent reaps holds nothing',
  async () => {
    await leaveNote(await makeZombie());
    expect(await startAndStop()).toEqual(recovered);
  },
);

describe('a note that was left holds nothing', () => {
  test.each([
    ['empty', ''],
    ['garbled', 'not a number'],
    ['of a negative number that no process has', -99_999_999],
    ['of a number that no process has', 99_999_999],
    ['of this process, as numbers begin again in a container', process.pid],
    ['of the parent of this process', process.ppid],
  ])('%s', async (_, line) => {
    await leaveNote(line);
    expect(await startAndStop()).toEqual(recovered);
  });

  test('whose number the system gave to an innocent process, which lives on', async () => {
    const bystander = spawn('sleep', ['60'], { stdio: 'ignore' });
    children.push(bystander);
    if (process.platform !== 'win32') expect(programOf(bystander.pid as number)).toBe('sleep');
    await leaveNote(bystander.pid as number, 'no port');
    expect(await startAndStop()).toEqual(recovered);
    expect(stateOf(bystander.pid as number)).toBe('alive');
  });

  test('whose number belongs to a process of the system', async () => {
    await leaveNote(1);
    expect(await startAndStop()).toEqual(recovered);
    expect(['alive', 'foreign']).toContain(stateOf(1));
  });
});
