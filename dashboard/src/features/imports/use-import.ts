import { onScopeDispose } from 'vue';
import { refreshAll } from '../../api/queries.ts';
import type { Failure } from '../../api/failure.ts';
import { during } from '../../api/under-way.ts';
import { fetchOnce, mutate } from '../../api/request.ts';
import {
  ImportFindingsDocument,
  ImportProgressDocument,
  StartImportDocument,
  type ImportJobStateFragment,
} from '../../generated/graphql.ts';
import { importState, type ImportState } from './import-state.ts';
import { withdrawalChoice } from './withdrawal-choice.ts';
import { faultOf, uploadFile, IMPORTED, type UploadFailure } from '../../api/upload-file.ts';

const EVERY = 400;
/** Polls that may fail one after another before the server counts as gone: about ten seconds. */
const PATIENCE = 12;

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

function fail(state: ImportState, reason: Failure): void {
  state.failure.value = reason;
  state.step.value = 'failed';
}

function refuse(state: ImportState, reason: UploadFailure): void {
  state.uploadFailure.value = reason;
  state.step.value = 'failed';
}

/** Asks how far a job is until it has ended; false when it was given up, with the reason in the state. */
async function untilEnded(state: ImportState, id: string, signal: AbortSignal): Promise<boolean> {
  for (let lost = 0; state.job.value?.state === 'RUNNING';) {
    await pause(EVERY);
    if (signal.aborted) return false;
    const answer = await fetchOnce(ImportProgressDocument, { id });
    if (signal.aborted) return false;
    lost = answer.failure ? lost + 1 : 0;
    state.waiting.value = lost > 0;
    if (answer.failure && lost > PATIENCE) {
      fail(state, answer.failure);
      return false;
    }
    if (answer.data && !answer.data.importJob) {
      fail(state, { code: 'JOB_LOST', message: '' });
      return false;
    }
    if (answer.data?.importJob) state.job.value = answer.data.importJob;
  }
  return true;
}

async function follow(state: ImportState, started: ImportJobStateFragment, signal: AbortSignal): Promise<void> {
  state.job.value = started;
  if (!(await untilEnded(state, started.id, signal))) return;
  const ended = state.job.value;
  const answer = await fetchOnce(ImportFindingsDocument, { id: ended.id });
  if (signal.aborted) return;
  const found = answer.data?.importJob;
  state.problems.value = found?.problems ?? [];
  state.effect.value = found?.effect ?? null;
  state.notInFile.value = found?.notInFile ?? [];
  state.step.value = 'ended';
  if (ended.state === 'ACCEPTED') refreshAll();
}

/** One import from the dropped file to its result: upload, dry run, then for real. */
export function useImport() {
  const state = importState();
  const choice = withdrawalChoice(state);
  let upload: string | null = null;
  let stop = new AbortController();
  const restart = (): AbortSignal => {
    stop.abort();
    stop = new AbortController();
    upload = null;
    state.clear();
    return stop.signal;
  };

  const start = async (dryRun: boolean, signal: AbortSignal): Promise<void> => {
    if (upload === null) return;
    state.step.value = 'running';
    const withdrawals = choice.take();
    const answer = await mutate(StartImportDocument, { upload, dryRun, ...withdrawals });
    if (signal.aborted) return;
    if (answer.failure) fail(state, answer.failure);
    else await during('import', follow(state, answer.data.startImport, signal));
  };

  const choose = async (chosen: File): Promise<void> => {
    const signal = restart();
    state.file.value = chosen;
    const fault = faultOf(chosen, IMPORTED);
    if (fault) return refuse(state, { fault, message: '' });
    state.step.value = 'uploading';
    const result = await uploadFile(chosen, (share) => (state.sent.value = share), signal);
    if (result === null || signal.aborted) return;
    if ('failure' in result) return refuse(state, result.failure);
    upload = result.upload;
    await start(true, signal);
  };

  /** Goes on with a job that was started before: after a reload of the page, or at an address that was sent. */
  const resume = async (id: string): Promise<void> => {
    const signal = restart();
    state.step.value = 'running';
    const { data, failure } = await fetchOnce(ImportProgressDocument, { id });
    const found = data?.importJob;
    if (signal.aborted) return;
    if (!found) return fail(state, failure ?? { code: 'JOB_LOST', message: '' });
    upload = found.upload;
    state.replace.value = found.replace;
    choice.take();
    await during('import', follow(state, found, signal));
  };

  onScopeDispose(() => stop.abort());
  return {
    ...state,
    stale: choice.stale,
    choose,
    resume,
    /** Asks again for what failed: the import in the mode it had, else the dry run. */
    again: (): Promise<void> => {
      state.failure.value = null;
      return start(state.job.value?.dryRun ?? true, stop.signal);
    },
    /** Checks the same file again, with another choice of what is withdrawn. */
    recheck: (): Promise<void> => start(true, stop.signal),
    inEarnest: (): Promise<void> => start(false, stop.signal),
    cancel: (): void => void restart(),
  };
}
