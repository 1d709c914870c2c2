import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { sourceDigest } from '../source-digest.ts';

const BUILDS = join(import.meta.dirname, 'dist');
/** A server that runs from an older build loads the rest of it when it is needed: so many are kept, and all of a day. */
const KEPT = 3;
const DAY_MS = 86_400_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** They bring files of their own, which they look for beside themselves. */
const LEFT_OUTSIDE = /^(@resvg\/resvg-js|@myriaddreamin\/typst-ts-node-compiler|subset-font)$/;

/**
 * The server and its packages in a few files: 1,600 modules, TypeScript among them, take two seconds to load one by one.
 * Built when a source has changed, each build in a folder of its own, by a process of its own: what the bundler takes, some
 * 600 MB, would stay with the server. Ends this process when the build fails, which says why, or when it gets a signal.
 *
 * @returns path of the module that runs the `wallchart` command
 */
export async function buildIfStale(): Promise<string> {
  const folder = folderOfSources();
  if (!existsSync(folder)) {
    const status = await buildApart(folder);
    if (status !== 0) process.exit(status);
  }
  return join(folder, 'main.js');
}

function folderOfSources(): string {
  const digest = sourceDigest([
    'server/**/*.ts',
    'db/**/*.ts',
    'dashboard/charts/src/**/*.ts',
    '{server,db,dashboard/charts}/package.json',
    'pnpm-lock.yaml',
    'tsconfig.base.json',
    'tsconfig.json',
  ]);
  return join(BUILDS, digest.slice(0, 16));
}

/** Runs this file as a process, which a signal to stop ends too; returns the exit status. */
async function buildApart(folder: string): Promise<number> {
  const child = spawn(process.execPath, [import.meta.filename], { stdio: ['ignore', 'inherit', 'inherit'] });
  let asked: NodeJS.Signals | undefined;
  const stop = (signal: NodeJS.Signals): void => {
    asked = signal;
    child.kill(signal);
  };
  const end = (): void => void child.kill();
  for (const signal of SIGNALS) process.on(signal, stop);
  process.on('exit', end);
  const status = await new Promise<number>((resolve) => {
    child.once('error', (error) => resolve(failed(error)));
    child.once('exit', (code) => resolve(code ?? 1));
  });
  for (const signal of SIGNALS) process.off(signal, stop);
  process.off('exit', end);
  if (status !== 0) rmSync(unfinishedOf(folder, child.pid), { recursive: true, force: true });
  return asked === undefined ? status : 128 + constants.signals[asked];
}

async function build(folder: string): Promise<void> {
  process.stderr.write('Building the server …\n');
  const started = performance.now();
  const unfinished = unfinishedOf(folder, process.pid);
  try {
    const { rolldown } = await import('rolldown');
    const bundle = await rolldown({
      input: {
        main: join(import.meta.dirname, 'src/cli/main.ts'),
        hosted: join(import.meta.dirname, 'src/cli/hosted.ts'),
        'large-operations': join(import.meta.dirname, 'src/app/large-operations/process.ts'),
      },
      platform: 'node',
      tsconfig: join(import.meta.dirname, '../tsconfig.json'),
      external: LEFT_OUTSIDE,
    });
    mkdirSync(unfinished, { recursive: true });
    // Modules in their own order, as one adds to what others read; names as they are written, as some are read.
    await bundle.write({ dir: unfinished, strictExecutionOrder: true, keepNames: true });
    await bundle.close();
    putInPlace(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  removeOld();
  process.stderr.write(`Built the server in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}

const unfinishedOf = (folder: string, pid: number | undefined): string => `${folder}.${pid}.tmp`;

/** Another process may have been faster with the same. */
function putInPlace(unfinished: string, folder: string): void {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

function removeOld(): void {
  const builds = readdirSync(BUILDS).flatMap((name) => {
    const found = statSync(join(BUILDS, name), { throwIfNoEntry: false });
    return found ? [{ name, at: found.mtimeMs }] : [];
  });
  for (const { name, at } of builds.toSorted((a, b) => b.at - a.at).slice(KEPT)) {
    if (Date.now() - at > DAY_MS) rmSync(join(BUILDS, name), { recursive: true, force: true });
  }
}

function failed(error: unknown): number {
  process.stderr.write(
    `wallchart: the server could not be built: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  return 1;
}

if (import.meta.main) {
  const folder = folderOfSources();
  if (!existsSync(folder)) await build(folder).catch((error: unknown) => process.exit(failed(error)));
}
