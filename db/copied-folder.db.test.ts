import { execFile } from 'node:child_process';
import { chmod, cp, lstat, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findRunning, startEmbedded } from './embedded.ts';
import { assertOwned } from './embedded/ownership.ts';

let top: string;

beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'wallchart-copied-'));
  await chmod(top, 0o711);
});

afterEach(async () => {
  await rm(top, { recursive: true, force: true });
});

/** The commands that a message ends with. */
const commandsIn = (message: string): string => message.slice(message.indexOf('start again: ') + 13);

async function refusalOf(dataDir: string): Promise<string> {
  const refused = await startEmbedded({ dataDir, durable: false }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'DATA_FOLDER_UNUSABLE' });
  return (refused as Error).message;
}

test('a folder copied as a file manager does it starts once the commands it asks for have been run', async () => {
  const [data, copy] = [join(top, 'data'), join(top, 'a copy')];
  const original = await startEmbedded({ dataDir: data, durable: false });
  await chmod(data, 0o711);
  await cp(data, copy, { recursive: true });
  expect(await findRunning(copy)).toBeUndefined();
  await expect(startEmbedded({ dataDir: copy })).rejects.toMatchObject({ code: 'DATA_FOLDER_COPIED' });
  await original.stop();

  await Promise.all(['owner.json', 'server.json'].map((file) => rm(join(copy, file))));
  await chmod(join(copy, 'postgres'), 0o755);
  const message = await refusalOf(copy);
  if (process.geteuid?.() === 0) expect(message).toContain('belongs to the user "root"');
  else expect(message).toContain('is open to other users');
  await promisify(execFile)('sh', ['-c', commandsIn(message)]);
  const started = await startEmbedded({ dataDir: copy, durable: false });
  await started.stop();

  await rm(join(copy, 'postgres.password'));
  expect(await refusalOf(copy)).toContain('postgres.password');
});

test("a folder of another user is named, with whose it is and the database's own user", async () => {
  const { uid } = await lstat(top);
  await expect(assertOwned(top, { uid: 4_000_001, gid: 4_000_002 })).rejects.toMatchObject({
    code: 'DATA_FOLDER_UNUSABLE',
    message: expect.stringMatching(
      `${top} belongs to .*, and the database runs as the user with the number 4000001.*chown -R 4000001:4000002 '${top}'`,
    ),
  });
  await chmod(top, 0o700);
  await expect(assertOwned(top, { uid, gid: 0 })).resolves.toBeUndefined();
  await expect(assertOwned(join(top, 'not-made-yet'), { uid, gid: 0 })).resolves.toBeUndefined();
});
