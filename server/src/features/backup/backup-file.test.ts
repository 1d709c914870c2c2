import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createWriteStream } from 'node:fs';
import { MIGRATIONS } from '@wallchart/db';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { orderByReference } from './catalogue.ts';
import { HEAD, MANIFEST } from './format.ts';
import { openBackup } from './open-backup.ts';
import { checkBytes, OPEN_SEAL, sealing, type Bytes } from './seal.ts';
import type { Snapshot } from './snapshot.ts';
import { packBackup } from './write-backup.ts';
import { writeWhole } from './write-whole.ts';

const SNAPSHOT: Snapshot = {
  madeAt: '2014-07-31T08:00:00.000Z',
  postgres: { version: '18.4', encoding: 'UTF8', collation: 'C' },
  migrations: [...MIGRATIONS],
  tables: [{ name: 'cause', columns: ['code', 'name_zh'], bytes: 8192 }],
  sequences: [{ name: 'import_run_id_seq', last: '7', called: true }],
};
const ROWS = 'C01\t班子涣散\nC02\t无场所\n';

let folder: string;
let whole: string;
let file: string;
const pack = (path: string, snapshot = SNAPSHOT, rows = ROWS) =>
  packBackup(path, snapshot, () => Object.assign(Readable.from([Buffer.from(rows)]), { rowCount: 2 }), {
    version: '0.1.0',
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wallchart-backup-'));
  whole = join(folder, 'whole');
  await pack(whole);
});
beforeEach(() => {
  file = join(folder, 'file');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const refusal = async (path = file): Promise<string> => {
  const error: unknown = await openBackup(path).then(
    (backup) => backup.close(),
    (refused: unknown) => refused,
  );
  expect(error).toMatchObject({ code: 'BACKUP_REFUSED' });
  return (error as Error).message;
};

test('a backup restores its rows, describes itself, and is readable by its owner only', async () => {
  const backup = await openBackup(whole);
  expect((await backup.rowsOf('cause').then((rows) => rows.toArray())).join('')).toBe(ROWS);
  backup.close();
  expect(backup.manifest.tables).toMatchObject([{ table: 'cause', rows: 2, bytes: Buffer.byteLength(ROWS) }]);
  const { size, mode } = await stat(whole);
  expect([backup.bytes, mode & 0o777]).toEqual([size, 0o600]);
});

const inMemory = (bytes: Buffer): Bytes => ({
  size: bytes.length,
  textAt: async (position, length) => bytes.toString('latin1', position, position + length),
  upTo: (end) => Readable.from([bytes.subarray(0, end)]),
});

test('a change of any one byte is noticed', async () => {
  const bytes = await readFile(whole);
  expect(await checkBytes(whole, inMemory(bytes))).toMatch(/^[0-9a-f]{64}$/);
  for (const [at, byte] of bytes.entries()) {
    bytes[at] = byte ^ (1 << (at % 8));
    await expect(checkBytes(whole, inMemory(bytes)), `byte ${at}`).rejects.toMatchObject({ code: 'BACKUP_REFUSED' });
    bytes[at] = byte;
  }
});

test('what is cut off, or has something behind its end, is refused at every length', async () => {
  const bytes = await readFile(whole);
  for (let length = 0; length < bytes.length; length++) {
    const cut = checkBytes(whole, inMemory(bytes.subarray(0, length)));
    await expect(cut, `${length} bytes`).rejects.toThrow(/not a Wallchart backup|end is missing/);
  }
  await writeFile(file, Buffer.concat([bytes, Buffer.from('\n')]));
  expect(await refusal()).toContain('end is missing');
});

async function sealedZip(manifest: object): Promise<void> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(''), HEAD, { compress: false });
  zip.addBuffer(Buffer.from(JSON.stringify(manifest)), MANIFEST);
  zip.end({ comment: OPEN_SEAL, forceZip64Format: false });
  await pipeline(
    zip.outputStream as Readable,
    sealing(() => undefined),
    createWriteStream(file),
  );
}

test('another file, a newer form, unknown migrations and missing parts are refused, each in its words', async () => {
  await writeFile(file, 'PK\u0003\u0004 a zip of something else, long enough to hold a name');
  expect(await refusal()).toContain('it is not a Wallchart backup');
  await sealedZip({ format: 2, everything: 'else' });
  expect(await refusal()).toMatch(/newer version of Wallchart.*Update/);
  await rm(file);
  await pack(file, { ...SNAPSHOT, migrations: [...MIGRATIONS, '0999-of-tomorrow'] });
  expect(await refusal()).toMatch(/does not know \(0999-of-tomorrow\)/);
  const { manifest } = await openBackup(whole);
  await sealedZip(manifest);
  expect(await refusal()).toContain('the rows of cause');
  await expect(openBackup(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
  await expect(openBackup(folder)).rejects.toMatchObject({ code: 'FILE_NOT_READABLE' });
});

test('a file takes its place when it is whole; what failed leaves what was there, and what was killed is removed later', async () => {
  const [path, killed, busy] = ['target', 'target.0a1b2c3d.part', 'target.4e5f6071.part'].map((name) =>
    join(folder, name),
  );
  await writeFile(path!, 'old');
  await writeFile(killed!, 'half');
  await writeFile(busy!, 'half');
  await utimes(killed!, new Date(0), new Date(0));
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
  const failing = writeWhole(path!, async (draft) => {
    await writeFile(draft, 'half');
    throw full;
  });
  await expect(failing).rejects.toMatchObject({
    code: 'FILE_NOT_READABLE',
    message: expect.stringContaining('is full'),
  });
  expect(await readFile(path!, 'utf8')).toBe('old');
  await writeWhole(path!, (draft) => writeFile(draft, 'new'));
  expect(await readFile(path!, 'utf8')).toBe('new');
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual(['target.4e5f6071.part']);
});

test('tables are filled after those that they refer to, and a circle is an error', () => {
  const references = [
    { child: 'b', parent: 'c' },
    { child: 'a', parent: 'b' },
    { child: 'a', parent: 'not-among-them' },
  ];
  expect(orderByReference(['a', 'b', 'c', 'd'], references)).toEqual(['c', 'd', 'b', 'a']);
  expect(() => orderByReference(['a', 'b', 'c'], [...references, { child: 'c', parent: 'a' }])).toThrow('in a cycle');
});
