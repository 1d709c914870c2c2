import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

/** A process that a later reader can tell from another with the same number. */
export interface ProcessIdentity {
  pid: number;
  /** When it started, in words of the system: clock ticks since boot (Linux), a date (macOS), nothing (Windows). */
  started?: string;
}

/**
 * `gone`: there is no such process. `zombie`: it has ended, but its parent has not taken note of that. `foreign`: a process
 * that this user may not signal. `alive`: any other.
 */
export type ProcessState = 'gone' | 'zombie' | 'foreign' | 'alive';

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

export const isAlive = (pid: number): boolean => ['alive', 'foreign'].includes(stateOf(pid));

export function stateOf(pid: number): ProcessState {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return 'gone';
    return isZombie(pid) ? 'zombie' : 'foreign';
  }
  return isZombie(pid) ? 'zombie' : 'alive';
}

/** The working folder of a process, where the system tells it (Linux). A postmaster's is its data folder. */
export function folderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** The name of the program that a process runs; undefined where the system does not tell. */
export function programOf(pid: number): string | undefined {
  const text = statOf(pid);
  if (text !== undefined) return text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'));
  const path = fromPs(pid, 'comm');
  return path === undefined ? undefined : basename(path);
}

const isZombie = (pid: number): boolean => (fieldsOf(pid)?.[0] ?? fromPs(pid, 'state'))?.startsWith('Z') === true;

const startOf = (pid: number): string | undefined => fieldsOf(pid)?.[19] ?? fromPs(pid, 'lstart');

function statOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
}

/** Fields of /proc/<pid>/stat after the command, which may hold spaces and brackets. */
function fieldsOf(pid: number): string[] | undefined {
  const text = statOf(pid);
  return text?.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** What `ps` says of a process, on systems that have it and no /proc. */
function fromPs(pid: number, column: 'state' | 'lstart' | 'comm'): string | undefined {
  if (process.platform === 'linux' || process.platform === 'win32') return undefined;
  const { stdout } = spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
  });
  return stdout?.trim() || undefined;
}
