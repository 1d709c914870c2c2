import { chmod, mkdir, mkdtemp, realpath, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { DatabaseError } from '../errors.ts';

/**
 * Makes the data folder if it is missing, and makes sure that files can be written in it.
 *
 * @returns its real path
 * @throws DatabaseError DATA_FOLDER_UNUSABLE, with what the system says and what to do
 */
export async function useDataFolder(path: string): Promise<string> {
  const folder = resolve(path);
  try {
    const isNew = await makeStepwise(folder);
    // PostgreSQL's own user must pass through; what lies inside is closed on its own.
    if (isNew && process.geteuid?.() === 0) await chmod(folder, 0o711);
    await rmdir(await mkdtemp(join(folder, '.write-')));
    return await realpath(folder);
  } catch (cause) {
    throw unusable(folder, cause);
  }
}

export const unusable = (folder: string, cause: unknown): DatabaseError =>
  new DatabaseError(
    'DATA_FOLDER_UNUSABLE',
    `The data folder ${folder} cannot be written (${(cause as Error).message}). Give this user the right to write there, ` +
      'make room, or name another folder in WALLCHART_DATA.',
    { cause },
  );

const OF_THE_FOLDER = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'EIO', 'EISDIR', 'ENOTDIR']);

/** An error of the file system, met while working in the data folder, in words; any other as it is. */
export const describeError = (folder: string, error: unknown): unknown =>
  OF_THE_FOLDER.has((error as NodeJS.ErrnoException).code ?? '') ? unusable(resolve(folder), error) : error;

/** One folder at a time: where a file system takes no folders (/proc), Node's recursive mkdir tries for ever. */
async function makeStepwise(folder: string): Promise<boolean> {
  const exists = await stat(folder).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return false;
    },
  );
  if (exists) return false;
  if (dirname(folder) !== folder) await makeStepwise(dirname(folder));
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return true;
}
