import { readFileSync } from 'node:fs';

/** Names of what stands between a terminal and this process when it is started by a package script. */
const LAUNCHER = /^(npm|npx|pnpm|sh|dash)\b/;

interface Link {
  readonly pid: number;
  readonly parent: number;
}

/** Name and parent of a process; null where the system has no /proc, or the process is gone. */
function look(pid: number): { name: string; parent: number } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = stat.lastIndexOf(')');
    return { name: stat.slice(stat.indexOf('(') + 1, end), parent: Number(stat.slice(end + 2).split(' ')[1]) };
  } catch {
    return null;
  }
}

/**
 * A test that turns false when one of the launchers of this process (npx, npm, pnpm and their shells) has died.
 *
 * A SIGTERM for `npx pnpm start` ends npx, which does not pass it on: pnpm would be left behind with the server. The process that
 * started the topmost launcher is not watched, so that a server outlives the terminal it was left running in (nohup).
 */
export function launchersAlive(): () => boolean {
  const links: Link[] = [{ pid: process.pid, parent: process.ppid }];
  for (;;) {
    const parent = links.at(-1)!.parent;
    const found = look(parent);
    if (!found || !LAUNCHER.test(found.name)) break;
    links.push({ pid: parent, parent: found.parent });
  }
  // The last link leads out of the launchers; without any, only the direct parent is known.
  const watched = links.length > 1 ? links.slice(1, -1) : [];
  return () => process.ppid === links[0]!.parent && watched.every(({ pid, parent }) => look(pid)?.parent === parent);
}
