import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sourceDigest } from '../source-digest.ts';

const BUILDS = join(import.meta.dirname, 'dist');
/** A server that runs from an older build loads the rest of it when it is needed: so many are kept, and all of a day. */
const KEPT = 3;
const DAY_MS = 86_400_000;
/** They bring files of their own, which they look for beside themselves. */
const LEFT_OUTSIDE = /^(@resvg\/resvg-js|@myriaddreamin\/typst-ts-node-compiler|subset-font)$/;

/**
 * The server and its packages in a few files: 1,600 modules, TypeScript among them, take two seconds to load one by one.
 * Built when a source has changed, each build in a folder of its own.
 *
 * @returns path of the module that runs the `wallchart` command
 */
export async function buildIfStale(): Promise<string> {
  const digest = sourceDigest([
    'server/**/*.ts',
    'db/**/*.ts',
    'dashboard/src/**/*.ts',
    '{server,db,dashboard}/package.json',
    'pnpm-lock.yaml',
    'tsconfig.base.json',
    'server/tsconfig.json',
  ]);
  const folder = join(BUILDS, digest.slice(0, 16));
  if (!existsSync(folder)) await build(folder);
  return join(folder, 'main.js');
}

async function build(folder: string): Promise<void> {
  process.stderr.write('Building the server …\n');
  const started = performance.now();
  const unfinished = `${folder}.${process.pid}.tmp`;
  try {
    const { rolldown } = await import('rolldown');
    const bundle = await rolldown({
      input: { main: join(import.meta.dirname, 'src/cli/main.ts') },
      platform: 'node',
      tsconfig: join(import.meta.dirname, 'tsconfig.json'),
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

if (import.meta.main) await buildIfStale();
