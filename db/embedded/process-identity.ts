import { readFileSync, readlinkSync } from 'node:fs';

/** A process that a later reader can tell from another with the same number. */
export interface ProcessIdentity {
  pid: number;
  /** Start in clock ticks since boot, where the system tells it (Linux). */
  started?: string;
}

export function identityOf(pid: number): ProcessIdentity {
  const started = startOf(pid);
  return started === undefined ? { pid } : { pid, started };
}

/** Whether that very process still runs. */
export function isRunning({ pid, started }: ProcessIdentity): boolean {
  if (!isAlive(pid)) return false;
  if (started === undefined) return pid !== process.pid;
  return startOf(pid) === started;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return stateOf(pid) !== 'Z';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The working folder of a process, where the system tells it (Linux). A postmaster's is its data folder. */
export function folderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** Fields of /proc/<pid>/stat after the command, which may hold spaces and brackets. */
function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

const stateOf = (pid: number): string | undefined => statOf(pid)?.[0];
const startOf = (pid: number): string | undefined => statOf(pid)?.[19];
