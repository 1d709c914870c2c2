import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const SERVER = import.meta.dirname;
/** Says whether the bundler was loaded into the process that runs what was built. */
const TELLS = `const { sharedObjects } = process.report.getReport() as unknown as { sharedObjects: string[] };
process.stdout.write(sharedObjects.some((path) => path.includes('rolldown')) ? 'bundler inside' : 'bundler outside');`;

let project: string;
beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'wallchart-build-'));
  for (const folder of ['cli', 'app/large-operations']) {
    await mkdir(join(project, 'server/src', folder), { recursive: true });
  }
  for (const file of ['source-digest.ts', 'tsconfig.base.json', 'tsconfig.json', 'server/build-if-stale.ts']) {
    await cp(join(SERVER, '..', file), join(project, file));
  }
  await cp(join(SERVER, 'wallchart.js'), join(project, 'server/wallchart.js'));
  await writeFile(join(project, 'pnpm-lock.yaml'), '');
  await writeFile(join(project, 'server/package.json'), '{"type":"module"}');
  await symlink(join(SERVER, 'node_modules'), join(project, 'server/node_modules'), 'junction');
});
afterEach(() => rm(project, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
  readonly says: (words: string) => Promise<void>;
}

async function run(source: string): Promise<Run> {
  await writeFile(join(project, 'server/src/cli/main.ts'), source);
  for (const other of ['cli/hosted.ts', 'app/large-operations/process.ts']) {
    await writeFile(join(project, 'server/src', other), '');
  }
  const { WALLCHART_BUILT: _, ...env } = process.env;
  const child = spawn(process.execPath, ['server/wallchart.js'], {
    cwd: project,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (written.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (written.stderr += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    child,
    ended: ended.then((code) => ({ code, ...written })),
    // At the moment that it is written: a build that small is soon over.
    says: (words) =>
      new Promise((resolve) => {
        child.stderr.on('data', () => written.stderr.includes(words) && resolve());
      }),
  };
}

const builds = (): Promise<string[]> => readdir(join(project, 'server/dist')).catch(() => []);

test('what bundles the server runs beside it, once', async () => {
  const first = await (await run(TELLS)).ended;
  expect(first).toMatchObject({ code: 0, stdout: 'bundler outside' });
  expect(first.stderr).toContain('Built the server in');
  expect(await builds()).toHaveLength(1);
  expect(await (await run(TELLS)).ended).toEqual({ code: 0, stdout: 'bundler outside', stderr: '' });
}, 60_000);

test('a build that fails says why, and nothing runs', async () => {
  const { code, stdout, stderr } = await (await run("import './missing.ts';")).ended;
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/wallchart: the server could not be built: [^]*missing\.ts/);
  expect(stderr).not.toMatch(/^ {4}at /m);
  expect(await builds()).toEqual([]);
}, 60_000);

test('a signal to stop ends the build too, and leaves nothing half built', async () => {
  const { child, ended, says } = await run(TELLS);
  await says('Building the server');
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 143, stdout: '' });
  expect((await builds()).filter((name) => name.endsWith('.tmp'))).toEqual([]);
}, 60_000);
