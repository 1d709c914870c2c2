import { statfs } from 'node:fs/promises';

/** Two segments of PostgreSQL's log of changes: it needs room for the next one before it can write anything. */
export const LEAST_FREE_BYTES = 32 * 1024 * 1024;

/** The bytes that are left on the fullest of the disks that some folders lie on; infinite where the system does not tell. */
export async function freeBytesOf(folders: readonly string[]): Promise<number> {
  const free = folders.map(async (folder) => {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  });
  const told = (await Promise.allSettled(free)).flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  return Math.min(...told);
}
