import { during } from './under-way.ts';

/** Sending a file to the server, with progress. fetch cannot report the progress of an upload; XMLHttpRequest can. */

/** Largest file that the server takes, in bytes. */
export const MOST_BYTES = 50 * 1024 * 1024;

/** How the names of files end that an import takes. */
export const IMPORTED: readonly string[] = ['.xlsx', '.zip', '.csv', '.geojson', '.json'];

/** Why a file was not taken. `server`: refused with the server's own words. */
type UploadFault = 'wrongType' | 'empty' | 'tooLarge' | 'unreachable' | 'timeout' | 'busy' | 'server';

export interface UploadFailure {
  readonly fault: UploadFault;
  /** The server's sentence, '' when it said none. */
  readonly message: string;
}

type UploadResult = { readonly upload: string } | { readonly failure: UploadFailure };

/** What can be judged before a byte is sent; null when nothing speaks against the file. */
export function faultOf(
  file: { readonly name: string; readonly size: number },
  kinds: readonly string[],
): UploadFault | null {
  const name = file.name.toLowerCase();
  if (!kinds.some((kind) => name.endsWith(kind))) return 'wrongType';
  if (file.size === 0) return 'empty';
  return file.size > MOST_BYTES ? 'tooLarge' : null;
}

interface Answer {
  readonly upload?: unknown;
  readonly message?: unknown;
  readonly error?: unknown;
}

function parse(text: string): Answer {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function messageOf(answer: Answer): string {
  const inner =
    typeof answer.error === 'object' && answer.error !== null ? (answer.error as Answer).message : undefined;
  return [inner, answer.message, answer.error].find((text): text is string => typeof text === 'string') ?? '';
}

/** Reads the server's answer to an upload; whatever it is, it is a result. */
export function uploadResult(status: number, text: string): UploadResult {
  const answer = parse(text);
  if (status >= 200 && status < 300 && typeof answer.upload === 'string') return { upload: answer.upload };
  const message = messageOf(answer);
  if (status === 413) return { failure: { fault: 'tooLarge', message } };
  if (status === 415) return { failure: { fault: 'wrongType', message } };
  if (status === 429 || status === 503) return { failure: { fault: 'busy', message } };
  return { failure: { fault: 'server', message } };
}

/**
 * Sends a file; `onProgress` hears shares from 0 to 1. A connection that makes no progress for a minute is given up.
 * Never rejects; resolves to null when `signal` stopped it.
 */
export const uploadFile = (
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<UploadResult | null> => during('upload', send(file, onProgress, signal));

function send(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<UploadResult | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let quiet: ReturnType<typeof setTimeout> | undefined;
    const watchQuiet = (): void => {
      clearTimeout(quiet);
      quiet = setTimeout(() => finish({ failure: { fault: 'timeout', message: '' } }), 60_000);
    };
    const finish = (result: UploadResult | null): void => {
      clearTimeout(quiet);
      resolve(result);
      request.abort();
    };
    request.upload.addEventListener('progress', (event) => {
      watchQuiet();
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener('load', () => finish(uploadResult(request.status, request.responseText)));
    request.addEventListener('error', () => finish({ failure: { fault: 'unreachable', message: '' } }));
    signal.addEventListener('abort', () => finish(null), { once: true });
    const body = new FormData();
    body.append('file', file);
    request.open('POST', '/uploads');
    watchQuiet();
    request.send(body);
  });
}
