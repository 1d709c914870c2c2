import { chmod, chown, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findRunning, startEmbedded, startReplacement } from './embedded.ts';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'wallchart-replacement-'));
  await chmod(dataDir, 0o711);
});

afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ which: string }>(text)).rows.map(({ which }) => which);
  } finally {
    await client.end();
  }
}

async function whichIsThere(): Promise<unknown[]> {
  const server = await startEmbedded({ dataDir, durable: false });
  try {
    return await query(server.url, 'select which from kept');
  } finally {
    await server.stop();
  }
}

const folders = async (): Promise<string[]> =>
  (await readdir(dataDir)).filter((name) => name.startsWith('postgres') && name !== 'postgres.password').toSorted();

test('a new cluster takes the place of the old one when it is whole, also when the process was killed on the way', async () => {
  const first = await startReplacement({ dataDir, durable: false });
  await query(first.url, "create table kept as select 'first' as which");
  expect(await findRunning(dataDir)).toBeUndefined();
  await expect(startEmbedded({ dataDir })).rejects.toMatchObject({ code: 'DATA_FOLDER_IN_USE' });
  expect(await first.putInPlace(true)).toBeNull();
  expect(await whichIsThere()).toEqual(['first']);

  const second = await startReplacement({ dataDir, durable: false });
  await second.discard();
  expect(await folders()).toEqual(['postgres']);

  const [place, whole] = ['postgres', 'postgres.restored'].map((name) => join(dataDir, name));
  // Killed before it was whole: what was there stays, and what was begun is removed.
  await mkdir(join(dataDir, 'postgres.restoring'));
  expect(await whichIsThere()).toEqual(['first']);
  expect(await folders()).toEqual(['postgres']);
  // Killed once it was whole, after the old one was moved aside, and before.
  await rename(place!, whole!);
  expect(await whichIsThere()).toEqual(['first']);
  await rename(place!, whole!);
  await mkdir(place!, { mode: 0o700 });
  if (process.geteuid?.() === 0) await chown(place!, (await stat(whole!)).uid, 0);
  expect(await whichIsThere()).toEqual(['first']);
  const [, aside] = await folders();
  expect(aside).toMatch(/^postgres\.before-restore-\d{8}T\d{6}Z$/);
  expect(await readdir(join(dataDir, aside!))).toEqual([]);
});
