import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
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
  const old = await startEmbedded({ dataDir, durable: false });
  await query(old.url, "create table kept as select 'old' as which");
  await expect(startReplacement({ dataDir })).rejects.toMatchObject({ code: 'DATA_FOLDER_IN_USE' });
  await old.stop();

  const fresh = await startReplacement({ dataDir, durable: false });
  await query(fresh.url, "create table kept as select 'new' as which");
  expect(await findRunning(dataDir)).toBeUndefined();
  await expect(startEmbedded({ dataDir })).rejects.toMatchObject({ code: 'DATA_FOLDER_IN_USE' });
  const kept = await fresh.putInPlace(true);
  expect(await whichIsThere()).toEqual(['new']);
  expect(await folders()).toEqual(['postgres', kept!.slice(dataDir.length + 1)]);

  // Killed before it was whole: what was there stays, and what was begun is removed.
  await mkdir(join(dataDir, 'postgres.restoring'));
  expect(await whichIsThere()).toEqual(['new']);
  expect(await folders()).toHaveLength(2);
  // Killed once it was whole, before and after the old one was moved aside.
  await rename(join(dataDir, 'postgres'), join(dataDir, 'postgres.restored'));
  expect(await whichIsThere()).toEqual(['new']);
  await rename(join(dataDir, 'postgres'), join(dataDir, 'postgres.restored'));
  await rename(kept!, join(dataDir, 'postgres'));
  expect(await whichIsThere()).toEqual(['new']);
  expect(await folders()).toEqual(['postgres', expect.stringMatching(/^postgres\.before-restore-\d{8}T\d{6}Z$/)]);
});

test('a replacement that is discarded leaves the folder as it was', async () => {
  const fresh = await startReplacement({ dataDir, durable: false });
  await fresh.discard();
  expect(await readdir(dataDir)).toEqual(['postgres.password']);
});
