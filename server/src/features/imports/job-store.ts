import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { mayFollow } from '../../access/jobs.policy.ts';
import type { SystemDb } from '../../database/handles.ts';
import { WallchartError } from '../../domain/errors.ts';
import type { Principal } from '../../domain/principal.ts';
import { systemFailure } from '../../domain/system-failure.ts';
import { beginJob, noteJob } from '../../jobs/job-rows.ts';
import { progressWriter } from '../../jobs/progress-writer.ts';
import { takeTurn, type Turn } from '../../jobs/turn.ts';
import type { Upload, UploadStore } from '../../jobs/uploads/upload-store.ts';
import type { ImportOptions, ImportOutcome, ImportProgress } from './index.ts';
import type { ImportJob, Withdrawal } from './import.types.ts';
import { failure, findImport, type StoredImport } from './lost-imports.ts';

declare module '../../graphql-types/context.ts' {
  interface Services {
    readonly jobs: ImportJobs;
  }
}

export interface ImportJobs {
  /** Starts to import an upload for someone; IMPORT_RUNNING while another import runs, in whatever process. */
  readonly start: (by: Principal, uploadId: string, options: JobOptions) => Promise<ImportJob>;
  /** Withdraws rows on record, after recordings of their counties that are under way. */
  readonly withdraw: (by: Principal, rows: readonly string[], dryRun: boolean) => Promise<Withdrawal>;
  /**
   * A job of whatever process, if the viewer may follow it; one whose process ended is reported as failed, or as saved if it
   * was.
   */
  readonly find: (viewer: Principal, id: string) => Promise<ImportJob | null>;
  /** Path of the workbook with its bad cells marked; written on first demand. UNKNOWN_IMPORT without one. */
  readonly annotated: (viewer: Principal, id: string) => Promise<{ path: string; fileName: string }>;
  /** Resolves when this process runs no import. */
  readonly idle: () => Promise<void>;
  /** Aborts what this process runs and waits until it is rolled back. */
  readonly close: () => Promise<void>;
}

export type JobOptions = Required<Pick<ImportOptions, 'dryRun' | 'replace' | 'withdraw'>>;

interface Running {
  readonly abort: AbortController;
  readonly done: Promise<void>;
}

const ignore = (): void => undefined;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface JobStoreOptions {
  readonly system: SystemDb;
  readonly uploads: UploadStore;
  readonly log: Pick<Logger, 'error' | 'warn'>;
}

/** Imports, one at a time over all processes, remembered in the database for an hour. */
export function createImportJobs(options: JobStoreOptions): ImportJobs {
  const { system, uploads } = options;
  const running = new Set<Running>();
  const track = (abort: AbortController, work: Promise<unknown>): void => {
    const own: Running = { abort, done: work.then(ignore, ignore).finally(() => void running.delete(own)) };
    running.add(own);
  };
  const inTurn = async <T>(begin: (turn: Turn, signal: AbortSignal) => Promise<{ answer: T; done: Promise<void> }>) => {
    const turn = await takeTurn(system.pool);
    if (!turn) {
      throw new WallchartError(
        'IMPORT_RUNNING',
        'Another import is running; try again when it has finished. 另一个导入正在进行。',
      );
    }
    const abort = new AbortController();
    try {
      const { answer, done } = await begin(turn, abort.signal);
      track(abort, done);
      return answer;
    } catch (error) {
      await turn.end();
      throw error;
    }
  };
  const start = (by: Principal, uploadId: string, requested: JobOptions): Promise<ImportJob> =>
    inTurn(async (turn, signal) => {
      const upload = await uploads.find(uploadId, 'import');
      const job = newJob(by, upload, requested);
      await beginJob(system, 'import', job.id, job);
      return { answer: { ...job }, done: runJob(options, { job, by, upload, turn }, { ...requested, signal }) };
    });
  const withdraw = async (by: Principal, rows: readonly string[], dryRun: boolean): Promise<Withdrawal> => {
    const { withdrawOnRecord } = await import('./index.ts');
    const abort = new AbortController();
    const withdrawing = withdrawOnRecord(system.pool, rows, { dryRun, recordedBy: by.name, signal: abort.signal });
    track(abort, withdrawing);
    return withdrawing;
  };
  return {
    start,
    withdraw,
    find: (viewer, id) => findVisible(system, viewer, id),
    annotated: async (viewer, id) => annotated(uploads, id, await findVisible(system, viewer, id)),
    idle: async () => void (await Promise.all([...running].map(({ done }) => done))),
    close: async () => {
      for (const { abort } of running) abort.abort();
      await Promise.all([...running].map(({ done }) => done));
    },
  };
}

function newJob(by: Principal, upload: Upload, { dryRun, replace }: JobOptions): Mutable<StoredImport> {
  return {
    startedBy: by.id,
    id: randomUUID(),
    upload: upload.id,
    dryRun,
    fileName: upload.fileName,
    state: 'running',
    phase: 'opening',
    rowsDone: 0,
    rowsTotal: null,
    run: null,
    problems: [],
    problemCount: 0,
    warningCount: 0,
    sheets: [],
    replace,
    effect: null,
    notInFile: [],
    annotatedUrl: null,
    message: null,
  };
}

interface JobUnderWay {
  readonly job: Mutable<StoredImport>;
  readonly by: Principal;
  readonly upload: Upload;
  readonly turn: Turn;
}

async function runJob(
  options: JobStoreOptions,
  { job, by, upload, turn }: JobUnderWay,
  { signal, ...requested }: JobOptions & { readonly signal: AbortSignal },
): Promise<void> {
  const progress = progressWriter<StoredImport>((body) =>
    noteJob(options.system, 'import', job.id, { body, running: true }),
  );
  const onProgress = ({ phase, rowsDone, rowsTotal }: ImportProgress): void => {
    Object.assign(job, { phase, rowsDone, rowsTotal });
    progress.report(job);
  };
  try {
    // Loaded on first use: reading workbooks takes libraries that serving does not.
    const { importFile } = await import('./index.ts');
    const outcome = await importFile(
      options.system.pool,
      { path: upload.path, fileName: upload.fileName },
      { ...requested, withEffect: true, channel: 'upload', recordedBy: by.name, onProgress, signal },
    );
    settle(job, outcome);
  } catch (error) {
    const reason = signal.aborted ? stopped(options, upload) : whyFailed(options, upload, error);
    Object.assign(job, failure(reason));
  }
  await progress.close();
  await turn.end({ id: job.id, body: job }).catch((error: unknown) => {
    options.log.error({ err: error, upload: upload.fileName }, 'the result of an import could not be recorded');
  });
}

function stopped({ log }: JobStoreOptions, { fileName }: Upload): string {
  log.warn({ upload: fileName }, 'import dropped as the server stops: nothing was changed; import the file again');
  return 'The server was stopped; import the file again. 服务已停止，请重新导入。';
}

function whyFailed({ log }: JobStoreOptions, { fileName }: Upload, error: unknown): string {
  if (error instanceof WallchartError) return error.message;
  const id = randomUUID();
  log.error({ err: error, errorId: id, upload: fileName }, 'import failed');
  const failure = systemFailure(error);
  return failure ? failure.message : `An unexpected error; the log has the details under ${id}.`;
}

function settle(job: Mutable<ImportJob>, outcome: ImportOutcome): void {
  Object.assign(job, {
    state: outcome.state,
    phase: 'done',
    run: outcome.run,
    problems: outcome.problems,
    problemCount: outcome.problemCount,
    warningCount: outcome.warningCount,
    sheets: outcome.sheets,
    effect: outcome.effect,
    notInFile: outcome.notInFile,
    message: outcome.message,
    annotatedUrl: outcome.problems.length > 0 ? `/imports/${job.id}/annotated.xlsx` : null,
  });
}

async function findVisible(system: SystemDb, viewer: Principal, id: string): Promise<StoredImport | null> {
  const job = await findImport(system, id);
  return job && mayFollow(viewer, job) ? job : null;
}

async function annotated(
  uploads: UploadStore,
  id: string,
  job: StoredImport | null,
): Promise<{ path: string; fileName: string }> {
  if (!job || job.annotatedUrl === null) {
    throw new WallchartError(
      'UNKNOWN_IMPORT',
      `No import "${id}" with problems to mark; imports are remembered for an hour.`,
    );
  }
  const { annotateWorkbook } = await import('./index.ts');
  const upload = await uploads.find(job.upload, 'import');
  const path = uploads.beside(upload, `${id}.xlsx`);
  await annotateWorkbook(
    { path: upload.path, fileName: upload.fileName },
    [...job.problems] as ImportOutcome['problems'],
    path,
  );
  return { path, fileName: upload.fileName.replace(/\.\w+$/, '') };
}
