import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DatabaseError } from '../errors.ts';

const run = promisify(execFile);

/** The user that PostgreSQL runs as; undefined for the user of this process. */
export type SystemUser = { uid: number; gid: number } | undefined;

/**
 * PostgreSQL refuses to run as root, so root runs it as the system user `postgres`, made if it is missing.
 *
 * @throws DatabaseError POSTGRES_USER_MISSING
 */
export async function findSystemUser(onCreate: (name: string) => void): Promise<SystemUser> {
  if (process.platform === 'win32' || process.geteuid?.() !== 0) return undefined;
  const existing = await idsOf('postgres');
  if (existing) return existing;
  onCreate('postgres');
  await createUser();
  const created = await idsOf('postgres');
  if (created) return created;
  throw new DatabaseError(
    'POSTGRES_USER_MISSING',
    'PostgreSQL does not run as root, and the system user "postgres" could not be made. ' +
      'Make it (useradd --system postgres), start Wallchart as an ordinary user, or set DATABASE_URL.',
  );
}

/** The name of a user for people; its number where the system knows no name. */
export async function nameOfUser(uid: number): Promise<string> {
  try {
    return `the user "${(await run('id', ['-nu', String(uid)])).stdout.trim()}"`;
  } catch {
    return `the user with the number ${uid}`;
  }
}

async function idsOf(name: string): Promise<SystemUser> {
  try {
    const [, uid, gid] = /^uid=(\d+)\S* gid=(\d+)/.exec((await run('id', [name])).stdout) ?? [];
    return uid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
  } catch {
    return undefined;
  }
}

/** `useradd` of shadow, else `adduser` of BusyBox; whether it worked shows when the user is looked up again. */
async function createUser(): Promise<void> {
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres']);
  } catch {
    await run('adduser', ['-S', '-D', '-H', '-s', '/bin/false', 'postgres']).catch(() => undefined);
  }
}
