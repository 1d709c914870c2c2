import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { WallchartError } from '../errors.ts';

/** A path as the user gave it: package managers run scripts in the project's folder and tell in INIT_CWD where they were called. */
export const givenPath = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path);

/**
 * Where a workbook is to be written. Asked before anything else is done, so that an import is not written and then called failed.
 *
 * @param except a file that is read at the same time
 * @throws WallchartError BAD_INPUT, FILE_NOT_FOUND, FILE_NOT_READABLE
 */
export async function placeForWorkbook(given: string, except?: string): Promise<string> {
  const path = givenPath(given);
  if (extname(path).toLowerCase() !== '.xlsx') throw new WallchartError('BAD_INPUT', `${path} must end in .xlsx`);
  if (path === except) throw new WallchartError('BAD_INPUT', `${path} is the file that is read: name another one`);
  const folder = dirname(path);
  await access(folder, constants.W_OK).catch(({ code }: NodeJS.ErrnoException) => {
    if (code === 'ENOENT') throw new WallchartError('FILE_NOT_FOUND', `there is no folder ${folder} to write to`);
    throw new WallchartError('FILE_NOT_READABLE', `cannot write to the folder ${folder} (${code})`);
  });
  return path;
}
