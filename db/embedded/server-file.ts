import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running server tells commands that work beside it. */
export interface ServerFile {
  /** Connection address, with password. */
  url: string;
  /** The process that runs Wallchart. */
  pid: number;
  /** The process that runs PostgreSQL. */
  postgresPid: number;
  /** Real path of the cluster, to verify that the address still leads to it. */
  cluster: string;
}

const pathIn = (dataDir: string): string => join(dataDir, 'server.json');

/** Written whole, readable by its owner only: it holds the password. */
export async function writeServerFile(dataDir: string, content: ServerFile): Promise<void> {
  const draft = `${pathIn(dataDir)}.${process.pid}`;
  try {
    await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
    await rename(draft, pathIn(dataDir));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

export async function readServerFile(dataDir: string): Promise<ServerFile | undefined> {
  try {
    return JSON.parse(await readFile(pathIn(dataDir), 'utf8')) as ServerFile;
  } catch {
    return undefined;
  }
}

export async function removeServerFile(dataDir: string): Promise<void> {
  await rm(pathIn(dataDir), { force: true });
}
