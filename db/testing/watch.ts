import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { isRunning, type ProcessIdentity } from '../embedded/process-identity.ts';

/** Started by `endWithUs`: reads what is to end, a line each, and ends it when the other side of the pipe is gone. */

export interface Bound {
  readonly process: ProcessIdentity;
  readonly signal: NodeJS.Signals;
  readonly folder: string | null;
}

const PATIENCE_MS = 10_000;

async function end({ process: one, signal, folder }: Bound): Promise<void> {
  if (isRunning(one)) process.kill(one.pid, signal);
  for (const late = Date.now() + PATIENCE_MS; isRunning(one) && Date.now() < late;) await wait(50);
  if (isRunning(one)) process.kill(one.pid, 'SIGKILL');
  if (folder !== null) await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

if (import.meta.main) {
  const all: Bound[] = [];
  for await (const line of createInterface({ input: process.stdin })) all.push(JSON.parse(line) as Bound);
  await Promise.all(all.map(end));
}
