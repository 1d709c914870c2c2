import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findRunning, startEmbedded, type EmbeddedServer } from './embedded.ts';
import { isAlive } from './embedded/process-identity.ts';

const folders: string[] = [];
let dataDir: string;
let servers: EmbeddedServer[];
let children: ChildProcess[];

beforeEach(async () => {
  dataDir = await emptyFolder();
  servers = [];
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill();
  await Promise.all(servers.map((server) => server.stop()));
});

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wallchart-embedded-'));
  await chmod(folder, 0o711);
  folders.push(folder);
  return folder;
}

async function start(onStep: (step: string) => void = () => undefined): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir, onProgress: ({ step }) => onStep(step) });
  servers.push(server);
  return server;
}

async function query<T extends object>(url: string, text: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await condition())) {
    expect(Date.now()).toBeLessThan(end);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A start that is stopped there leaves nothing running, and the next goes on. */
async function expectStoppedAt(at: string): Promise<void> {
  const abort = new AbortController();
  const starting = startEmbedded({
    dataDir,
    onProgress: ({ step }) => step === at && setTimeout(() => abort.abort(new RangeError('stop')), 50),
    signal: abort.signal,
  });
  await expect(starting).rejects.toThrow('stop');
  expect(await readdir(dataDir, { recursive: true })).not.toContain(join('postgres', 'postmaster.pid'));
  expect((await readdir(dataDir)).filter((name) => /\.init$|owner/.test(name))).toEqual([]);
  const server = await start();
  expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
}

test('keeps what was written over a stop and a quick start, and stop may be called again', async () => {
  const steps: string[] = [];
  const first = await start((step) => steps.push(step));
  await query(first.url, 'create table kept as select 42 as answer');
  await Promise.all([first.stop(), first.stop()]);
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);
  expect(steps).toEqual(['initialise', 'start', 'ready', 'stop']);

  const again: string[] = [];
  const second = await start((step) => again.push(step));
  expect(again).toEqual(['start', 'ready']);
  expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

describe('on a folder that was set up before', () => {
  let setUp: string;
  beforeAll(async () => {
    setUp = await emptyFolder();
    await (await startEmbedded({ dataDir: setUp })).stop();
  });
  beforeEach(() => {
    dataDir = setUp;
  });

  describe('and is in use', () => {
    let running: EmbeddedServer;
    beforeAll(async () => {
      running = await startEmbedded({ dataDir: setUp });
    });
    afterAll(() => running.stop());

    test('listens on loopback only, asks for a password and keeps it in files of its owner', async () => {
      const { url, dataDir: folder } = running;
      const settings = await query<{ name: string; setting: string }>(
        url,
        "select name, setting from pg_settings where name in ('listen_addresses', 'fsync', 'unix_socket_directories') order by name",
      );
      expect(settings.map(({ setting }) => setting)).toEqual(['on', '127.0.0.1', '']);
      const wrong = new URL(url);
      wrong.password = 'wrong';
      await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
      for (const file of ['postgres.password', 'server.json', 'owner.json']) {
        expect([file, (await stat(join(folder, file))).mode & 0o777]).toEqual([file, 0o600]);
      }
    });

    test('refuses a second start on the same folder, naming the process and what to do', async () => {
      await expect(startEmbedded({ dataDir })).rejects.toMatchObject({
        code: 'DATA_FOLDER_IN_USE',
        message: expect.stringMatching(new RegExp(`process ${process.pid}\\).*Stop that one first.*WALLCHART_DATA`)),
      });
    });
  });

  test('recovers committed rows after the postmaster was killed', async () => {
    let died = 0;
    const first = await startEmbedded({ dataDir, onUnexpectedExit: () => died++ });
    await query(first.url, 'create table kept as select 42 as answer');
    process.kill(first.pid, 'SIGKILL');
    await until(() => died === 1);
    expect(await findRunning(dataDir)).toBeUndefined();

    const steps: string[] = [];
    const second = await start((step) => steps.push(step));
    expect(steps).toEqual(['recover', 'start', 'ready']);
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await first.stop();
  });

  test('stops the PostgreSQL that a killed Wallchart left behind and takes over its folder', async () => {
    const embedded = new URL('./embedded.ts', import.meta.url).href;
    const script = `import(${JSON.stringify(embedded)}).then(async ({ startEmbedded }) => {
      const { pid } = await startEmbedded({ dataDir: process.argv[1] });
      console.log(pid);
      setInterval(() => undefined, 1000);
    })`;
    const parent = spawn(process.execPath, ['--import', tsx(), '--eval', script, dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(parent);
    const orphan = Number(
      await new Promise<string>((resolve) => parent.stdout.once('data', (data: Buffer) => resolve(data.toString()))),
    );
    expect(await findRunning(dataDir)).toMatchObject({ pid: parent.pid });
    await expect(startEmbedded({ dataDir })).rejects.toMatchObject({ code: 'DATA_FOLDER_IN_USE' });
    const gone = new Promise((resolve) => parent.once('close', resolve));
    parent.kill('SIGKILL');
    await gone;
    expect(isAlive(orphan)).toBe(true);

    const steps: string[] = [];
    const server = await start((step) => steps.push(step));
    expect(isAlive(orphan)).toBe(false);
    expect(steps).toEqual(['recover', 'start', 'ready']);
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a note of a process number that belongs to something else by now does not hold the folder', async () => {
    const bystander = spawn('sleep', ['60']);
    try {
      await writeFile(join(dataDir, 'owner.json'), JSON.stringify({ pid: bystander.pid, started: '1' }));
      const note = [bystander.pid, join(dataDir, 'postgres'), '1', '1', '', '127.0.0.1', '', 'ready'].join('\n');
      await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), note);
      const server = await start();
      expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(bystander.exitCode).toBeNull();
    } finally {
      bystander.kill();
    }
  });

  test('one of two starts at the same moment wins', async () => {
    const outcomes = await Promise.allSettled([start(), start()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'DATA_FOLDER_IN_USE' },
    });
  });

  test('what a failed start had written is gone again, and its PostgreSQL with it', async () => {
    await mkdir(join(dataDir, 'server.json', 'in the way'), { recursive: true });
    await expect(startEmbedded({ dataDir, durable: false })).rejects.toMatchObject({ code: 'DATA_FOLDER_UNUSABLE' });
    expect((await readdir(dataDir)).toSorted()).toEqual(['postgres', 'postgres.password', 'server.json']);
    expect(await readdir(join(dataDir, 'postgres'))).not.toContain('postmaster.pid');
    await rm(join(dataDir, 'server.json'), { recursive: true });
  });

  test('a start that is stopped at "start" leaves nothing running', () => expectStoppedAt('start'));

  test('a running server is found by its folder, and not when it has stopped', async () => {
    expect(await findRunning(dataDir)).toBeUndefined();
    const server = await start();
    expect(await findRunning(dataDir)).toEqual({ url: server.url, pid: process.pid });
    const left = await readFile(join(dataDir, 'server.json'), 'utf8');
    await server.stop();
    expect(await findRunning(dataDir)).toBeUndefined();
    await writeFile(join(dataDir, 'server.json'), left);
    expect(await findRunning(dataDir)).toBeUndefined();
  });
});

test('a folder that cannot be made or written is refused with a code and what to do', async () => {
  await writeFile(join(dataDir, 'file'), '');
  const unusable = { code: 'DATA_FOLDER_UNUSABLE', message: expect.stringContaining('WALLCHART_DATA') };
  for (const folder of ['file', 'file/data', 'file/data/deeper']) {
    await expect(startEmbedded({ dataDir: join(dataDir, folder) })).rejects.toMatchObject(unusable);
  }
});

// Node's own recursive mkdir tries for ever there.
test.skipIf(process.platform !== 'linux')('a file system that takes no folders is refused at once', async () => {
  await expect(startEmbedded({ dataDir: '/proc/wallchart/data' })).rejects.toMatchObject({
    code: 'DATA_FOLDER_UNUSABLE',
  });
});

test('a file of the folder that cannot be written is named', async () => {
  await mkdir(join(dataDir, 'postgres.password'));
  await expect(startEmbedded({ dataDir })).rejects.toMatchObject({
    code: 'DATA_FOLDER_UNUSABLE',
    message: expect.stringContaining('postgres.password'),
  });
  expect(await readdir(dataDir)).toEqual(['postgres.password']);
});

test('what a start that was killed had begun to set up is gone after the next', async () => {
  await mkdir(join(dataDir, 'postgres.init', 'postgres'), { recursive: true });
  await writeFile(join(dataDir, 'postgres.init', 'postgres', 'PG_VERSION'), '18\n');
  await start();
  expect((await readdir(dataDir)).filter((name) => name.includes('init'))).toEqual([]);
});

test('a start that is stopped at "initialise" leaves nothing running', () => expectStoppedAt('initialise'));

/** The loader that lets Node run the source, however this process was started. */
const tsx = (): string => fileURLToPath(import.meta.resolve('tsx'));
