import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseError } from '../errors.ts';
import { folderOf, isAlive, programOf, stateOf } from './process-identity.ts';
import { answersFor } from './verify.ts';

const PATIENCE_MS = 20_000;
/** How long a note may be garbled, because it is being written, and a process untold, because it is just ending. */
const MOMENT_MS = 1_000;
const LOOK_MS = 50;

/**
 * Clears the way for a new PostgreSQL after a predecessor whose Wallchart was killed: stops it if it still runs and is
 * verified to be this cluster's, and removes a note that PostgreSQL would take for that of a running one.
 *
 * @param urlAt connection address of this cluster on a port
 * @returns whether there was anything to clear
 * @throws DatabaseError DATA_FOLDER_IN_USE if a process holds the cluster and cannot be told or stopped
 */
export async function clearPredecessor(
  cluster: string,
  urlAt: (port: number) => string,
  signal?: AbortSignal,
): Promise<boolean> {
  const path = join(cluster, 'postmaster.pid');
  const note = await readNote(path);
  if (!note) return false;
  switch (await whose(note, cluster, urlAt)) {
    case 'untold':
      throw held(cluster, note.pid);
    case 'ours':
      await stop(note.pid, cluster, signal);
      break;
    case 'other':
      await rm(path, { force: true });
      break;
    case 'gone':
    // PostgreSQL sees so itself, and looks whether backends are left.
  }
  return true;
}

interface Note {
  /** 0 where the note cannot be read. */
  readonly pid: number;
  readonly port: number;
}

/** A minus marks a server without postmaster, as `postgres --single` is. */
const PID = /^-?([1-9]\d*)\s*$/;

/** The note of a cluster, if there is one; what looks garbled may be one that is being written. */
async function readNote(path: string): Promise<Note | undefined> {
  for (const until = Date.now() + MOMENT_MS; ; await wait(LOOK_MS)) {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return undefined;
    });
    if (text === undefined) return undefined;
    const [pidLine = '', , , portLine] = text.split('\n');
    const pid = Number(PID.exec(pidLine)?.[1] ?? 0);
    if (pid !== 0 || Date.now() > until) return { pid, port: Number(portLine) };
  }
}

type Found = 'gone' | 'ours' | 'other' | 'untold';

/** What the process of a note is: nothing any more, the PostgreSQL of this cluster, another one, or impossible to tell. */
async function whose({ pid, port }: Note, cluster: string, urlAt: (port: number) => string): Promise<Found> {
  // PostgreSQL does not start beside a garbled note. In a container the numbers begin again with every start.
  if (pid === 0 || pid === process.pid || pid === process.ppid) return 'other';
  const real = await realpath(cluster);
  for (const until = Date.now() + MOMENT_MS; ; await wait(LOOK_MS)) {
    const state = stateOf(pid);
    if (state === 'gone') return 'gone';
    // PostgreSQL takes a process that has ended for one that runs, until its parent takes note; and a process of another
    // user for none of its own, as its files belong to one.
    if (state === 'zombie' || state === 'foreign') return 'other';
    const program = programOf(pid);
    if (program !== undefined && !program.startsWith('postgres')) return 'other';
    const folder = folderOf(pid);
    if (folder !== undefined) return folder === real ? 'ours' : 'other';
    if (port > 0 && port < 65_536 && (await answersFor(urlAt(port), real))) return 'ours';
    // There PostgreSQL looks for a pipe that no other program has.
    if (process.platform === 'win32') return 'gone';
    if (Date.now() > until) return 'untold';
  }
}

async function stop(pid: number, cluster: string, signal: AbortSignal | undefined): Promise<void> {
  try {
    process.kill(pid, 'SIGINT');
  } catch (cause) {
    if (isAlive(pid)) throw held(cluster, pid, cause);
  }
  for (const until = Date.now() + PATIENCE_MS; isAlive(pid); await wait(LOOK_MS)) {
    signal?.throwIfAborted();
    if (Date.now() > until) throw held(cluster, pid);
  }
}

const held = (cluster: string, pid: number, cause?: unknown) =>
  new DatabaseError(
    'DATA_FOLDER_IN_USE',
    `The database in ${cluster} is held by process ${pid}, which could not be stopped. End that process, then start again.`,
    { cause },
  );
