import type { Failure } from '../../api/failure.ts';
import { during } from '../../api/under-way.ts';

type Progress = (done: number, total: number | null) => void;
type Outcome = { file: Received; failure: null } | { file: null; failure: Failure };

export interface Received {
  readonly name: string;
  readonly blob: Blob;
}

/** The name that an answer gives its file (RFC 6266, `filename*`), else the one given. */
export function fileNameOf(disposition: string | null, otherwise: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded === undefined) return otherwise;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return otherwise;
  }
}

/** The server's own code and sentence, where it gave them. */
async function failureOf(answer: Response): Promise<Failure> {
  const { error } = (await answer.json().catch(() => ({}))) as { error?: Partial<Failure> };
  return { code: error?.code ?? 'INTERNAL', message: error?.message ?? `HTTP ${answer.status}` };
}

/**
 * Fetches a file that the server has to make first.
 *
 * @param onProgress bytes received, and all of them where the server says how many
 */
export const receiveFile = (url: string, otherwise: string, onProgress: Progress): Promise<Outcome> =>
  during('file', receive(url, otherwise, onProgress));

async function receive(url: string, otherwise: string, onProgress: Progress): Promise<Outcome> {
  try {
    const answer = await fetch(url);
    if (!answer.ok || !answer.body) return { file: null, failure: await failureOf(answer) };
    const total = Number(answer.headers.get('content-length')) || null;
    const parts: BlobPart[] = [];
    let done = 0;
    const reader = answer.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      done += part.value.length;
      onProgress(done, total);
    }
    const type = answer.headers.get('content-type') ?? 'application/octet-stream';
    const name = fileNameOf(answer.headers.get('content-disposition'), otherwise);
    return { file: { name, blob: new Blob(parts, { type }) }, failure: null };
  } catch (error) {
    return { file: null, failure: { code: 'NETWORK', message: error instanceof Error ? error.message : '' } };
  }
}
