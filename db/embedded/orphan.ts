import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseError } from '../errors.ts';
import { folderOf, isAlive } from './process-identity.ts';
import { answersFor } from './verify.ts';

const PATIENCE_MS = 20_000;

/**
 * Clears the way for a new PostgreSQL after a predecessor whose Wallchart was killed: stops it if it still runs and is
 * verified to be this cluster's, and removes a note of a process that is something else by now.
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
  const note = join(cluster, 'postmaster.pid');
  const [pidLine, , , portLine] = (await readFile(note, 'utf8').catch(() => '')).split('\n');
  const pid = Number(pidLine);
  if (!pid) return false;
  if (!isAlive(pid)) return true;
  const real = await realpath(cluster);
  const folder = folderOf(pid);
  const isOurs = folder === undefined ? await answersFor(urlAt(Number(portLine)), real) : folder === real;
  if (isOurs) {
    await stop(pid, cluster, signal);
    return true;
  }
  if (folder === undefined) throw held(cluster, pid);
  // The system gave the number to another process since.
  await rm(note, { force: true });
  return true;
}

async function stop(pid: number, cluster: string, signal: AbortSignal | undefined): Promise<void> {
  try {
    process.kill(pid, 'SIGINT');
  } catch (cause) {
    if (isAlive(pid)) throw held(cluster, pid, cause);
  }
  const until = Date.now() + PATIENCE_MS;
  while (isAlive(pid)) {
    signal?.throwIfAborted();
    if (Date.now() > until) throw held(cluster, pid);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const held = (cluster: string, pid: number, cause?: unknown) =>
  new DatabaseError(
    'DATA_FOLDER_IN_USE',
    `The database in ${cluster} is held by process ${pid}, which could not be stopped. End that process, then start again.`,
    { cause },
  );
