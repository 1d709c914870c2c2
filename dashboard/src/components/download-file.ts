import type { Failure } from '../api/failure.ts';
import { saveBlob } from './save-file.ts';

/** The name that a file is sent under (RFC 6266), or the last part of its address. */
export function nameOfFile(disposition: string | null, url: string): string {
  const extended = /filename\*=UTF-8''([^;]+)/iu.exec(disposition ?? '')?.[1];
  if (extended !== undefined) return decodeURIComponent(extended);
  const plain = /filename="([^"]+)"/iu.exec(disposition ?? '')?.[1];
  return plain ?? url.replace(/\?.*$/u, '').split('/').at(-1) ?? 'file';
}

/** Fetches a file that the server has to make first, and hands it to the browser; what went wrong is the answer. */
export async function downloadFile(url: string): Promise<Failure | null> {
  const answer = await fetch(url).catch(() => null);
  if (!answer) return { code: 'NETWORK', message: '' };
  if (!answer.ok) return failureOf(await answer.text());
  const blob = await answer.blob().catch(() => null);
  if (!blob) return { code: 'NETWORK', message: '' };
  saveBlob(nameOfFile(answer.headers.get('content-disposition'), url), blob);
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
