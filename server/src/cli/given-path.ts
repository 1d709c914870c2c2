import { constants, existsSync, statSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { WallchartError } from '../domain/errors.ts';

/** A path as the user gave it: package managers run scripts in the project's folder and tell in INIT_CWD where they were called. */
export const givenPath = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path);

/**
 * Where a workbook is to be written. Asked before anything else is done, so that an import is not written and then called failed.
 *
 * @param except a file that is read at the same time
 * @throws WallchartError BAD_INPUT, FILE_NOT_FOUND, FILE_NOT_READABLE
 */
export async function placeForWorkbook(given: string, except?: string): Promise<string> {
  const path = await placeForFile(given, ['.xlsx'], true);
  if (path === except) throw new WallchartError('BAD_INPUT', `${path} is the input file; choose another name`);
  return path;
}

/**
 * Where a file is to be written, asked before it is made.
 *
 * @param extensions that its name may have; null for any
 * @param over whether an existing file may be overwritten
 * @throws WallchartError BAD_INPUT, FILE_NOT_FOUND, FILE_NOT_READABLE
 */
export async function placeForFile(
  given: string,
  extensions: readonly string[] | null,
  over: boolean,
): Promise<string> {
  const path = givenPath(given);
  if (extensions && !extensions.includes(extname(path).toLowerCase())) {
    throw new WallchartError('BAD_INPUT', `${path} must end in ${extensions.join(' or ')}`);
  }
  const folder = dirname(path);
  await access(folder, constants.W_OK).catch(({ code }: NodeJS.ErrnoException) => {
    if (code === 'ENOENT') throw new WallchartError('FILE_NOT_FOUND', `the folder ${folder} does not exist`);
    throw new WallchartError('FILE_NOT_READABLE', `cannot write to the folder ${folder} (${code})`);
  });
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new WallchartError('FILE_NOT_READABLE', `${path} is a folder; give a file name`);
  if (!over && existsSync(path)) {
    throw new WallchartError('FILE_NOT_READABLE', `${path} already exists; use --force to overwrite it`);
  }
  return path;
}
