import { constants } from 'node:fs';
import { access, chmod, cp, lchown, mkdir, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname, join, sep } from 'node:path';
import { DatabaseError } from '../errors.ts';
import type { Binaries } from './binaries.ts';
import type { SystemUser } from './system-user.ts';

/** Where root keeps what PostgreSQL's own user must reach and cannot reach in place (a clone below /root). */
const SYSTEM_FOLDER = '/var/lib/wallchart';

/** Whether a path lies in the folder where root keeps what others must reach. */
export const isInSystemFolder = (path: string): boolean => path.startsWith(SYSTEM_FOLDER + sep);

/** Whether `user` may enter `path` and every folder above it. */
export async function canEnter(path: string, user: SystemUser): Promise<boolean> {
  if (!user) return true;
  for (let at = path; ; at = dirname(at)) {
    const { mode, uid, gid } = await stat(at);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/**
 * The binaries where `user` can run them: in place, or as a copy in the system folder, made once per version.
 */
export async function reachableBinaries(binaries: Binaries, user: SystemUser): Promise<Binaries> {
  if (await canRead(binaries, user)) return binaries;
  const root = join(await systemFolder(), `postgresql-${binaries.version}`);
  const copied = { ...binaries, root, initdb: join(root, 'bin', 'initdb'), postgres: join(root, 'bin', 'postgres') };
  const complete = await access(copied.postgres, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!complete) await copyOpen(binaries.root, root);
  return copied;
}

/**
 * The folder of the cluster: `<dataDir>/postgres`, or behind a link of that name in the system folder.
 *
 * @returns its real path and whether it lies outside the data folder
 */
export async function clusterFolder(dataDir: string, user: SystemUser): Promise<{ path: string; moved: boolean }> {
  const inPlace = join(dataDir, 'postgres');
  if (await canEnter(dataDir, user)) return { path: inPlace, moved: false };
  const key = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const parent = join(await systemFolder(), `data-${key}`);
  await mkdir(parent, { recursive: true, mode: 0o755 });
  const path = join(parent, 'postgres');
  const exists = await stat(inPlace).then(
    () => true,
    () => false,
  );
  if (exists && !(await isLinkTo(inPlace, path))) {
    throw new DatabaseError(
      'DATA_FOLDER_UNUSABLE',
      `${inPlace} cannot be reached by the user that runs PostgreSQL. Move the data folder below a folder that others may ` +
        'enter, and name it in WALLCHART_DATA; or start Wallchart as the user that owns it.',
    );
  }
  if (!exists) {
    await rm(inPlace, { force: true });
    await symlink(path, inPlace);
  }
  return { path, moved: true };
}

async function isLinkTo(link: string, target: string): Promise<boolean> {
  const [a, b] = await Promise.all([stat(link), stat(target)].map((found) => found.catch(() => undefined)));
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}

async function canRead(binaries: Binaries, user: SystemUser): Promise<boolean> {
  if (!user) return true;
  const open = async (path: string) => ((await stat(path)).mode & 0o005) === 0o005;
  return (await canEnter(dirname(binaries.postgres), user)) && (await open(binaries.postgres)) && open(binaries.initdb);
}

async function systemFolder(): Promise<string> {
  try {
    await mkdir(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
    await chmod(SYSTEM_FOLDER, 0o755);
    return SYSTEM_FOLDER;
  } catch (cause) {
    throw new DatabaseError(
      'DATA_FOLDER_UNUSABLE',
      'The user that runs PostgreSQL cannot enter the folder of this installation, and ' +
        `${SYSTEM_FOLDER} cannot be made instead. Install below a folder that others may enter, or set DATABASE_URL.`,
      { cause },
    );
  }
}

/** Copies a tree so that everybody can read it; whole or not at all. */
async function copyOpen(from: string, to: string): Promise<void> {
  const draft = `${to}.${process.pid}`;
  await cp(from, draft, { recursive: true, dereference: true });
  await openTree(draft);
  await rename(draft, to).catch(() => rm(draft, { recursive: true, force: true }));
}

async function openTree(path: string): Promise<void> {
  const info = await stat(path);
  await chmod(path, info.mode | (info.isDirectory() || info.mode & 0o100 ? 0o755 : 0o644));
  if (!info.isDirectory()) return;
  for (const entry of await readdir(path)) await openTree(join(path, entry));
}

/** Gives a file or folder to the user that runs PostgreSQL. */
export async function giveTo(path: string, user: SystemUser): Promise<void> {
  if (user) await lchown(path, user.uid, user.gid);
}
