import type { Failure } from '../../api/failure.ts';
import { during } from '../../api/under-way.ts';
import { saveBlob } from './save-file.ts';

/** The name that a file is sent under (RFC 6266), or the last part of its address. */
export function nameOfFile(disposition: string | null, url: string): string {
  const extended = /filename\*=UTF-8''([^;]+)/iu.exec(disposition ?? '')?.[1];
  if (extended !== undefined) return decodeURIComponent(extended);
  const plain = /filename="([^"]+)"/iu.exec(disposition ?? '')?.[1];
  return plain ?? url.replace(/\?.*$/u, '').split('/').at(-1) ?? 'file';
}

/** A file that the server has to make first, or what went wrong. */
export type FetchedFile = { readonly blob: Blob; readonly headers: Headers } | { readonly failure: Failure };

/** Fetches a file that the server has to make first. */
export const fetchFile = (url: string): Promise<FetchedFile> => during('file', receive(url));

async function receive(url: string): Promise<FetchedFile> {
  const answer = await fetch(url).catch(() => null);
  if (!answer) return { failure: { code: 'NETWORK', message: '' } };
  if (!answer.ok) return { failure: failureOf(await answer.text()) };
  const blob = await answer.blob().catch(() => null);
  return blob ? { blob, headers: answer.headers } : { failure: { code: 'NETWORK', message: '' } };
}

/** Fetches a file and hands it to the browser; what went wrong is the answer. */
export async function downloadFile(url: string): Promise<Failure | null> {
  const file = await fetchFile(url);
  if ('failure' in file) return file.failure;
  saveBlob(nameOfFile(file.headers.get('content-disposition'), url), file.blob);
  return null;
}

function failureOf(text: string): Failure {
  try {
    const { error } = JSON.parse(text) as { error?: Partial<Failure> };
    return { code: error?.code ?? 'INTERNAL', message: error?.message ?? '' };
  } catch {
    return { code: 'INTERNAL', message: text.slice(0, 200) };
  }
}
