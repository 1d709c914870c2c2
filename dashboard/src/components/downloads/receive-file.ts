import type { Failure } from '../../api/failure.ts';
import { during } from '../../api/under-way.ts';
import { saveBlob } from './save-file.ts';

export interface ReceivedFile {
  readonly name: string;
  readonly blob: Blob;
  readonly headers: Headers;
}

type Received =
  | { readonly file: ReceivedFile; readonly failure: null }
  | { readonly file: null; readonly failure: Failure };

/** Bytes received, and all of them where the server says how many. */
type Progress = (done: number, total: number | null) => void;

/** The name that a file is sent under (RFC 6266: `filename*`, else `filename`), or the last part of its address. */
export function nameOfFile(disposition: string | null, url: string): string {
  const extended = /filename\*=UTF-8''([^;]+)/iu.exec(disposition ?? '')?.[1];
  const plain = /filename="([^"]+)"/iu.exec(disposition ?? '')?.[1];
  return decoded(extended) ?? plain ?? url.replace(/\?.*$/u, '').split('/').at(-1) ?? 'file';
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text && decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Fetches a file that the server has to make first. */
export const receiveFile = (url: string, onProgress?: Progress): Promise<Received> =>
  during('file', receive(url, onProgress));

async function receive(url: string, onProgress?: Progress): Promise<Received> {
  try {
    const answer = await fetch(url);
    if (!answer.ok) return { file: null, failure: failureOf(await answer.text()) };
    const name = nameOfFile(answer.headers.get('content-disposition'), url);
    const blob = onProgress ? await readWith(onProgress, answer) : await answer.blob();
    return { file: { name, blob, headers: answer.headers }, failure: null };
  } catch {
    return { file: null, failure: { code: 'NETWORK', message: '' } };
  }
}

async function readWith(onProgress: Progress, { body, headers }: Response): Promise<Blob> {
  const total = Number(headers.get('content-length')) || null;
  const parts: BlobPart[] = [];
  let done = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    parts.push(part.value);
    done += part.value.length;
    onProgress(done, total);
  }
  return new Blob(parts, { type: headers.get('content-type') ?? 'application/octet-stream' });
}

/** Fetches a file and hands it to the browser; what went wrong is the answer. */
export async function downloadFile(url: string): Promise<Failure | null> {
  const { file, failure } = await receiveFile(url);
  if (file) saveBlob(file.name, file.blob);
  return failure;
}

function failureOf(text: string): Failure {
  try {
    const { error } = JSON.parse(text) as { error?: Partial<Failure> };
    return { code: error?.code ?? 'INTERNAL', message: error?.message ?? '' };
  } catch {
    return { code: 'INTERNAL', message: text.slice(0, 200) };
  }
}
