import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Pool } from 'pg';
import { WallchartError } from '../../domain/errors.ts';
import { systemFailure } from '../../domain/system-failure.ts';
import type { Upload, UploadStore } from '../../jobs/uploads/upload-store.ts';
import type { ImportOptions, ImportOutcome, ImportProgress } from './index.ts';
import type { ImportJob, Withdrawal } from './import.types.ts';

const KEEP_MS = 60 * 60 * 1000;

declare module '../../graphql-types/context.ts' {
  interface Services {
    readonly jobs: ImportJobs;
  }
}

export interface ImportJobs {
  /** Starts to import an upload; IMPORT_RUNNING while another import runs. */
  readonly start: (uploadId: string, options: JobOptions) => ImportJob;
  /** Withdraws rows on record; IMPORT_RUNNING while an import runs. */
  readonly withdraw: (rows: readonly string[], dryRun: boolean) => Promise<Withdrawal>;
  readonly find: (id: string) => ImportJob | null;
  /** Path of the workbook with its bad cells marked; written on first demand. UNKNOWN_IMPORT without one. */
  readonly annotated: (id: string) => Promise<{ path: string; fileName: string }>;
  /** Resolves when no import runs. */
  readonly idle: () => Promise<void>;
  /** Aborts what runs and waits until it is rolled back. */
  readonly close: () => Promise<void>;
}

export type JobOptions = Required<Pick<ImportOptions, 'dryRun' | 'replace' | 'withdraw'>>;

interface Running {
  readonly abort: AbortController;
  readonly done: Promise<void>;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface Entry {
  readonly job: Mutable<ImportJob>;
  readonly upload: Upload;
  annotated?: Promise<string>;
}

export interface JobStoreOptions {
  readonly pool: Pool;
  readonly uploads: UploadStore;
  readonly recordedBy: string;
  readonly log: Pick<Logger, 'error' | 'warn'>;
}

/** Imports of this process, one at a time, remembered for an hour. */
export function createImportJobs(options: JobStoreOptions): ImportJobs {
  const entries = new Map<string, Entry>();
  let running: Running | undefined;
  const claim = (): void => {
    if (!running) return;
    throw new WallchartError(
      'IMPORT_RUNNING',
      'Another import is running; try again when it has finished. 另一个导入正在进行。',
    );
  };
  const start = (uploadId: string, requested: JobOptions): ImportJob => {
    claim();
    const upload = options.uploads.find(uploadId, 'import');
    const entry: Entry = { job: newJob(upload, requested), upload };
    entries.set(entry.job.id, entry);
    const abort = new AbortController();
    const done = runJob(options, entry, { ...requested, signal: abort.signal }).finally(() => {
      running = undefined;
      setTimeout(() => entries.delete(entry.job.id), KEEP_MS).unref();
    });
    running = { abort, done };
    return entry.job;
  };
  const withdraw = async (rows: readonly string[], dryRun: boolean): Promise<Withdrawal> => {
    claim();
    const abort = new AbortController();
    const outcome = import('./index.ts').then(({ withdrawOnRecord }) =>
      withdrawOnRecord(options.pool, rows, { dryRun, recordedBy: options.recordedBy, signal: abort.signal }),
    );
    const done = outcome.then(
      () => undefined,
      () => undefined,
    );
    running = { abort, done: done.finally(() => (running = undefined)) };
    return outcome;
  };
  const annotated = async (id: string): Promise<{ path: string; fileName: string }> => {
    const entry = entries.get(id);
    if (!entry || entry.job.annotatedUrl === null) {
      throw new WallchartError(
        'UNKNOWN_IMPORT',
        `No import "${id}" with problems to mark; imports are remembered for an hour.`,
      );
    }
    entry.annotated ??= annotate(options, entry);
    return { path: await entry.annotated, fileName: entry.upload.fileName.replace(/\.\w+$/, '') };
  };
  return {
    start,
    withdraw,
    find: (id) => entries.get(id)?.job ?? null,
    annotated,
    idle: async () => running?.done,
    close: async () => {
      running?.abort.abort();
      await running?.done;
    },
  };
}

function newJob(upload: Upload, { dryRun, replace }: JobOptions): ImportJob {
  return {
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

async function runJob(
  options: JobStoreOptions,
  { job, upload }: Entry,
  { signal, ...requested }: JobOptions & { readonly signal: AbortSignal },
): Promise<void> {
  const onProgress = ({ phase, rowsDone, rowsTotal }: ImportProgress): void => {
    Object.assign(job, { phase, rowsDone, rowsTotal });
  };
  try {
    // Loaded on first use: reading workbooks takes libraries that serving does not.
    const { importFile } = await import('./index.ts');
    const outcome = await importFile(
      options.pool,
      { path: upload.path, fileName: upload.fileName },
      { ...requested, withEffect: true, channel: 'upload', recordedBy: options.recordedBy, onProgress, signal },
    );
    settle(job, outcome);
  } catch (error) {
    const reason = signal.aborted ? stopped(options, upload) : whyFailed(options, upload, error);
    Object.assign(job, {
      state: 'failed',
      phase: 'done',
      message: { zh: `导入失败，未作任何改动。${reason}`, en: `The import failed and changed nothing. ${reason}` },
    });
  }
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

async function annotate({ uploads }: JobStoreOptions, { upload, job }: Entry): Promise<string> {
  const { annotateWorkbook } = await import('./index.ts');
  const path = uploads.beside(upload, `${job.id}.xlsx`);
  await annotateWorkbook(
    { path: upload.path, fileName: upload.fileName },
    [...job.problems] as ImportOutcome['problems'],
    path,
  );
  return path;
}
