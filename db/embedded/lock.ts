import { readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseError } from '../errors.ts';
import { unusable } from './data-folder.ts';
import { identityOf, isRunning, type ProcessIdentity } from './process-identity.ts';
import { isInSystemFolder } from './reach.ts';

/** Which process holds which folder. A copy of the folder has a note that is about the original. */
interface Owner extends ProcessIdentity {
  /** Real path of the folder; missing in notes of earlier versions. */
  readonly folder?: string;
  /** Number of the folder in its file system: it stays when the folder is moved or reached by another path. */
  readonly inode?: string;
}

/** Folders that this process holds: on systems that do not tell a process's start, its own lock would look stale. */
const held = new Set<string>();

/**
 * Takes the data folder for this process, or takes it over from one that is gone.
 *
 * @param dataDir its real path
 * @returns how to give it back
 * @throws DatabaseError DATA_FOLDER_IN_USE; DATA_FOLDER_COPIED if the note in it is about the folder it was copied from
 */
export async function lockFolder(dataDir: string): Promise<() => Promise<void>> {
  const path = join(dataDir, 'owner.json');
  const mine: Owner = { ...identityOf(process.pid), folder: dataDir, inode: await inodeOf(dataDir) };
  for (let attempt = 0; attempt < 5; attempt++) {
    if (held.has(dataDir)) throw inUse(dataDir, process.pid);
    try {
      await writeFile(path, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
      held.add(dataDir);
      return async () => {
        if (held.delete(dataDir)) await rm(path, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unusable(dataDir, error);
    }
    const owner = await readOwner(path);
    if (owner && isOfAnother(owner, mine)) throw copied(dataDir, owner);
    if (owner && isRunning(owner)) throw inUse(dataDir, owner.pid);
    // An unreadable note may be one that is being written at this moment.
    if (!owner && attempt < 2) await new Promise((resolve) => setTimeout(resolve, 100));
    else await rm(path, { force: true });
  }
  throw inUse(dataDir, 0);
}

/**
 * Takes the folder of a cluster that Wallchart keeps outside its data folder. The data folder has a link to it, and so has a copy of
 * the data folder.
 *
 * @returns how to give it back
 * @throws as lockFolder does
 */
export async function lockOutside(dataDir: string, cluster: string): Promise<() => Promise<void>> {
  const folder = dirname(await realpath(cluster).catch(() => cluster));
  return folder !== dataDir && isInSystemFolder(folder) ? lockFolder(folder) : async () => undefined;
}

/** Whether the notes in a data folder are about another one, which it was copied from. */
export async function isCopied(dataDir: string): Promise<boolean> {
  const owner = await readOwner(join(dataDir, 'owner.json'));
  if (!owner) return false;
  return isOfAnother(owner, { folder: await realpath(dataDir), inode: await inodeOf(dataDir) });
}

/** Another path alone is the same folder moved; another number alone may be a file system that gives new ones. */
const isOfAnother = (note: Owner, { folder, inode }: Pick<Owner, 'folder' | 'inode'>): boolean =>
  note.folder !== undefined && note.folder !== folder && note.inode !== inode;

const inodeOf = async (folder: string): Promise<string> => String((await stat(folder, { bigint: true })).ino);

async function readOwner(path: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Owner;
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

const copied = (dataDir: string, owner: Owner) =>
  new DatabaseError(
    'DATA_FOLDER_COPIED',
    `The data folder ${dataDir} is a copy of ${owner.folder} that was made while Wallchart ran there` +
      `${isRunning(owner) ? ` (it still does, process ${owner.pid})` : ', or after it had been killed'}. Its files may be of ` +
      'different moments: such a copy is no backup. Write one there with "wallchart backup FILE", and read it into an empty ' +
      `folder with "wallchart restore FILE". If the copy is all there is: delete ${join(dataDir, 'owner.json')}, run ` +
      '"wallchart check", and compare the figures with what was published.',
  );
