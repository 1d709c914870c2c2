import { randomUUID } from 'node:crypto';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { WallchartError } from '../../domain/errors.ts';

/** A killed backup leaves its unfinished file; the next backup to the same place removes it when it is older than this. */
const LEFT_MS = 60 * 60 * 1000;

/**
 * Has a file written beside its place and moves it there when it is whole, so that what was there stays until then.
 *
 * @param write writes the whole file, and to the disk
 * @throws WallchartError FILE_NOT_READABLE when it cannot be written; what `write` throws
 */
export async function writeWhole<T>(path: string, write: (draft: string) => Promise<T>): Promise<T> {
  const draft = `${path}.${randomUUID().slice(0, 8)}.part`;
  try {
    await removeLeftovers(path);
    const result = await write(draft);
    await rename(draft, path);
    await syncFolder(dirname(path));
    return result;
  } catch (error) {
    await rm(draft, { force: true });
    throw describeError(path, error);
  }
}

async function removeLeftovers(path: string): Promise<void> {
  for (const name of await readdir(dirname(path))) {
    if (!name.startsWith(`${basename(path)}.`) || !/\.[0-9a-f]{8}\.part$/.test(name)) continue;
    const left = join(dirname(path), name);
    if (Date.now() - (await stat(left)).mtimeMs > LEFT_MS) await rm(left, { force: true });
  }
}

/** Makes the rename last; some systems cannot sync a folder, and see to it themselves. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path).catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

const HINTS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Make room, or name a file on another disk',
  EDQUOT: 'the quota of this user is used up. Make room, or name a file on another disk',
  EFBIG: 'the disk takes no file so large (FAT32: 4 GiB). Name a file on another disk',
};

function describeError(path: string, error: unknown): unknown {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  return new WallchartError(
    'FILE_NOT_READABLE',
    `cannot write ${path}: ${HINTS[code] ?? message}. No backup was written.`,
    undefined,
    { cause: error },
  );
}
