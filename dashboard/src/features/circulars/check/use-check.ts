import { onScopeDispose, shallowRef, watch } from 'vue';
import type { Failure } from '../../../api/failure.ts';
import { faultOf, uploadFile, type UploadFailure } from '../../../api/upload-file.ts';
import { mutate } from '../../../api/request.ts';
import { CheckCircularDocument, type CheckAgainst, type CheckCircularMutation } from '../../../generated/graphql.ts';

export type CheckResult = CheckCircularMutation['checkCircular'];

/** Checks an edited document: sends it once, compares it with what was sealed or with what is known now. */
export function useCheck(circular: () => string, sealed: boolean) {
  const against = shallowRef<CheckAgainst>(sealed ? 'SEALED' : 'CURRENT');
  const name = shallowRef('');
  const busy = shallowRef(false);
  const result = shallowRef<CheckResult | null>(null);
  const failure = shallowRef<Failure | null>(null);
  const refused = shallowRef<UploadFailure | null>(null);
  let upload: string | null = null;
  let stop = new AbortController();
  onScopeDispose(() => stop.abort());

  const compare = async (): Promise<void> => {
    if (upload === null) return;
    const { signal } = stop;
    busy.value = true;
    const variables = { upload, circular: circular(), against: against.value };
    const answer = await mutate(CheckCircularDocument, variables);
    if (signal.aborted) return;
    busy.value = false;
    failure.value = answer.failure;
    result.value = answer.data?.checkCircular ?? null;
  };
  const choose = async (file: File): Promise<void> => {
    stop.abort();
    stop = new AbortController();
    const { signal } = stop;
    upload = null;
    name.value = file.name;
    result.value = null;
    failure.value = null;
    const fault = faultOf(file, ['.docx']);
    refused.value = fault ? { fault, message: '' } : null;
    if (fault) return;
    busy.value = true;
    const sent = await uploadFile(file, () => undefined, signal);
    if (sent === null || signal.aborted) return;
    busy.value = false;
    if ('failure' in sent) refused.value = sent.failure;
    else upload = sent.upload;
    await compare();
  };
  watch(against, () => void compare());
  return { against, name, busy, result, failure, refused, choose, compare };
}
