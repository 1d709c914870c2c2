import { spawn } from 'node:child_process';
import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { identityOf } from '../embedded/process-identity.ts';
import type { Bound } from './watch.ts';

let watch: Writable | undefined;

/**
 * Makes a process that this one started end with it, however this one ends: killed, it could not do so itself. A small
 * process of its own waits at a pipe, which the system closes.
 *
 * @param signal what ends it
 * @param folder removed afterwards, if it is still there
 */
export function endWithUs(pid: number, signal: NodeJS.Signals, folder: string | null = null): void {
  watch ??= startWatch();
  const bound: Bound = { process: identityOf(pid), signal, folder };
  watch.write(`${JSON.stringify(bound)}\n`);
}

function startWatch(): Writable {
  const script = fileURLToPath(new URL('./watch.ts', import.meta.url));
  // A group of its own: Ctrl-C is for the run, and this outlives it.
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  child.unref();
  const { stdin } = child;
  (stdin as unknown as { unref: () => void }).unref();
  return stdin;
}
