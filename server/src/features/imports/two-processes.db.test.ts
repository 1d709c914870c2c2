import { testDatabase } from '@wallchart/db/testing';
import { writeSamples } from '@wallchart/db/seeds';
import { sql } from 'kysely';
import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemDb } from '../../database/open-database.ts';
import type { SystemDb } from '../../database/handles.ts';
import { beginJob, findJob } from '../../jobs/job-rows.ts';
import { takeTurn } from '../../jobs/turn.ts';
import { openUploadStore, type UploadStore } from '../../jobs/uploads/upload-store.ts';
import { DASHBOARD } from '../../access/principals.ts';
import type { Principal } from '../../domain/principal.ts';
import { createImportJobs, type ImportJobs } from './job-store.ts';
import type { ImportJob } from './import.types.ts';

const database = testDatabase({ poolSize: 8 });

/** What two servers on two machines have of their own: a folder, and what they remember. */
interface Process {
  readonly uploads: UploadStore;
  readonly jobs: ImportJobs;
  readonly folder: string;
}

let folder: string;
let workbook: string;
let system: SystemDb;
let one: Process;
let other: Process;

async function start(): Promise<Process> {
  const own = await mkdtemp(join(folder, 'process-'));
  const uploads = await openUploadStore(own, system);
  const log = pino({ level: 'silent' });
  return { uploads, jobs: createImportJobs({ system, uploads, log }), folder: own };
}

async function stop({ jobs, uploads }: Process): Promise<void> {
  await jobs.close();
  await uploads.close();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wallchart-processes-'));
  system = await systemDb(database.orm);
  [workbook] = (await writeSamples(folder)) as [string];
  [one, other] = [await start(), await start()];
});
afterAll(async () => {
  await Promise.all([one, other].map(stop));
  await rm(folder, { recursive: true, force: true });
});

const receive = (at: Process, path = workbook) =>
  at.uploads.receive({
    file: Object.assign(createReadStream(path), { truncated: false }),
    filename: 'county-2014.xlsx',
  });
const CHECK = { dryRun: true, replace: false, withdraw: [] };

async function ended(at: Process, id: string): Promise<ImportJob> {
  return vi.waitFor(async () => {
    const job = await at.jobs.find(DASHBOARD, id);
    expect(job?.state).not.toBe('running');
    return job!;
  }, 60_000);
}

describe('an upload', () => {
  it('is found by another process with every byte, and stays when the one that received it stops', async () => {
    const first = await start();
    const { id, bytes } = await receive(first);
    await stop(first);
    const found = await other.uploads.find(id, 'import');
    expect(found).toMatchObject({ id, bytes, fileName: 'county-2014.xlsx', kind: 'import' });
    expect((await readFile(found.path)).equals(await readFile(workbook))).toBe(true);
    await expect(other.uploads.find(id, 'document')).rejects.toMatchObject({ code: 'UPLOAD_REFUSED' });
  });

  it('is unknown after an hour, and so is an id that leads elsewhere', async () => {
    const { id } = await receive(one);
    await sql`update upload set received_at = received_at - interval '61 minutes'`.execute(database.db);
    await expect(other.uploads.find(id, 'import')).rejects.toMatchObject({ code: 'UNKNOWN_UPLOAD' });
    await expect(one.uploads.find('../..', 'import')).rejects.toMatchObject({ code: 'UNKNOWN_UPLOAD' });
    expect(await readdir(one.folder)).toEqual(['uploads']);
    await receive(one);
    expect(await database.db.selectFrom('upload').select('id').execute()).toHaveLength(1);
  });
});

describe('an import', () => {
  it('of one process is seen by the other, which imports nothing meanwhile', async () => {
    const { id: upload } = await receive(one);
    const turn = await takeTurn(system.pool);
    await expect(one.jobs.start(DASHBOARD, upload, CHECK)).rejects.toMatchObject({ code: 'IMPORT_RUNNING' });
    await turn!.end();
    const { id, state } = await one.jobs.start(DASHBOARD, upload, CHECK);
    expect(state).toBe('running');
    expect(await other.jobs.find(DASHBOARD, id)).toMatchObject({ id, state: 'running', upload });
    await expect(other.jobs.start(DASHBOARD, upload, CHECK)).rejects.toMatchObject({ code: 'IMPORT_RUNNING' });
    expect(await ended(other, id)).toMatchObject({ state: 'checked', fileName: 'county-2014.xlsx', problemCount: 0 });
    expect(await one.jobs.find(DASHBOARD, id)).toEqual(await other.jobs.find(DASHBOARD, id));
    expect(await ended(other, (await other.jobs.start(DASHBOARD, upload, CHECK)).id)).toMatchObject({
      state: 'checked',
    });
  });

  it('that a stopping process drops is reported as such by the others', async () => {
    const third = await start();
    const { id: upload } = await receive(third);
    const held = await system.pool.connect();
    await held.query(`begin; lock table cases in access exclusive mode`);
    const { id } = await third.jobs.start(DASHBOARD, upload, { ...CHECK, dryRun: false });
    await stop(third);
    await held.query('rollback');
    held.release();
    const job = await other.jobs.find(DASHBOARD, id);
    expect(job).toMatchObject({ state: 'failed', run: null });
    expect(job!.message!.en).toMatch(/changed nothing.*server was stopped/);
  });

  const lost = async (id: string, dryRun: boolean) => {
    const { upload, ...like } = (await one.jobs.find(
      DASHBOARD,
      (await one.jobs.start(DASHBOARD, (await receive(one)).id, CHECK)).id,
    ))!;
    await ended(one, like.id);
    await beginJob(system, 'import', id, { ...like, id, upload, dryRun, state: 'running' });
  };

  it('is followed by who started it, and by who sees everything', async () => {
    const someone: Principal = { id: 'a', name: 'A', scope: { kind: 'units', codes: ['350322'] } };
    const { id } = await one.jobs.start(someone, (await receive(one)).id, CHECK);
    await one.jobs.idle();
    const follows = async (viewer: Principal) => (await other.jobs.find(viewer, id)) !== null;
    expect(await Promise.all([someone, DASHBOARD, { ...someone, id: 'b' }].map(follows))).toEqual([true, true, false]);
    await expect(other.jobs.annotated({ ...someone, id: 'b' }, id)).rejects.toMatchObject({ code: 'UNKNOWN_IMPORT' });
  });

  it('whose process was killed is reported as failed with nothing saved', async () => {
    await lost('killed', false);
    const turn = await takeTurn(system.pool);
    expect(await other.jobs.find(DASHBOARD, 'killed')).toMatchObject({ state: 'running' });
    await turn!.end();
    const job = await other.jobs.find(DASHBOARD, 'killed');
    expect(job).toMatchObject({ state: 'failed', phase: 'done', run: null });
    expect(job!.message!.en).toMatch(/changed nothing/);
    expect(await findJob(system, 'import', 'killed')).toMatchObject({ running: false });
  });

  it('whose process was killed right after it was saved is reported as accepted', async () => {
    await lost('saved', false);
    await sql`insert into import_run (file_name, sha256, channel, recorded_at, recorded_by, rows_new)
      values ('county-2014.xlsx', 'x', 'upload', clock_timestamp(), 'test', 3)`.execute(database.db);
    expect(await other.jobs.find(DASHBOARD, 'saved')).toMatchObject({
      state: 'accepted',
      run: { rowsNew: 3, channel: 'upload' },
    });
  });
});
