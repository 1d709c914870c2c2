import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseError } from '../errors.ts';
import { unusable } from './data-folder.ts';
import { identityOf, isRunning, type ProcessIdentity } from './process-identity.ts';

/** Folders that this process holds: on systems that do not tell a process's start, its own lock would look stale. */
const held = new Set<string>();

/**
 * Takes the data folder for this process, or takes it over from one that is gone.
 *
 * @returns how to give it back
 * @throws DatabaseError DATA_FOLDER_IN_USE
 */
export async function lockFolder(dataDir: string): Promise<() => Promise<void>> {
  const path = join(dataDir, 'owner.json');
  const mine = JSON.stringify(identityOf(process.pid));
  for (let attempt = 0; attempt < 5; attempt++) {
    if (held.has(dataDir)) throw inUse(dataDir, process.pid);
    try {
      await writeFile(path, mine, { flag: 'wx', mode: 0o600 });
      held.add(dataDir);
      return async () => {
        if (held.delete(dataDir)) await rm(path, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unusable(dataDir, error);
    }
    const owner = await readOwner(path);
    if (owner && isRunning(owner)) throw inUse(dataDir, owner.pid);
    // An unreadable note may be one that is being written at this moment.
    if (!owner && attempt < 2) await new Promise((resolve) => setTimeout(resolve, 100));
    else await rm(path, { force: true });
  }
  throw inUse(dataDir, 0);
}

async function readOwner(path: string): Promise<ProcessIdentity | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}

const inUse = (dataDir: string, pid: number) =>
  new DatabaseError(
    'DATA_FOLDER_IN_USE',
    `The data folder ${dataDir} is in use by another Wallchart${pid ? ` (process ${pid})` : ''}. ` +
      'Stop that one first, or name another folder in WALLCHART_DATA.',
  );
