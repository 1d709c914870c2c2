import { computed, ref, shallowRef } from 'vue';
import type { Failure } from '../../api/failure.ts';
import type { ImportChangesFragment, ImportFindingsQuery, ImportJobStateFragment } from '../../generated/graphql.ts';
import type { UploadFailure } from '../../api/upload-file.ts';

type ImportStep = 'idle' | 'uploading' | 'running' | 'ended' | 'failed';
type Findings = NonNullable<ImportFindingsQuery['importJob']>;
export type Problem = Findings['problems'][number];
export type RowNotInFile = Findings['notInFile'][number];
export type Effect = ImportChangesFragment;

/** What the import page shows of one import. */
export function importState() {
  const step = ref<ImportStep>('idle');
  const file = shallowRef<{ readonly name: string; readonly size: number } | null>(null);
  /** Share of the file that was sent, 0 to 1. */
  const sent = ref(0);
  const job = shallowRef<ImportJobStateFragment | null>(null);
  const problems = shallowRef<readonly Problem[]>([]);
  const effect = shallowRef<Effect | null>(null);
  const notInFile = shallowRef<readonly RowNotInFile[]>([]);
  /** The workbook is the whole of what its sheets say about its campaigns. */
  const replace = ref(false);
  /** Rows on record that are to be withdrawn besides. */
  const withdraw = shallowRef<ReadonlySet<string>>(new Set());
  const uploadFailure = shallowRef<UploadFailure | null>(null);
  const failure = shallowRef<Failure | null>(null);
  /** Polls are failing, but not yet for long. */
  const waiting = ref(false);
  const clear = (): void => {
    step.value = 'idle';
    file.value = null;
    sent.value = 0;
    job.value = null;
    problems.value = [];
    effect.value = null;
    notInFile.value = [];
    withdraw.value = new Set();
    uploadFailure.value = null;
    failure.value = null;
    waiting.value = false;
  };
  return {
    step,
    busy: computed(() => step.value === 'uploading' || step.value === 'running'),
    file,
    sent,
    job,
    problems,
    effect,
    notInFile,
    replace,
    withdraw,
    uploadFailure,
    failure,
    waiting,
    clear,
  };
}

export type ImportState = ReturnType<typeof importState>;
