import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { endWithUs } from '../../db/testing/end-with-us.ts';
import type { ChildProcess } from 'node:child_process';

/** The project's top folder, without a slash at its end. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

const CLI = 'server/wallchart.js';

/** A process that has ended, with what it wrote. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** A running `wallchart` command. */
export interface Running {
  child: ChildProcess;
  /** Standard output and error so far. */
  output: () => string;
  ended: Promise<Ended>;
}

/** Starts `wallchart <args>` as a process of its own, as the scripts of package.json do, with the settings given. */
export function startWallchart(args: readonly string[], settings: Record<string, string>): Running {
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(process.execPath, ['--max-semi-space-size=32', CLI, ...args], {
    cwd: ROOT,
    env: { ...environment, NODE_ENV: 'production', LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (child.pid !== undefined) endWithUs(child.pid, 'SIGTERM');
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { child, ended, output: () => stdout + stderr };
}

/** Runs `wallchart <args>` to its end. */
export function runWallchart(args: readonly string[], settings: Record<string, string>): Promise<Ended> {
  return startWallchart(args, settings).ended;
}
