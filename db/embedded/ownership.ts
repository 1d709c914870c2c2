import { lstat, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseError } from '../errors.ts';
import { nameOfUser, type SystemUser } from './system-user.ts';

/** Rights that PostgreSQL refuses on its folder: writing by the group, anything by others. */
const TOO_OPEN = 0o027;

/**
 * Makes sure that a cluster, if it is there, belongs to the user that runs PostgreSQL and is closed to others. PostgreSQL refuses
 * it otherwise, in words that do not tell what to do.
 *
 * @param user that runs PostgreSQL
 * @throws DatabaseError DATA_FOLDER_UNUSABLE, with the command that puts it right
 */
export async function assertOwned(cluster: string, user: SystemUser): Promise<void> {
  const own = user ?? ownIds();
  if (!own) return;
  const top = await stat(cluster).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!top) return;
  const stranger = top.uid === own.uid ? await strangerIn(cluster, own.uid) : { path: cluster, uid: top.uid };
  const commands: string[] = [];
  // What Wallchart itself keeps beside the cluster belongs to the user that runs Wallchart.
  if (stranger) commands.push(`chown -R ${own.uid}:${own.gid} ${quoted(user ? cluster : dirname(cluster))}`);
  if ((top.mode & TOO_OPEN) !== 0) commands.push(`chmod -R u=rwX,go= ${quoted(cluster)}`);
  if (commands.length === 0) return;
  const runner = await nameOfUser(own.uid);
  const reason = stranger
    ? `${stranger.path} belongs to ${await nameOfUser(stranger.uid)}, and the database runs as ${runner}, whose it must be; ` +
      'a copy without owners looks like that'
    : `${cluster} is open to other users than ${runner}, which PostgreSQL refuses`;
  throw new DatabaseError(
    'DATA_FOLDER_UNUSABLE',
    `${reason}. Put it right as root, then start again: ${commands.join(' && ')}`,
  );
}

const ownIds = (): { uid: number; gid: number } | undefined => {
  const [uid, gid] = [process.geteuid?.(), process.getegid?.()];
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
};

async function strangerIn(cluster: string, uid: number): Promise<{ path: string; uid: number } | undefined> {
  for (const name of await readdir(cluster)) {
    // the note of a predecessor, which is removed
    if (name === 'postmaster.pid') continue;
    const path = join(cluster, name);
    const found = await lstat(path);
    if (found.uid !== uid) return { path, uid: found.uid };
  }
  return undefined;
}

const quoted = (path: string): string => `'${path.replaceAll("'", `'\\''`)}'`;
