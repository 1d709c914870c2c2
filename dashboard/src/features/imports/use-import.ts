import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { refreshAll } from '../../api/client.ts';
import type { Failure } from '../../api/failure.ts';
import { runOperation } from '../../api/use-operation.ts';
import {
  ImportProblemsDocument,
  ImportProgressDocument,
  StartImportDocument,
  type ImportJobStateFragment,
  type ImportProblemsQuery,
} from '../../generated/graphql.ts';
import { faultOf, uploadWorkbook, type UploadFailure } from './upload-workbook.ts';

export type ImportStep = 'idle' | 'uploading' | 'running' | 'ended' | 'failed';
export type Problem = NonNullable<ImportProblemsQuery['importJob']>['problems'][number];

const EVERY = 400;
/** Polls that may fail one after another before the server counts as gone: about ten seconds. */
const PATIENCE = 12;

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** One import from the dropped file to its result: upload, dry run, then in earnest. */
export function useImport() {
  const step = ref<ImportStep>('idle');
  const file = shallowRef<{ readonly name: string; readonly size: number } | null>(null);
  const sent = ref(0);
  const job = shallowRef<ImportJobStateFragment | null>(null);
  const problems = shallowRef<readonly Problem[]>([]);
  const uploadFailure = shallowRef<UploadFailure | null>(null);
  const failure = shallowRef<Failure | null>(null);
  /** Polls are failing, but not yet for long. */
  const waiting = ref(false);
  let upload: string | null = null;
  let stop = new AbortController();

  const reset = (): AbortSignal => {
    stop.abort();
    stop = new AbortController();
    step.value = 'idle';
    sent.value = 0;
    job.value = null;
    problems.value = [];
    uploadFailure.value = null;
    failure.value = null;
    waiting.value = false;
    return stop.signal;
  };

  const fail = (reason: Failure): void => {
    failure.value = reason;
    step.value = 'failed';
  };

  const loadProblems = async (id: string, signal: AbortSignal): Promise<void> => {
    const answer = await runOperation('query', ImportProblemsDocument, { id });
    if (!signal.aborted && answer.data?.importJob) problems.value = answer.data.importJob.problems;
  };

  const follow = async (started: ImportJobStateFragment, signal: AbortSignal): Promise<void> => {
    job.value = started;
    for (let lost = 0; job.value?.state === 'RUNNING';) {
      await pause(EVERY);
      if (signal.aborted) return;
      const answer = await runOperation('query', ImportProgressDocument, { id: started.id });
      if (signal.aborted) return;
      lost = answer.failure ? lost + 1 : 0;
      waiting.value = lost > 0;
      if (answer.failure && lost > PATIENCE) return fail(answer.failure);
      if (answer.data && !answer.data.importJob) return fail({ code: 'JOB_LOST', message: '' });
      if (answer.data?.importJob) job.value = answer.data.importJob;
    }
    const ended = job.value;
    if (ended && ended.problemCount + ended.warningCount > 0) await loadProblems(ended.id, signal);
    if (signal.aborted) return;
    step.value = 'ended';
    if (ended?.state === 'ACCEPTED') refreshAll();
  };

  const start = async (dryRun: boolean, signal: AbortSignal): Promise<void> => {
    if (upload === null) return;
    step.value = 'running';
    const answer = await runOperation('mutation', StartImportDocument, { upload, dryRun });
    if (signal.aborted) return;
    if (answer.failure) return fail(answer.failure);
    await follow(answer.data.startImport, signal);
  };

  const choose = async (chosen: File): Promise<void> => {
    const signal = reset();
    upload = null;
    file.value = chosen;
    const fault = faultOf(chosen);
    if (fault) {
      uploadFailure.value = { fault, message: '' };
      step.value = 'failed';
      return;
    }
    step.value = 'uploading';
    const result = await uploadWorkbook(chosen, (share) => (sent.value = share), signal);
    if (result === null || signal.aborted) return;
    if ('failure' in result) {
      uploadFailure.value = result.failure;
      step.value = 'failed';
      return;
    }
    upload = result.upload;
    await start(true, signal);
  };

  onScopeDispose(() => stop.abort());
  return {
    step,
    file,
    sent,
    job,
    problems,
    uploadFailure,
    failure,
    waiting,
    busy: computed(() => step.value === 'uploading' || step.value === 'running'),
    choose,
    /** Asks again for what failed: the import in the mode it had, else the dry run. */
    again: (): Promise<void> => {
      const dryRun = job.value?.dryRun ?? true;
      failure.value = null;
      return start(dryRun, stop.signal);
    },
    inEarnest: (): Promise<void> => start(false, stop.signal),
    cancel: (): void => {
      file.value = null;
      upload = null;
      reset();
    },
  };
}
